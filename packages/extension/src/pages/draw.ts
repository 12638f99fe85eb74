import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';

/** Charts hold their data; nothing is ever loaded. */
const loader = {
  options: {},
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
};

async function refuse(): Promise<never> {
  throw new Error('A chart loads nothing.');
}

/**
 * Draws a Vega specification as SVG. Its expressions are interpreted, because a strict page lets none be compiled;
 * the view is held by nobody but its caller.
 */
export async function draw(specification: object, container: HTMLElement): Promise<vega.View> {
  const runtime = vega.parse(specification as vega.Spec, undefined, { ast: true } as never);
  const view = new vega.View(runtime, {
    expr: expressionInterpreter,
    renderer: 'svg',
    container,
    hover: false,
    loader,
    logLevel: vega.Error,
  } as vega.ViewOptions);
  return await view.runAsync();
}
