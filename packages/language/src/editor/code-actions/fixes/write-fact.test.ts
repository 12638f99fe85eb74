import { EmptyFileSystem, type LangiumDocument, TextDocument, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { conformanceCategory } from '../../../checks/flat-validation.js';
import type { DiagnosticData } from '../../../diagnostics/reporter.js';
import { createVigilServices } from '../../../services.js';
import { formatSpec } from '../../formatting/format-spec.js';

const { vigil } = createVigilServices({ ...EmptyFileSystem, today: () => '2026-11-20' });
const uri = URI.parse('file:///spec/main.vigil');

async function opened(text: string): Promise<LangiumDocument> {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
  if (LangiumDocuments.hasDocument(uri)) await DocumentBuilder.update([], [uri]);
  const document = LangiumDocumentFactory.fromString(text, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], {
    validation: { categories: ['built-in', 'fast', conformanceCategory] },
  });
  return document;
}

const asked = ({ diagnostics = [] }: LangiumDocument) =>
  diagnostics.filter(({ code }) => String(code).startsWith('VGL083'));
const others = ({ diagnostics = [] }: LangiumDocument) =>
  diagnostics
    .filter(({ code }) => !String(code).startsWith('VGL083'))
    .map(({ code, message }) => `${code} ${message}`);
const conceptOf = ({ data }: Diagnostic) => (data as DiagnosticData).asked?.concept ?? '';

async function actions(document: LangiumDocument, diagnostic: Diagnostic): Promise<CodeAction[]> {
  const found = await vigil.lsp.CodeActionProvider?.getCodeActions(document, {
    textDocument: { uri: uri.toString() },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic], only: ['quickfix'] },
  });
  return (found ?? []) as CodeAction[];
}

const applied = (document: LangiumDocument, action: CodeAction | undefined) =>
  TextDocument.applyEdits(document.textDocument, action?.edit?.changes?.[uri.toString()] ?? []);

async function mended(text: string, concept: string, title: string): Promise<string> {
  const document = await opened(text);
  const diagnostic = asked(document).find((each) => conceptOf(each) === concept);
  if (diagnostic === undefined)
    throw new Error(`${concept} is not asked for: ${asked(document).map(conceptOf)}`);
  const all = await actions(document, diagnostic);
  const action = all.find((each) => each.title === title);
  if (action === undefined) throw new Error(`not offered: ${title} among ${all.map((each) => each.title)}`);
  return applied(document, action);
}

const house = (condition: string) => `checklist House { item one "One" requires ${condition} }`;
const product = `product P {
  markets: [EU]
  comply with House
}`;

describe('what a checklist asks for is written', () => {
  it.each([
    [
      'product.purpose',
      'present(product.purpose)',
      `${product}\n`,
      "Add 'purpose'",
      `product P {
  // What the product is for, in one sentence. E.g. "Plans follow-up after discharge"
  purpose: "TBD"
  markets: [EU]`,
    ],
    [
      'product.lifetime',
      'present(product.lifetime)',
      'product P { comply with House }\n',
      "Add 'lifetime'",
      'lifetime: "TBD"',
    ],
    [
      'product.isDevice',
      'present(product.isDevice)',
      'product P { comply with House }\n',
      "Add 'isDevice'",
      'isDevice: TBD',
    ],
    [
      'intendedUse.users',
      'present(intendedUse.users)',
      `${product}\n`,
      "Add 'intendedUse'",
      '  intendedUse {\n    //',
    ],
    [
      'risk.harm',
      'present(risk.harm)',
      `${product}\nhazard H "x" { severity: minor probability: remote }\n`,
      "Add 'harm'",
      'harm: "TBD"',
    ],
    ['pms', 'present(pms.plan) && present(pms.report)', `${product}\n`, "Declare 'pms'", '\n\npms {\n  //'],
    [
      'retentionPolicy.period',
      'present(retentionPolicy.period)',
      `${product}\n`,
      "Declare 'retentionPolicy'",
      'period: TBD',
    ],
    [
      'monitor',
      "monitors.exists(k, k.kind == 'drift')",
      `${product}\n`,
      "Declare 'monitor'",
      'monitor Monitor on ',
    ],
    ['model.kind', 'present(model.kind)', `${product}\n`, "Declare 'model'", 'model Model '],
  ])('%s', async (concept, condition, spec, title, expected) => {
    expect(await mended(`${spec}${house(condition)}`, concept, title)).toContain(expected);
  });

  it('or waived, once the reason is given', async () => {
    const text = `role Lead\n${product}\n${house('present(product.purpose)')}`;
    const after = await mended(text, 'product.purpose', 'Waive House.one…');
    expect(after).toContain('}\n\nwaive House.one because "TBD" approved by Lead until 2027-05-20\n');
    const document = await opened(after);
    expect(others(document)).toEqual([]);
    expect(asked(document)).toHaveLength(1);
    expect(asked(await opened(after.replace('TBD', 'not in use')))).toEqual([]);
  });
});

describe('every fact the library asks for', () => {
  const frameworks = [
    'FDA_PCCP',
    'GMLP',
    'Part11',
    'HIPAA',
    'EU_AI_Act',
    'EU_MDR',
    'ISO_14971',
    'ISO_13485',
    'GDPR',
    'IEEE_7000',
    'SPIRIT_AI',
    'TRIPOD_AI',
    'ONC_HTI1',
  ];
  const spec = `product P "Product" {
  markets: [US, EU]
  isDevice: true
  certifiedHealthIt: true
  mdrClass: IIa
  aiActHighRisk: true
  aiActRole: both
  aiActBasis: annexI
  comply with ${frameworks.join(', ')}
}

spec {
  reviewState: released
}

modelStudy Study {
  kind: both
}
`;

  it('has a fix that leaves a sound spec, and is not taken for the answer', {
    timeout: 120_000,
  }, async () => {
    const document = await opened(spec);
    expect(others(document)).toEqual([]);
    const unfixed: string[] = [];
    const unsound: string[] = [];
    for (const diagnostic of asked(document)) {
      const [action] = (await actions(document, diagnostic)).filter(
        ({ title }) => !title.startsWith('Waive'),
      );
      const missing = !/ is not in | must not |; it must be /.test(String(diagnostic.message));
      if (action === undefined) {
        if (missing) unfixed.push(`${conceptOf(diagnostic)} ${diagnostic.message}`);
        continue;
      }
      const text = applied(document, action);
      const after = await opened(text);
      const formatted = formatSpec(text, vigil);
      if (!('text' in formatted) || after.parseResult.parserErrors.length > 0)
        unsound.push(`${action.title} ${text}`);
      // What a statement names may still have to be declared.
      for (const problem of others(after))
        if (!problem.startsWith('VGL0101 ')) unsound.push(`${action.title}: ${problem}`);
      await opened(spec);
    }
    expect(unsound).toEqual([]);
    expect(unfixed).toEqual([]);
  });
});
