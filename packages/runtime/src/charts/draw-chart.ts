import type { DrawChart } from '@vigil/language';
import type { TopLevelSpec } from 'vega-lite';

/**
 * Draws a Vega-Lite chart as an SVG element; the same specification gives the same bytes. Vega is loaded with the
 * first chart, because most commands draw none. Nothing is fetched: a chart that names data elsewhere is refused.
 */
export const drawChart: DrawChart = async (spec) => {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  const loader = {
    load: refuse,
    sanitize: refuse,
    http: refuse,
    file: refuse,
    options: {},
  };
  // Identifiers of clip paths are counted through the process.
  vega.resetSVGDefIds();
  const specification: object = spec;
  const { spec: compiled } = vegaLite.compile(specification as TopLevelSpec);
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader, logLevel: vega.Error });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
};

async function refuse(): Promise<never> {
  throw new Error('a chart of a document must hold its data itself');
}
