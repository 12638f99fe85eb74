import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import {
  type Dataset,
  type Declaration,
  isDataset,
  isDimension,
  isFactDeclaration,
  isLog,
  isModel,
  isMonitor,
  isScenario,
  type Log,
  type Spec,
} from '../../generated/ast.js';
import type { ImportGraph } from '../../references/import-graph.js';
import { homeOf } from './column-home.js';
import { type ColumnUse, withHome } from './column-use.js';
import type { Reading, Readings } from './readings.js';

/**
 * Which places name the same column of the data. Columns are plain names in a spec; two places mean one column when
 * their data is connected: a log is data of its model, a monitor's reference data like that of its log, a scenario's
 * dataset what its monitors see, and a subgroup divides whatever it is used on.
 */
export class ColumnGraph {
  readonly #uses = new Map<string, ColumnUse[]>();
  readonly #links = new Map<AstNode, Set<AstNode>>();
  readonly #files: readonly LangiumDocument[];
  readonly #imports: ImportGraph;

  constructor(files: readonly LangiumDocument[], imports: ImportGraph, readings: Readings) {
    this.#files = files;
    this.#imports = imports;
    for (const declaration of files.flatMap(declarationsOf)) {
      const reading = readings.of(declaration);
      const home = homeOf(declaration);
      for (const written of reading.columns) append(this.#uses, written.column, withHome(written, home));
      this.#linkData(declaration, reading);
    }
  }

  /** All uses of the column, those whose data is nearest first. */
  same(use: ColumnUse): ColumnUse[] {
    return this.#known(use.column, this.#connected(use));
  }

  /** What declares the column: the nearest input or output, else the nearest role in a log, else a subgroup. */
  declaration(use: ColumnUse): ColumnUse | undefined {
    const all = this.same(use);
    for (const how of ['feature', 'role', 'group']) {
      const found = all.find(({ declares }) => declares === how);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The logs and datasets whose rows a place that names the column reads. */
  dataRead({ home, column }: ColumnUse): (Log | Dataset)[] {
    if (isLog(home) || isDataset(home)) return [home];
    const near = [...(this.#links.get(home) ?? []), ...(this.#floatingLinks(column).get(home) ?? [])];
    return near.filter((each) => isLog(each) || isDataset(each));
  }

  /** Places where data that has this column also has another of a given name. */
  beside(use: ColumnUse, column: string): ColumnUse[] {
    return this.#known(column, this.#connected(use));
  }

  #known(column: string, homes: readonly AstNode[]): ColumnUse[] {
    const uses = this.#uses.get(column) ?? [];
    return homes.flatMap((home) => uses.filter((use) => use.home === home));
  }

  /** The declarations whose data has the column in common, nearest first. */
  #connected({ home, column }: ColumnUse): AstNode[] {
    const floating = this.#floatingLinks(column);
    const found = new Set([home]);
    for (const next of found) {
      for (const other of [...(this.#links.get(next) ?? []), ...(floating.get(next) ?? [])]) {
        // A subgroup that divides two logs by sex says nothing about their ages.
        if (!isDimension(other) || other.column === column) found.add(other);
      }
    }
    return [...found];
  }

  #linkData(declaration: Declaration, { references, expectsAll }: Reading): void {
    const home = homeOf(declaration);
    for (const { ref: target } of references) {
      if (target === undefined) continue;
      if (isData(target) || isDimension(target)) this.#link(this.#links, home, target);
      else if (isScenario(declaration) && isMonitor(target)) this.#link(this.#links, home, homeOf(target));
    }
    if (!expectsAll) return;
    const monitors = this.#seenFrom(AstUtils.getDocument(declaration))
      .flatMap(declarationsOf)
      .filter(isMonitor);
    for (const monitor of monitors) this.#link(this.#links, home, homeOf(monitor));
  }

  /**
   * What a name alone connects. A subgroup that nothing uses belongs to all data in sight; a column that only a
   * subgroup tells of belongs to the log it is checked on. `feature age { … }` is about the inputs of that name.
   */
  #floatingLinks(column: string): Map<AstNode, Set<AstNode>> {
    const links = new Map<AstNode, Set<AstNode>>();
    const uses = this.#uses.get(column) ?? [];
    const floating = uses.filter(({ node, home }) => node === home || isFactDeclaration(home));
    const knowing = new Set(uses.filter(({ declares }) => declares !== undefined).map(({ home }) => home));
    for (const { home } of floating) {
      const used = isDimension(home) && this.#links.has(home);
      for (const other of this.#inSight(home)) {
        const knows = knowing.has(other) || (isLog(other) && knowing.has(other.model?.ref ?? other));
        if (used ? isLog(other) && !knows : knows || (isDimension(home) && isLog(other)))
          this.#link(links, home, other);
      }
    }
    return links;
  }

  /** Data that some file sees together with a declaration. */
  #inSight(node: AstNode): Set<AstNode> {
    const home = AstUtils.getDocument(node).uri.toString();
    const found = new Set<AstNode>();
    for (const file of this.#files) {
      const seen = this.#seenFrom(file);
      if (!seen.some(({ uri }) => uri.toString() === home)) continue;
      for (const declaration of seen.flatMap(declarationsOf)) if (isData(declaration)) found.add(declaration);
    }
    return found;
  }

  #seenFrom(file: LangiumDocument): LangiumDocument[] {
    return [file, ...this.#imports.importedDocuments(file)];
  }

  #link(links: Map<AstNode, Set<AstNode>>, one: AstNode, other: AstNode): void {
    if (one === other) return;
    links.set(one, (links.get(one) ?? new Set()).add(other));
    links.set(other, (links.get(other) ?? new Set()).add(one));
  }
}

function isData(node: AstNode): boolean {
  return isModel(node) || isLog(node) || isDataset(node);
}

function declarationsOf(document: LangiumDocument) {
  return (document.parseResult.value as Partial<Spec>).declarations ?? [];
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
