import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markedFiles, withoutCursor } from '../../../test-kit/marked-files.js';

type Files = Readonly<Record<string, string>>;

async function references(files: Files, includeDeclaration = true): Promise<Record<string, string>> {
  const { vigil, document, params, enclosed } = await markedFiles(files);
  const found = await vigil.lsp.ReferencesProvider!.findReferences(document, {
    ...params,
    context: { includeDeclaration },
  });
  return enclosed(found);
}

async function definition(files: Files): Promise<Record<string, string>> {
  const { vigil, document, params, enclosed } = await markedFiles(files);
  const found = (await vigil.lsp.DefinitionProvider!.getDefinition(document, params)) ?? [];
  return enclosed(
    found.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange })),
  );
}

const model = (inputs: string) => `model Risk version "1" { ${inputs} }\n`;

/** Every place that can name a column once, in two files; the cursor is put where a test wants it. */
const everywhere = {
  'model.vigil': `${model(`
  trainedOn: Training
  input <[age]> "Age" : number 0..120 unit "a"
  input sex : category ["f", "m"]
  output score : probability
  claim mean of <[age]> < 70 on Training`)}
dataset Training { source: "t.parquet" }
feature <[age]> { source: "Admission record" }
subgroups Groups { band = <[age]> cut at 40, 65  sex = sex }
`,
  'main.vigil': `import "./model.vigil"
log Visits of Risk { source: "v.parquet" outcomes: "o.csv" joined by <[age]> time: seen prediction: score label: died }
monitor Watch on Visits {
  every 1 week by band
  check psi of <[age]>, score warn > 0.1
  check mean of <[\`age\`]> fail > 90
  chart mean of <[age]> ewma
}
scenario Hours { from Training  set <[age]> = <[age]> * 24  expect Watch to fail }
changePlan Plan for Risk { modification M { category: weights accept when mean of <[age]> < 80 and sex == sex } }
log Arms of Risk { source: "a.parquet" time: seen id: pid arm: arm }
trial T {
  arm control A
  arm treatment B
  log Arms
  allocate 1:1 by pid stratified by <[age]>, site
  endpoint primary older : mean of <[age]>, lower is better
  inputEligibility: [{ features: [<[age]>, sex], rule: "not missing" }]
}
`,
};

describe('a column is one thing wherever it is named', () => {
  const places = Object.entries(everywhere).flatMap(([path, text]) =>
    [...text.matchAll(/<\[/g)].map(({ index }): [string, number] => [path, index + 2]),
  );

  it.each(places)('%s, at %i', async (path, index) => {
    const text = everywhere[path as keyof typeof everywhere];
    const files = { ...everywhere, [path]: `${text.slice(0, index + 1)}<|>${text.slice(index + 1)}` };
    expect(await references(files)).toEqual(everywhere);
    const declaration = await definition(files);
    expect(declaration['model.vigil']).toContain('input <[age]>');
    expect(JSON.stringify(declaration).match(/<\[/g)).toHaveLength(1);
  });

  it('without its declaration, where that is not asked for', async () => {
    const text = everywhere['main.vigil'].replace('psi of <[age]>', 'psi of <[a<|>ge]>');
    const found = await references({ ...everywhere, 'main.vigil': text }, false);
    expect(found['model.vigil']).toContain('input age');
    expect(found['model.vigil']).toContain('claim mean of <[age]>');
    expect(found['main.vigil']).toBe(everywhere['main.vigil']);
  });
});

const twoModels = `model A version "1" { input age : number  output a : probability }
model B version "1" { input <[age]> : number  output b : probability }
log LogA of A { source: "a.csv" time: t prediction: a }
log LogB of B { source: "b.csv" time: t prediction: b }
subgroups Groups { sex = sex }
monitor WatchA on LogA { every 1 week by sex check mean of age fail > 90 }
monitor WatchB on LogB { every 1 week by sex check mean of <[a<|>ge]> fail > 90 }
`;

it.each<[what: string, text: string]>([
  ['models that only share a subgroup have columns of their own', twoModels],
  [
    'a subgroup by age makes the ages of both logs one column',
    `model A version "1" { input <[age]> : number }
model B version "1" { input <[a<|>ge]> : number }
log LogA of A { source: "a.csv" time: t }
log LogB of B { source: "b.csv" time: t }
subgroups Groups { band = <[age]> cut at 40 }
monitor WatchA on LogA { every 1 week by band check mean of <[age]> fail > 90 }
monitor WatchB on LogB { every 1 week by band }
`,
  ],
  [
    'a score under another name in the log is another column',
    `model A version "1" { output score : probability }
log LogA of A { source: "a.csv" time: t prediction: <[risk]> }
monitor WatchA on LogA { every 1 week check mean of <[ri<|>sk]> fail > 0.9 }
`,
  ],
  [
    'a column is no metric, enumeration word, subgroup or argument of its name',
    `model A version "1" { input <[mean]> : number }
log LogA of A { source: "a.csv" time: t }
subgroups Groups { mean = <[mean]> cut at 40 }
monitor WatchA on LogA { every 1 week by mean check mean of <[me<|>an]> fail > 90 }
`,
  ],
  [
    'a declaration, also where facts and expressions speak of it',
    `model A version "1" { trainedOn: Train }
dataset <[Tr<|>ain]> { role: training source: "t.csv" }
model B version "1" { trainedOn: <[Train]>  claim auroc > 0.6 on <[Train]> }
scenario S { from <[Train]> expect all monitors to pass }
`.replace('trainedOn: Train }', 'trainedOn: <[Train]> }'),
  ],
  [
    'subgroups by both of their names',
    `subgroups Groups { <[s<|>ex]> = sex }
log L { source: "a.csv" time: t }
monitor M on L { every 1 week by <[sex]>, Groups.<[sex]> }
`,
  ],
  [
    'the block of a qualified subgroup',
    `subgroups <[Groups]> { sex = sex }
log L { source: "a.csv" time: t }
monitor M on L { every 1 week by sex, <[Gro<|>ups]>.sex }
`,
  ],
  [
    'an endpoint, in stopping rules and estimands',
    `trial T { arm control A arm treatment B
  endpoint primary <[died]> : proportion of died, lower is better
  stop for efficacy on <[di<|>ed]> : spending lan_demets_obf
  estimands: [{ endpoint: <[died]>, population: "All" }] }
`,
  ],
  [
    'checklists and their items',
    `checklist House { item <[two]> "Two sign" because "one is not enough" }
role Lead
product P { comply with House }
waive House.<[t<|>wo]> because "small" approved by Lead until 2027-01-01
`,
  ],
  [
    'inputs that a trial asks of the model under trial, and not the same name in its own log',
    `model A version "1" { input <[a<|>ge]> : number }
log L { source: "a.csv" time: t }
trial T {
  log L
  arm control X
  allocate 1:1 by pid stratified by age
  aiVersion: A
  inputEligibility: [{ features: [<[age]>], rule: "not missing" }]
}
`,
  ],
  [
    'a half-typed file keeps what can be read',
    `model A version "1" { input <[a<|>ge]> : number }
log L of A { source: "a.csv" time: t }
monitor M on L { every 1 week check mean of <[age]> fail > 90 }
monitor N on L { check
`,
  ],
])('%s', async (_, text) => {
  const found = await references({ 'main.vigil': text });
  expect(found).toEqual(withoutCursor({ 'main.vigil': text }));
});

it('highlights are those of one file; the declaration is written, the rest read', async () => {
  const { vigil, document, params } = await markedFiles({
    ...everywhere,
    'model.vigil': everywhere['model.vigil'].replace('band = <[age]>', 'band = <[a<|>ge]>'),
  });
  const found = await vigil.lsp.DocumentHighlightProvider!.getDocumentHighlight(document, params);
  expect(found?.map(({ range, kind }) => [range.start.line, kind])).toEqual([
    [2, 3],
    [5, 2],
    [8, 2],
    [9, 2],
  ]);
});

describe('a checklist that ships with Vigil', () => {
  const text = `role Lead
product P { comply with FDA_PCCP, <[GMLP]>@2025.01 }
waive <[GM<|>LP]>.principle_2_engineering because "small" approved by Lead until 2027-01-01
`;

  it('is found wherever it is named', async () => {
    const { pack, other } = {
      pack: {
        'main.vigil': text,
        'more.vigil': 'import "./main.vigil"\nwaive <[GMLP]>.principle_1_intended_use',
      },
      other: { 'own.vigil': 'checklist GMLP { item a requires true }\nwaive GMLP.a' },
    };
    expect(await references({ ...pack, ...other })).toEqual(withoutCursor({ ...pack, ...other }));
  });

  it('is defined in the library, an item at its line', async () => {
    const at = async (marked: string) => {
      const { vigil, document, params } = await markedFiles({ 'main.vigil': marked });
      const found = await vigil.lsp.DefinitionProvider!.getDefinition(document, params);
      return found?.map(({ targetUri, targetSelectionRange }) => [
        targetUri,
        targetSelectionRange.start.line,
      ]);
    };
    const library = new URL('../../checklists/library/gmlp.vigil', import.meta.url);
    const lines = readFileSync(library, 'utf8').split('\n');
    const plain = text.replaceAll(/<\[|\]>/g, '');
    const line = (beginning: string) => lines.findIndex((each) => each.trim().startsWith(beginning));
    expect(await at(plain)).toEqual([['file:///library/gmlp.vigil', line('checklist GMLP ')]]);
    const item = plain.replace('<|>', '').replace('_engineering', '_eng<|>ineering');
    expect(await at(item)).toEqual([['file:///library/gmlp.vigil', line('item principle_2_engineering ')]]);
    expect(await at(item.replace('eng<|>ineering', 'bo<|>gus'))).toBeUndefined();
  });

  it('cannot be renamed', async () => {
    const { vigil, document, params } = await markedFiles({ 'main.vigil': text });
    expect(await vigil.lsp.RenameProvider!.prepareRename(document, params)).toBeUndefined();
  });
});

describe('definition', () => {
  it.each<[what: string, files: Files]>([
    [
      'of an import is the beginning of the file',
      { 'lib.vigil': '<[]>role Lead\n', 'main.vigil': 'import "./li<|>b.vigil"\n' },
    ],
    [
      'of a fact in an expression',
      {
        'main.vigil':
          'product P { isDevice: true }\nchecklist House { item a "A" requires product.isDe<|>vice }\n'.replace(
            'isDevice: true',
            '<[isDevice]>: true',
          ),
      },
    ],
    ['of the declaration itself', { 'main.vigil': 'role <[Le<|>ad]>\n' }],
    [
      'of a column that only the log names',
      {
        'main.vigil':
          'log L { source: "a.csv" time: <[seen]> }\nmonitor M on L { every 1 week check missing of se<|>en fail > 1% }\n',
      },
    ],
    ['of nothing: a keyword, a number, a text, a metric', { 'main.vigil': 'ro<|>le Lead\n' }],
    ['at the end of a name', { 'main.vigil': 'role <[Lead]>\nrunbook R { step "a" by Lead<|> }\n' }],
  ])('%s', async (_, files) => {
    expect(await definition(files)).toEqual(withoutCursor(files));
  });
});
