import { readFileSync } from 'node:fs';
import { AstUtils, EmptyFileSystem, GrammarAST } from 'langium';
import { describe, expect, it } from 'vitest';
import * as ast from '../generated/ast.js';
import { createVigilServices } from '../services.js';
import { quantityValue } from './quantity.js';

const { vigil } = createVigilServices(EmptyFileSystem);

function parse(text: string): { spec: ast.Spec; problems: string[] } {
  const result = vigil.parser.LangiumParser.parse<ast.Spec>(text);
  return {
    spec: result.value,
    problems: [...result.lexerErrors, ...result.parserErrors].map(({ message }) => message),
  };
}

/** The tree of a text without errors. */
function read(text: string): ast.Spec {
  const { spec, problems } = parse(text);
  expect(problems).toEqual([]);
  return spec;
}

/** The first node of a type in a text without errors. */
function first<T extends ast.VigilAstType[keyof ast.VigilAstType]>(
  text: string,
  is: (node: unknown) => node is T,
): T {
  const found = AstUtils.streamAst(read(text)).find(is);
  if (found === undefined) throw new Error(`nothing found in ${text}`);
  return found as T;
}

const canonical = readFileSync(new URL('golden/canonical.vigil', import.meta.url), 'utf8');

it('parses the canonical example, which has every construct once', () => {
  expect(read(canonical).declarations.map(({ $type }) => $type)).toEqual([
    ...[
      'Product',
      'Role',
      'Role',
      'Role',
      'Integration',
      'Integration',
      'Integration',
      'Dataset',
      'Model',
      'Model',
    ],
    ...[
      'Log',
      'Subgroups',
      'Monitor',
      'Monitor',
      'Monitor',
      'Monitor',
      'Runbook',
      'Hazard',
      'ChangePlan',
      'Trial',
    ],
    ...['Log', 'Scenario', 'Scenario', 'Waiver', 'Checklist'],
  ]);
});

it.each([
  ['a byte order mark', `\uFEFF${canonical}`],
  ['Windows line ends', canonical.replaceAll('\n', '\r\n')],
  ['tabs', canonical.replaceAll('  ', '\t')],
  ['emoji in texts and comments', `// 🩺\nrole A "🩺 Ärztin"\n${canonical}`],
])('parses text with %s', (_, text) => {
  read(text);
});

describe('every keyword may be a name', () => {
  const keywords = AstUtils.streamAllContents(vigil.Grammar)
    .filter(GrammarAST.isKeyword)
    .map(({ value }) => value)
    .filter((value) => /^\w+$/.test(value))
    .distinct()
    .toArray();

  it('and there are many of them', () => {
    expect(keywords.length).toBeGreaterThan(170);
    expect(keywords).toEqual(
      expect.arrayContaining(['model', 'time', 'label', 'gap', 'ratio', 'p', 'mean', 'import']),
    );
  });

  it.each(keywords)('%s', (word) => {
    const spec = read(`
      import "./other.vigil"
      model ${word} version "1" {
        ${word}: 5
        solver: ${word}
        input ${word} "A column" : number 0.. unit "d" optional missing -1
        output other : category ["${word}", "b"]
        ${word} { ${word}: [${word}, ${word}] ${word}: { ${word}: ${word} } }
        output last : number
        ${word}: "after a feature"
      }
      log ${word} of ${word} {
        source: "x.parquet" time: ${word} id: ${word} subject: ${word} prediction: ${word} version: ${word}
        shadow: ${word} of ${word}  label: ${word} available ${word}  arm: ${word}
      }
      subgroups ${word} { ${word} = ${word} ${word} = ${word} in ["${word}"] ${word} = ${word} cut at 1, 2 }
      monitor ${word} on ${word} {
        every 1 month by ${word}, ${word} * ${word}
        ${word}: ${word}
        check ${word} of ${word}, ${word} by ${word} warn > 0.1 fail p < 0.2 adjust ${word}
        check ${word}(${word}: ${word}) gap of ${word} fail > 0.2
        on fail run ${word}
      }
      runbook ${word} { step "x" by ${word} step pause ${word} }
      changePlan ${word} for ${word} { modification ${word} { accept when ${word} > 1 and a.${word} == "x" } }
      scenario ${word} { from ${word} set ${word} = ${word} * 2 expect ${word} to fail }
      role ${word} "A role"`);
    const model = spec.declarations.find(ast.isModel);
    expect(model?.statements.map(({ $type }) => $type)).toEqual([
      'Field',
      'Field',
      'Feature',
      'Feature',
      'Block',
      'Feature',
      'Field',
    ]);
    expect(model?.statements.find(ast.isFeature)?.name).toBe(word);
    expect(
      spec.declarations
        .find(ast.isLog)
        ?.statements.filter(ast.isLogColumn)
        .map(({ column }) => column),
    ).toEqual(Array(8).fill(word));
    expect(spec.declarations.find(ast.isSubgroups)?.statements.map(({ $type }) => $type)).toEqual(
      Array(3).fill('Dimension'),
    );
    expect(spec.declarations.find(ast.isMonitor)?.statements.map(({ $type }) => $type)).toEqual([
      'Schedule',
      'Field',
      'Check',
      'Check',
      'Reaction',
    ]);
  });
});

describe('numbers', () => {
  it.each([
    ['number 1..14', '1', '14'],
    ['number 0..', '0', undefined],
    ['number ..10', undefined, '10'],
    ['number -1.5..1e3', '-1.5', '1000'],
    ['number -0.5..0.5 unit "x"', '-0.5', '0.5'],
    ['number', undefined, undefined],
  ])('a range: %s', (type, low, high) => {
    const feature = first(`model M version "1" { input a : ${type} input b : number }`, ast.isFeature);
    expect([feature.range?.low, feature.range?.high]).toEqual([low, high]);
  });

  it.each([
    ['warn > 0.1', 0.1],
    ['fail > 1e-6', 0.000001],
    ['fail < -2.5', -2.5],
    // Decimal shift, not division: 0.7 / 100 would be 0.006999999999999999.
    ['fail > 0.7%', 0.007],
    ['fail p < 0.01', 0.01],
  ])('a limit: %s', (limit, value) => {
    const text = `monitor M on L { check psi(cuts: [1, -2]) of a ${limit} }`;
    expect(quantityValue(first(text, ast.isComparison).value)).toBe(value);
  });

  it('an interval', () => {
    const limit = first('monitor M on L { check oe fail outside 0.8..1.25 adjust holm }', ast.isLimit);
    expect([limit.outside?.low, limit.outside?.high, limit.pValue]).toEqual(['0.8', '1.25', false]);
  });

  it.each([
    ['missing -1', { quantity: '-1' }],
    ['missing "?"', { text: '?' }],
  ])('%s is told apart from text', (marker, expected) => {
    const feature = first(`model M version "1" { input a : integer 0.. ${marker} }`, ast.isFeature);
    expect(feature.missing).toMatchObject(expected);
  });
});

it.each([
  ['check rescore fail > 1e-6', { metric: 'rescore', arguments: [] }],
  [
    'check rescore(rows: 1000) of shadow_score fail > 1e-6',
    { metric: 'rescore', target: { columns: ['shadow_score'] } },
  ],
  ['check psi of all inputs', { metric: 'psi', target: { all: 'inputs' } }],
  ['check p of p fail p < 0.1', { metric: 'p', target: { columns: ['p'] } }],
  ['check mean gap of gap by sex at 0.15', { metric: 'mean', aggregate: 'gap', at: '0.15' }],
  ['check mean of `Heart Rate`, age', { target: { columns: ['Heart Rate', 'age'] } }],
])('reads %s', (check, expected) => {
  expect(first(`monitor M on L { ${check} }`, ast.isCheck).metric).toMatchObject(expected);
});

it('reads a log of two tables', () => {
  const log = first(
    `log L { source: csv "x.txt" outcomes: "outcomes.parquet" joined by prediction_id
             time: \`Seen at\` timeFormat: "%d/%m/%Y" timezone: "Europe/Berlin" }`,
    ast.isLog,
  );
  expect(log.statements).toMatchObject([
    { $type: 'Source', engine: 'csv', path: 'x.txt' },
    { $type: 'Outcomes', path: 'outcomes.parquet', key: 'prediction_id' },
    { $type: 'LogColumn', role: 'time', column: 'Seen at' },
    { $type: 'Field', name: 'timeFormat' },
    { $type: 'Field', name: 'timezone' },
  ]);
});

describe('expressions bind as in CEL', () => {
  /** The expression with every operation in brackets. */
  function bracketed(node: ast.Expression): string {
    switch (node.$type) {
      case 'Operation':
        return `(${bracketed(node.left)} ${node.operator} ${bracketed(node.right)})`;
      case 'Negation':
        return `(${node.operator} ${bracketed(node.operand)})`;
      case 'Conditional':
        return `(${bracketed(node.condition)} ? ${bracketed(node.whenTrue)} : ${bracketed(node.whenFalse)})`;
      case 'Group':
        return bracketed(node.inner);
      default:
        return node.$cstNode?.text ?? '';
    }
  }

  it.each([
    ['a or b and c', '(a or (b and c))'],
    ['a && b || c', '((a && b) || c)'],
    ['a - b - c', '((a - b) - c)'],
    ['a + b * c < d', '((a + (b * c)) < d)'],
    ['!a.b && not c', '((! a.b) && (not c))'],
    ['-a - -1', '((- a) - (- 1))'],
    ['a in [1, 2] ? b : c ? d : e', '((a in [1, 2]) ? b : (c ? d : e))'],
    ['auroc >= champion auroc - 0.01', '(auroc >= (champion auroc - 0.01))'],
    ['sensitivity gap by race <= 10% and x', '((sensitivity gap by race <= 10%) and x)'],
    ['InputDrift fails or every 3 months', '(InputDrift fails or every 3 months)'],
    ['signatures.filter(s, s.role == "x").size() >= 2', '(signatures.filter(s, s.role == "x").size() >= 2)'],
    ['(a or b) and c', '((a or b) and c)'],
  ])('%s', (text, expected) => {
    const { condition } = first(`checklist C { item i requires ${text} }`, ast.isRequirement);
    expect(bracketed(condition)).toBe(expected);
  });
});

it('gives documentation comments to the declaration that follows', () => {
  const [role] = read('// no\n/** Signs releases. */\nrole Lead').declarations;
  expect(role && vigil.documentation.CommentProvider.getComment(role)).toBe('/** Signs releases. */');
});

it('takes the margin out of long texts and keeps their line breaks', () => {
  const text = 'product P { a: """\r\n      First line.\r\n\r\n        - second\r\n      """ }';
  expect(first(text, ast.isTextValue).text).toBe('First line.\n\n  - second');
});
