import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver';
import { declaredData } from '../../../test-kit/declared-data.js';
import type { DeclaredData } from '../../data-files/declared-data.js';
import { exampleDeclarations } from '../../diagnostics/example-declarations.js';
import { createVigilServices, type VigilServices } from '../../services.js';

const uri = URI.parse('file:///spec/main.vigil');

function hinter(data?: DeclaredData): (text: string) => Promise<InlayHint[]> {
  const { vigil } = createVigilServices({ ...EmptyFileSystem, declaredData: data });
  return async (text) => {
    const document = await built(vigil, text);
    const end = document.textDocument.positionAt(document.textDocument.getText().length);
    const range = { start: { line: 0, character: 0 }, end };
    const params = { textDocument: { uri: uri.toString() }, range };
    return (await vigil.lsp.InlayHintProvider?.getInlayHints(document, params)) ?? [];
  };
}

async function built({ shared }: VigilServices, text: string): Promise<LangiumDocument> {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = shared.workspace;
  if (LangiumDocuments.hasDocument(uri)) await DocumentBuilder.update([], [uri]);
  const document = LangiumDocumentFactory.fromString(text, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document]);
  return document;
}

const blind = hinter();

/** The text with its hints where an editor shows them, between ⟨ and ⟩; without the declarations of the examples. */
async function shown(text: string, hints = blind): Promise<string> {
  const whole = `${exampleDeclarations}${text}`;
  const lines = whole.split('\n');
  const found = [...(await hints(whole))].sort(
    (a, b) => b.position.line - a.position.line || b.position.character - a.position.character,
  );
  for (const { position, label } of found) {
    const line = lines[position.line] ?? '';
    const [before, after] = [line.slice(0, position.character), line.slice(position.character)];
    lines[position.line] = `${before}⟨${String(label)}⟩${after}`;
  }
  return lines.slice(exampleDeclarations.split('\n').length - 1).join('\n');
}

/** What the marked text says without its hints must give the marked text. */
async function expectShown(marked: string, hints = blind): Promise<void> {
  expect(await shown(marked.replaceAll(/⟨[^⟩]*⟩/g, ''), hints)).toBe(marked);
}

describe('threshold, inputs and units of a check', () => {
  it.each([
    'monitor M on Visits { every 1 week check sensitivity⟨at 0.2⟩ fail < 0.5 }',
    'monitor M on Visits { every 1 week check sensitivity at 0.3 fail < 0.5 }',
    'monitor M on Visits { every 1 week check missing of all inputs⟨(2)⟩ fail > 5% }',
    'monitor M on Visits { every 1 week check mean of age warn > 60⟨a⟩ fail outside 30..70⟨a⟩ }',
    'monitor M on Visits { every 1 week check mean of score fail > 0.5 }',
    'monitor M on Visits { every 1 week check mean of age, score fail > 0.5 }',
    'monitor M on Visits { every 1 week check mean of nothing fail > 0.5 }',
  ])('%s', async (marked) => {
    await expectShown(marked);
  });
});

describe('how large a trial must be', () => {
  const trial = (
    alpha: string,
    {
      endpoint = 'proportion of died, lower is better, superiority, expect 11% against 9%',
      arms = 'arm control A arm treatment B',
      allocation = 'allocate 1:1 by patient',
      more = '',
    } = {},
  ) => `trial T { ${arms} ${allocation} endpoint primary d : ${endpoint} ${alpha} ${more} }`;

  // Expected numbers by hand from the formulas of Fleiss (without correction) and Armitage, with z 1.959964 and 1.281552.
  it.each([
    trial('alpha 2.5% one-sided power 90%⟨n = 4727 + 4727⟩'),
    trial('alpha 5% two-sided power 90%⟨n = 4727 + 4727⟩'),
    trial('alpha 5% one-sided power 80%⟨n = 2782 + 2782⟩'),
    trial('alpha 2.5% one-sided power 90%⟨n = 3522 + 7044⟩', { allocation: 'allocate 1:2 by patient' }),
    trial('alpha 2.5% one-sided power 90%⟨n = 3522 + 7044⟩', {
      arms: 'arm treatment B arm control A',
      allocation: 'allocate 2:1 by patient',
    }),
    trial('alpha 2.5% one-sided power 90%⟨n > 4727 + 4727⟩', { more: 'look at 50% look at final' }),
    trial('alpha 2.5% one-sided power 90%⟨n = 757 + 757⟩', {
      endpoint: 'mean of stay, noninferiority margin 0.5, sd 3',
    }),
    trial('alpha 2.5% one-sided power 90%⟨n = 2102 + 2102⟩', {
      endpoint: 'mean of stay, lower is better, noninferiority margin 0.5, expect 4 against 4.2, sd 3',
    }),
  ])('%s', async (marked) => {
    await expectShown(marked);
  });

  it.each([
    ['no power', trial('alpha 2.5% one-sided')],
    ['no allocation', trial('alpha 2.5% one-sided power 90%', { allocation: '' })],
    ['no expectation', trial('alpha 2.5% one-sided power 90%', { endpoint: 'proportion of died' })],
    [
      'no formula',
      trial('alpha 2.5% one-sided power 90%', { endpoint: 'hazard of died, expect 2 against 1' }),
    ],
    [
      'no direction',
      trial('alpha 2.5% one-sided power 90%', {
        endpoint: 'mean of stay, noninferiority margin 0.5, expect 4 against 4.2, sd 3',
      }),
    ],
    [
      'three arms',
      trial('alpha 2.5% one-sided power 90%', {
        arms: 'arm control A arm treatment B arm treatment C',
        allocation: 'allocate 1:1:1 by patient',
      }),
    ],
    [
      'two primary endpoints',
      trial('alpha 2.5% one-sided power 90%', { more: 'endpoint primary e : proportion of died' }),
    ],
    [
      'wards instead of patients',
      `log Calls { source: "calls.parquet" time: seen_at id: patient arm: arm }\n${trial('alpha 2.5% one-sided power 90%', { allocation: 'allocate 1:1 by ward', more: 'log Calls' })}`,
    ],
    ['half a statement', 'trial T { arm control endpoint primary alpha 2.5% one-sided power'],
  ])('is not said with %s', async (_, text) => {
    expect(await shown(text)).not.toContain('⟨n ');
  });
});

describe('false alarms a year', () => {
  const columns = {
    seen_at: 'timestamp',
    age: 'number',
    sex: 'text',
    score: 'number',
    died: 'integer',
  } as const;
  /** 100 rows a day. */
  const withData = hinter(
    declaredData({
      'training.parquet': { columns, rows: 10_000 },
      'visits.parquet': { columns, rows: 36_500, more: { spanDays: new Map([['seen_at', 365]]) } },
    }),
  );

  it.each([
    'monitor M on Visits { every 1 week against Training⟨≥ 0.52 false alarms a year⟩ check ks of age fail p < 0.01 }',
    'monitor M on Visits { every 1 month against Training alarm budget 1 per year⟨≥ 1.2 false alarms a year⟩ check ks of age, score warn p < 0.05 fail p < 0.01 }',
    'monitor M on Visits { every 1 month against Training⟨≥ 0.6 false alarms a year⟩ check ks of age, score fail p < 0.05 adjust holm }',
  ])('by limits on p: %s', async (marked) => {
    await expectShown(marked);
  });

  // 12·erfc(√(limit / 2v)) for the two categories of `sex`, v = 1/3043 + 1/10 000.
  it.each([
    'monitor M on Visits { every 1 month against Training⟨≥ 1.5 false alarms a year⟩ check psi of sex fail > 0.001 }',
    'monitor M on Visits { every 1 month against Training⟨≥ 0.37 false alarms a year⟩ check psi of sex warn > 0.002 fail > 0.2 }',
    'monitor M on Visits { every 1 month against Training⟨≥ 0.97 false alarms a year⟩ check psi of sex fail > 0.002 check ks of age fail p < 0.05 }',
  ])('by limits on values, at the volume of the data: %s', async (marked) => {
    await expectShown(marked, withData);
    expect(await shown(marked.replaceAll(/⟨[^⟩]*⟩/g, ''))).not.toContain('alarms');
  });

  it.each([
    ['without drift', 'every 1 month check auroc fail < 0.6'],
    ['where chance hardly ever alarms', 'every 1 month against Training check psi of sex fail > 0.2'],
    ['in groups', 'every 1 month against Training by sex check ks of age fail p < 0.01'],
    [
      'where one check cannot be judged',
      'every 1 month against Training check ks of age fail p < 0.01 check wasserstein of age fail > 3',
    ],
    ['where a window is longer than the log', 'every 2 years against Training check psi of sex fail > 0.001'],
    ['half-typed', 'every against check ks of fail p <'],
  ])('are not said %s', async (_, body) => {
    expect(await shown(`monitor M on Visits { ${body} }`, withData)).not.toContain('alarms');
  });

  it('name the checks they come from', async () => {
    const text = `${exampleDeclarations}monitor M on Visits { every 1 week against Training check ks  of age fail p < 0.01 }`;
    const [hint] = (await blind(text)).filter(({ label }) => String(label).includes('alarms'));
    expect(hint?.tooltip).toBe(
      'By chance alone, while nothing has changed, the checks of drift alarm so often a year (ks of age: 0.52). Checks of other kinds come on top.',
    );
  });
});
