import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EmptyFileSystem } from 'langium';
import { describe, expect, it } from 'vitest';
import * as ast from '../generated/ast.js';
import { createVigilServices } from '../services.js';

interface CollectedItem {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly requirement: string;
  readonly applies_when: string;
  readonly satisfied_by: string;
  readonly check: string;
  readonly spec_paths: readonly string[];
  readonly severity: string;
  readonly kind: string;
  readonly evidence?: string;
  readonly attestation?: { readonly role: string; readonly renew_months: string };
  readonly provenance: { readonly status: string; readonly source: string };
}
interface Framework {
  readonly framework: string;
  readonly name: string;
  readonly edition: string;
  readonly url: string;
  readonly note?: string;
  readonly items: readonly CollectedItem[];
}

const script = fileURLToPath(new URL('../../scripts/regulations/print-json.mjs', import.meta.url));
const collected = new URL('../../../../../shared/regulations/', import.meta.url);
const isThere = existsSync(collected);
const frameworks: readonly Framework[] = isThere
  ? JSON.parse(spawnSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 1 << 24 }).stdout)
  : [];

const { vigil } = createVigilServices(EmptyFileSystem);

function checklistOf(framework: Framework): ast.Checklist {
  const text = readFileSync(new URL(`library/${framework.framework}.vigil`, import.meta.url), 'utf8');
  const spec = vigil.parser.LangiumParser.parse<ast.Spec>(text).value;
  const [checklist] = spec.declarations.filter(ast.isChecklist);
  if (checklist === undefined) throw new Error(`${framework.framework} has no checklist`);
  return checklist;
}

const itemsOf = (checklist: ast.Checklist) => checklist.statements.filter(ast.isItem);

/** The clauses of an item, by kind; what is written once is that. */
function clausesOf(item: ast.Item) {
  const { clauses } = item;
  return {
    cites: clauses.filter(ast.isCitation).flatMap((each) => each.clauses),
    asks: clauses.find(ast.isDemand)?.text,
    satisfiedBy: clauses.find(ast.isSatisfaction)?.text,
    about: clauses.filter(ast.isConcern).flatMap((each) => each.concepts),
    applies: clauses.find(ast.isApplicability)?.condition.$cstNode?.text,
    requires: clauses.find(ast.isRequirement)?.condition.$cstNode?.text,
    severity: clauses.find(ast.isItemSeverity)?.severity,
    kind: clauses.find(ast.isItemKind),
    provenance: clauses.find(ast.isProvenance),
    /** What stands above a condition that is not as collected. */
    comment: /\/\/ (.+)/.exec(item.$cstNode?.text ?? '')?.[1],
  };
}

/** A condition without layout, in one kind of quotes. */
function plain(condition: string): string {
  return condition.replaceAll("'", '"').replaceAll(/\s/g, '');
}

/** A checklist and what it waives are called by the name a spec gives it. */
function asNamedHere(item: CollectedItem, framework: string, name: string): CollectedItem {
  const named = (condition: string) =>
    condition.replaceAll(`'${framework}'`, `'${name}'`).replaceAll(`'${framework}.'`, `'${name}.'`);
  return { ...item, applies_when: named(item.applies_when), check: named(item.check) };
}

const camel = (word: string) => word.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

describe.skipIf(!isThere)('the library says what was collected (../shared/regulations)', () => {
  it('in 770 items of 26 frameworks', () => {
    const counts = frameworks.map((framework) => itemsOf(checklistOf(framework)).length);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const corrected = frameworks
      .flatMap((framework) => itemsOf(checklistOf(framework)))
      .filter((item) => clausesOf(item).comment !== undefined).length;
    console.info(`${total} items of ${counts.length} frameworks; ${corrected} conditions corrected`);
    expect(counts).toEqual(frameworks.map(({ items }) => items.length));
    expect([counts.length, total]).toEqual([26, 770]);
  });

  it.each(frameworks)('$framework', (framework) => {
    const checklist = checklistOf(framework);
    expect(checklist.title).toBe(framework.name);
    const facts = new Map(
      checklist.statements
        .filter(ast.isField)
        .flatMap(({ name, value }) => (ast.isTextValue(value) ? [[name, value.text] as const] : [])),
    );
    expect(facts.get('url')).toBe(framework.url);
    expect(facts.get('published')).toBe(framework.edition);
    expect(facts.get('note')).toBe(framework.note);

    const items = itemsOf(checklist);
    expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
    items.forEach((item, index) => {
      const wanted = framework.items[index]!;
      const clauses = clausesOf(item);
      expect(item.title, item.name).toBe(wanted.title);
      expect(clauses.cites.join('; '), item.name).toBe(wanted.citation);
      expect(clauses.asks, item.name).toBe(wanted.requirement);
      expect(clauses.satisfiedBy, item.name).toBe(wanted.satisfied_by);
      expect(clauses.severity, item.name).toBe(wanted.severity);
      expect(clauses.kind?.kind ?? 'structural', item.name).toBe(wanted.kind);
      expect(clauses.provenance, item.name).toMatchObject(wanted.provenance);
      expectAttestation(clauses.kind, wanted);
      expectName(item.name, wanted.id);
      expectConditions(clauses, asNamedHere(wanted, framework.framework, checklist.name));
    });
  });
});

function expectAttestation(kind: ast.ItemKind | undefined, { attestation }: CollectedItem): void {
  expect(kind?.role).toBe(attestation && camel(attestation.role));
  const months = Number(attestation?.renew_months ?? 0);
  expect(kind?.months).toBe(months === 0 ? undefined : months);
}

/** Every part of the identifier is found again, in order. */
function expectName(name: string, id: string): void {
  // Specs said so before the article had two items.
  if (id === 'eu-ai-act.10.3.quality') {
    expect(name).toBe('article_10_3');
    return;
  }
  const parts = id
    .slice(id.indexOf('.') + 1)
    .replace(/^(art|attr|p|b\.)(?=\d|\.)/, '')
    .split(/[.-]/);
  expect(name).toMatch(new RegExp(`^([a-z]+_(11_|164_|820_)?)?${parts.filter(Boolean).join('_')}$`));
}

function expectConditions(
  { applies = 'true', requires, comment, about }: ReturnType<typeof clausesOf>,
  wanted: CollectedItem,
): void {
  const { id, kind, check, applies_when, evidence, spec_paths } = wanted;
  if (about.length > 0) expect(about, id).toEqual(spec_paths);
  else for (const path of spec_paths) expect(requires, id).toContain(`present(${path})`);
  if (kind === 'evidence') expect(requires, id).toBe(`evidence("${evidence}")`);
  if (kind === 'attestation') {
    expect(requires, id).toBeUndefined();
    expect(check).toBe(`attested('${id}')`);
  } else if (comment === undefined) {
    expect(plain(requires ?? ''), id).toBe(plain(check));
  } else {
    expect(plain(`${applies} ${requires}`), id).not.toBe(plain(`${applies_when} ${check}`));
  }
  if (comment === undefined) expect(plain(applies), id).toBe(plain(applies_when));
}
