import { join } from 'node:path';
import {
  type CompiledDocument,
  chosenPacks,
  compileFile,
  conformanceOf,
  type DocumentInput,
  documents,
  printHtml,
} from '@vigil/language';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { drawChart } from './draw-chart.js';

let input: DocumentInput;
beforeAll(async () => {
  const outcome = await compileFile(join(import.meta.dirname, '../../../../examples/sepsis/sepsis.vigil'));
  if (outcome.kind !== 'compiled') throw new Error(JSON.stringify(outcome));
  const { compilation } = outcome;
  const { protocol } = compilation;
  input = { compilation, conformance: conformanceOf(protocol, chosenPacks(protocol), '2026-11-20') };
});

/** Charts and diagrams of each document of the sepsis example. */
const figures: Readonly<Record<string, number>> = {
  'monitoring-plan': 5,
  pccp: 1,
  risk: 2,
  conformance: 1,
};

describe.each(documents)('$name with its charts', ({ name, compose }: CompiledDocument) => {
  it('is drawn without a warning, and needs neither script, style nor network', async () => {
    const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const html = await printHtml(compose(input), drawChart);
    expect(warnings).not.toHaveBeenCalled();
    warnings.mockRestore();
    const drawings = html.match(/<svg .*?<\/svg>/gs) ?? [];
    expect(drawings).toHaveLength(figures[name] ?? 0);
    for (const drawing of drawings) {
      expect(drawing).toMatch(/role="img" aria-labelledby="(figure-\d+)-title \1-description"/);
      expect(drawing).toMatch(/<title id="[^"]+">[^<]+<\/title>\n<desc id="[^"]+">[^<]+<\/desc>/);
      expect(drawing).not.toMatch(
        /NaN|undefined|Infinity| style=|<script|<image|<foreignObject|href=| on\w+=/,
      );
    }
  });

  it('is the same bytes each time', async () => {
    expect(await printHtml(compose(input), drawChart)).toBe(await printHtml(compose(input), drawChart));
  });
});
