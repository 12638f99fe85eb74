import { expect, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { hostOf } from '../../test-kit/declaration-hosts.js';
import { namedDeclarations } from '../../test-kit/named-declarations.js';
import { declarationSchemas, type FieldSchema, type FieldType, themes } from './index.js';
import { snippetText } from './snippet.js';

const rows = declarationSchemas.flatMap((schema) => [
  ...schema.fields.map((field) => ({ kind: schema.kind, block: null, field })),
  ...schema.blocks.flatMap((block) =>
    block.fields.map((field) => ({ kind: schema.kind, block: block.name, field })),
  ),
]);

/** A spec has one product. */
const withoutProduct = namedDeclarations.replace(/^product .*$/m, '');

function specWith(kind: string, block: string | null, name: string, example: string): string {
  const line = `${name}: ${example}`;
  const body = block === null ? line : `${block} { ${line} }`;
  const required =
    declarationSchemas
      .find((schema) => schema.kind === kind)
      ?.fields.filter((each) => each.required && (block !== null || each.name !== name)) ?? [];
  const others = required.map((each) => `${each.name}: ${each.example}`).join('\n');
  const named = kind === 'product' ? withoutProduct : namedDeclarations;
  return `${named}${hostOf(kind)(`${others}\n${body}\n`)}`;
}

it('the named declarations have no finding', async () => {
  expect(await textChecker()(namedDeclarations)).toEqual([]);
});

it.each(
  declarationSchemas.map(({ kind }) => kind),
)('the examples of %s are values their fields take', async (kind) => {
  const checkText = textChecker();
  for (const { block, field } of rows.filter((row) => row.kind === kind)) {
    // Abbreviated digests are for the eye.
    const found = (await checkText(specWith(kind, block, field.name, field.example))).filter(
      ({ code }) => code !== 'VGL0214',
    );
    expect(
      found.map(({ message }) => message),
      `${kind} ${block ?? ''} ${field.name}`,
    ).toEqual([]);
  }
});

it.each(declarationSchemas.map(({ kind }) => kind))('the snippet of %s has no finding', async (kind) => {
  const { snippet, blocks } = declarationSchemas.find((schema) => schema.kind === kind)!;
  const declared =
    kind === 'modification'
      ? `changePlan X for Readmission { ${snippetText(snippet)} }`
      : snippetText(snippet);
  const text = withoutNames(kind, declared) + declared;
  expect(await findings(text), declared).toEqual([]);
  for (const block of blocks) {
    const body = snippetText(block.snippet);
    const required = declarationSchemas
      .find((each) => each.kind === kind)!
      .fields.filter((field) => field.required);
    const host = hostOf(kind)(
      `${required.map((each) => `${each.name}: ${each.example}`).join('\n')}\n${body}`,
    );
    expect(await findings((kind === 'product' ? withoutProduct : namedDeclarations) + host), body).toEqual(
      [],
    );
  }
});

async function findings(text: string): Promise<string[]> {
  return (await textChecker()(text)).filter(({ code }) => code !== 'VGL0214').map(({ message }) => message);
}

/** The named declarations but those the snippet declares itself, because a name is declared once. */
function withoutNames(kind: string, declared: string): string {
  const name = /^\w+ (\w+)/.exec(declared)?.[1];
  const parts = (kind === 'product' ? withoutProduct : namedDeclarations).split(/\n(?=[a-z])/);
  return `${parts.filter((part) => !new RegExp(`^[a-zA-Z]+ ${name}\\b`).test(part)).join('\n')}\n`;
}

function typesIn(type: FieldType): readonly FieldType[] {
  if (type.kind === 'either') return [type, ...type.types.flatMap(typesIn)];
  if (type.kind === 'list') return [type, ...typesIn(type.of)];
  if (type.kind === 'record') return [type, ...(type.fields ?? []).flatMap((field) => typesIn(field.type))];
  return [type];
}

function fieldsIn(field: FieldSchema): readonly FieldSchema[] {
  const below = typesIn(field.type).flatMap((type) => (type.kind === 'record' ? (type.fields ?? []) : []));
  return [field, ...below];
}

it('names are unique and camelCase, and every row is documented by a sentence', () => {
  for (const schema of declarationSchemas) {
    const facts = [...schema.fields.map(({ name }) => name), ...schema.blocks.map(({ name }) => name)];
    expect(new Set(facts).size, schema.kind).toBe(facts.length);
    expect(schema.documentation).toMatch(/^[A-Z].*\.$/s);
    for (const block of schema.blocks) {
      const names = block.fields.map(({ name }) => name);
      expect(new Set(names).size, block.name).toBe(names.length);
    }
  }
  for (const { kind, field } of rows) {
    for (const { name, documentation, example } of fieldsIn(field)) {
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(documentation, `${kind}.${name}`).toMatch(/^[A-Z].{5,}\.$/);
      expect(example, `${kind}.${name}`).not.toMatch(/^"…"$/);
    }
  }
});

it('every word of an enumeration is explained', () => {
  for (const { kind, field } of rows) {
    for (const type of typesIn(field.type)) {
      if (type.kind !== 'enum') continue;
      for (const [word, meaning] of Object.entries(type.words)) {
        expect(word, `${kind}.${field.name}`).toMatch(/^[A-Za-z]\w*$/);
        expect(meaning.length, `${kind}.${field.name}: ${word}`).toBeGreaterThan(2);
      }
    }
  }
});

it('references lead to kinds of declaration that exist', () => {
  const kinds = new Set(declarationSchemas.map(({ kind }) => kind));
  for (const { kind, field } of rows)
    for (const type of typesIn(field.type))
      if (type.kind === 'reference')
        for (const target of type.to) expect(kinds, `${kind}.${field.name}`).toContain(target);
});

it('kinds and titles are unique, and every kind stands in one chapter', () => {
  const listed = themes.flatMap(({ declarations }) => declarations);
  expect(new Set(listed.map(({ kind }) => kind)).size).toBe(listed.length);
  expect(new Set(listed.map(({ title }) => title)).size).toBe(listed.length);
});
