import type { AstNode } from 'langium';
import { packNamed, packNames } from '../checklists/packs.js';
import { waivableIn } from '../checklists/waivable.js';
import { type Checklist, isChecklist, isField, isItem } from '../generated/ast.js';
import type { CheckContext } from './check-context.js';

/** What a spec can say of a checklist: one that ships with Vigil, or one it declares or imports. */
export interface KnownChecklist {
  readonly items: readonly string[];
  /** Whether a waiver may name this beside the items: a part of an item that asks whether it is waived. */
  isPart(name: string): boolean;
  /** Undefined where the checklist has no editions. */
  readonly edition: string | undefined;
  /** Former editions. */
  readonly replaces: readonly string[];
}

/** The names of all checklists a spec can name at this place. */
export function checklistNames(node: AstNode, context: CheckContext): readonly string[] {
  const declared = context.visible(node).filter(isChecklist);
  return [...packNames, ...declared.flatMap(({ name }) => name ?? [])];
}

/** A checklist by its name; a declared one comes before one that ships with Vigil. */
export function checklistNamed(
  name: string,
  node: AstNode,
  context: CheckContext,
): KnownChecklist | undefined {
  const declared = context
    .visible(node)
    .filter(isChecklist)
    .find((each) => each.name === name);
  return declared === undefined ? shipped(name, node, context) : ofText(declared);
}

function shipped(name: string, node: AstNode, context: CheckContext): KnownChecklist | undefined {
  const pack = packNamed(name);
  if (pack === undefined) return undefined;
  const waivable = waivableIn(pack);
  const { edition, replaces } = pack.facts;
  return {
    items: waivable.items,
    isPart: (part) =>
      waivable.words.includes(part) ||
      (waivable.declarations && context.visible(node).some((each) => 'name' in each && each.name === part)),
    edition: typeof edition === 'string' ? edition : undefined,
    replaces: textsOf(replaces),
  };
}

function ofText(checklist: Checklist): KnownChecklist {
  const statements = checklist.statements ?? [];
  const field = (name: string) => statements.filter(isField).find((each) => each.name === name)?.value;
  const edition = field('edition');
  const replaces = field('replaces');
  const former = replaces?.$type === 'ListValue' ? (replaces.items ?? []) : [replaces];
  return {
    items: statements.filter(isItem).flatMap(({ name }) => name ?? []),
    // Which words a condition may waive is known when it can be read.
    isPart: () => /\bwaived\(/.test(checklist.$cstNode?.text ?? ''),
    edition: edition?.$type === 'TextValue' ? edition.text : undefined,
    replaces: former.flatMap((each) => (each?.$type === 'TextValue' ? (each.text ?? []) : [])),
  };
}

function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string');
}
