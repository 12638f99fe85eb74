import { describe, expect, it } from 'vitest';
import { declaredData } from '../../../../test-kit/declared-data.js';
import { markedFiles } from '../../../../test-kit/marked-files.js';
import type { DeclaredData } from '../../../data-files/declared-data.js';

type Files = Readonly<Record<string, string>>;

/** The files after a rename, or the sentence that refuses it. */
async function rename(files: Files, newName: string, data?: DeclaredData) {
  const { vigil, document, params, edited } = await markedFiles(files, data);
  try {
    return edited(await vigil.lsp.RenameProvider!.rename(document, { ...params, newName }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const spec = {
  'model.vigil': `dataset Training { source: "t.parquet" }
model Risk version "1" {
  trainedOn: Training
  hyperparameters: { solver: lbfgs }
  input age : number
  input sex : category ["f", "m"]
  output score : probability
}
subgroups Groups { sex = sex  band = age cut at 40, 65 }
feature age { source: "Admission record" }
`,
  'main.vigil': `import "./model.vigil"
log Visits of Risk { source: "v.csv" time: seen prediction: score label: died }
monitor Watch on Visits {
  every 1 week by band, Groups.sex
  check psi of age, score warn > 0.1
  check mean of \`age\` fail > 90
  on fail run Response
}
runbook Response { step "Look" }
trial T {
  arm control A
  arm treatment B
  log Visits
  endpoint primary older : mean of age, lower is better
  inputEligibility: [{ features: [age, sex], rule: "not missing" }]
}
`,
};

/** The files with the cursor in a piece of text, which stands in one of them. */
function at(piece: string, files: Files = spec): Files {
  const plain = piece.replace('<|>', '');
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(plain, piece)]));
}

function with_(before: RegExp, after: string, files: Files = spec): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replaceAll(before, after)]),
  );
}

const withoutFact = with_(/feature age .*\n/g, '');

describe('a rename is carried out in all files', () => {
  it.each<[what: string, files: Files, newName: string, expected: Files]>([
    [
      'a column, from a check',
      at('psi of a<|>ge'),
      'years',
      with_(/(?<!f )`age`|\bage\b/g, 'years', with_(/`age`/g, 'age')),
    ],
    [
      'a column, from its input',
      at('input a<|>ge'),
      'years',
      with_(/\bage\b/g, 'years', with_(/`age`/g, 'age')),
    ],
    [
      'a column whose new name is no word, in backticks',
      at('psi of a<|>ge', withoutFact),
      'Age at admission',
      with_(/\bage\b/g, '`Age at admission`', with_(/`age`/g, 'age', withoutFact)),
    ],
    [
      'a column whose new name was typed in backticks',
      at('psi of a<|>ge', withoutFact),
      '`Âge`',
      with_(/\bage\b/g, '`Âge`', with_(/`age`/g, 'age', withoutFact)),
    ],
    ['a model', at('log Visits of Ri<|>sk'), 'Danger', with_(/\bRisk\b/g, 'Danger')],
    [
      'a dataset that a fact names',
      at('trainedOn: Train<|>ing'),
      'Learned',
      with_(/\bTraining\b/g, 'Learned'),
    ],
    ['a subgroup', at('by ba<|>nd'), 'ages', with_(/\bband\b/g, 'ages')],
    [
      'a subgroup named like its column, and not the column',
      at('Groups.se<|>x'),
      'gender',
      with_(/\bsex(?= = )|(?<=\.)sex/g, 'gender'),
    ],
    ['a block of subgroups', at('Gro<|>ups.sex'), 'Parts', with_(/\bGroups\b/g, 'Parts')],
    [
      'a name that is a word of the language',
      at('run Resp<|>onse'),
      'check',
      with_(/\bResponse\b/g, 'check'),
    ],
    ['to the same name', at('run Resp<|>onse'), 'Response', spec],
  ])('%s', async (_, files, newName, expected) => {
    expect(await rename(files, newName)).toEqual(expected);
  });
});

describe('a rename is refused, with a sentence', () => {
  it.each<[what: string, files: Files, newName: string, sentence: RegExp]>([
    ['no name', at('of Ri<|>sk'), 'two words', /^'two words' is no name: a name begins with a letter/],
    ['an empty name', at('of Ri<|>sk'), ' ', /^Nothing is no name/],
    ['a name with a line break', at('psi of a<|>ge'), 'a\nb', /^'a␣b' is no name of a column/],
    ['a backtick', at('psi of a<|>ge'), 'a`b', /is no name of a column/],
    [
      'a column of the same data',
      at('psi of a<|>ge'),
      'score',
      /^'score' is another column of the same data already \(model.vigil, line 7\)\.$/,
    ],
    [
      'a column that a log names',
      at('psi of a<|>ge'),
      'seen',
      /^'seen' is another column of the same data already \(line 2\)\.$/,
    ],
    [
      'a fact that bears the name',
      at('psi of a<|>ge'),
      'Age at admission',
      /^`feature age` is known by the name of its column/,
    ],
    [
      'a declaration of the same kind',
      at('run Resp<|>onse'),
      'Watch',
      /^The name is taken already by monitor 'Watch' \(line 3\)\.$/,
    ],
    [
      'a declaration in a file that is imported',
      at('run Resp<|>onse'),
      'Risk',
      /^The name is taken already by model 'Risk' \(model.vigil, line 2\)\.$/,
    ],
    [
      'a declaration in a file that imports',
      at('model Ri<|>sk'),
      'Watch',
      /^The name is taken already by monitor 'Watch' \(main.vigil, line 3\)\.$/,
    ],
    [
      'a subgroup',
      at('by ba<|>nd'),
      'sex',
      /^The name is taken already by subgroup 'sex' \(model.vigil, line 9\)\.$/,
    ],
    [
      'a word that stands for itself',
      at('dataset Train<|>ing'),
      'lbfgs',
      /^'lbfgs' is written in line 4 already, where it does not mean dataset 'Training'\.$/,
    ],
    [
      'a word of the language where it would not be a name',
      at('dataset Train<|>ing'),
      'true',
      /^'true' cannot be the name: in line 3 it would be read as a word of the language\.$/,
    ],
    [
      'an endpoint',
      at('primary old<|>er', {
        'main.vigil': 'trial T { endpoint primary older : mean of age endpoint safety died : mean of x }',
      }),
      'died',
      /^The name is taken already by endpoint 'died' \(line 1\)\.$/,
    ],
    ['a keyword', at('mon<|>itor Watch'), 'x', /^Nothing that can be renamed stands here\.$/],
    ['a metric', at('check p<|>si'), 'x', /^Nothing that can be renamed stands here\.$/],
    [
      'a name of a framework',
      at('checklist Ho<|>use', { 'main.vigil': 'checklist House { }' }),
      'Part11',
      /^'Part11' is the name of a framework/,
    ],
    [
      'text that cannot be read may mean it, too',
      at('psi of a<|>ge', {
        ...spec,
        'main.vigil': `${spec['main.vigil']}monitor Half on Visits {\n  check check age\n`,
      }),
      'years',
      /^'age' also stands in text that cannot be read \(line 18\)\. Mend the mistake there first\.$/,
    ],
  ])('%s', async (_, files, newName, sentence) => {
    expect(await rename(files, newName)).toMatch(sentence);
  });
});

describe('the data has the last word', () => {
  const data = declaredData({
    't.parquet': { columns: { age: 'integer', years: 'integer' } },
    'v.csv': { columns: { age: 'integer', sex: 'text', risk: 'number', seen: 'timestamp', died: 'integer' } },
  });

  it('a column that the files have keeps the name it has there', async () => {
    expect(await rename(at('psi of a<|>ge'), 'years', data)).toBe(
      "'age' is the name of the column in 'v.csv' of log 'Visits', which has no column 'years': the spec would not find it any more. Rename it in the data first.",
    );
  });

  it('a column that was renamed in the files is renamed in the spec', async () => {
    const renamed = declaredData({
      't.parquet': { columns: { age: 'integer', years: 'integer' } },
      'v.csv': { columns: { years: 'integer' } },
    });
    expect(await rename(at('psi of a<|>ge'), 'years', renamed)).toEqual(
      with_(/\bage\b/g, 'years', with_(/`age`/g, 'age')),
    );
  });

  it('an output whose score the log has under another name is the spec’s own', async () => {
    const files = with_(/prediction: score/g, 'prediction: risk', with_(/, score/g, ', risk'));
    expect(await rename(at('output sc<|>ore', files), 'probability', data)).toEqual(
      with_(/output score/g, 'output probability', files),
    );
    expect(await rename(at('prediction: ri<|>sk', files), 'danger', data)).toMatch(
      /^'risk' is the name of the column/,
    );
  });
});

describe('what is to be renamed', () => {
  it.each<[files: Files, text: string | undefined]>([
    [at('psi of a<|>ge'), 'age'],
    [at('mean of `a<|>ge'), 'age'],
    [at('Groups.s<|>ex'), 'sex'],
    [at('check p<|>si'), undefined],
    [at('import "./mod<|>el'), undefined],
  ])('%#', async (files, text) => {
    const { vigil, document, params } = await markedFiles(files);
    const range = await vigil.lsp.RenameProvider!.prepareRename(document, params);
    expect(range && document.textDocument.getText(range)).toBe(text);
  });
});
