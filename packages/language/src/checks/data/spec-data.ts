import { type AstNode, AstUtils } from 'langium';
import type { DeclaredData, UnreadableData } from '../../data-files/declared-data.js';
import {
  type Dataset,
  isAgainst,
  isDataset,
  isLog,
  isMonitor,
  isOutcomes,
  isScenario,
  isScenarioStart,
  isSource,
  isTrial,
  isTrialLog,
  type Log,
  type Outcomes,
  type Source,
  type Spec,
} from '../../generated/ast.js';
import { scheduleClauses } from '../monitor-parts.js';
import { DataTable } from './data-table.js';

type AnySource = Source | Outcomes;

/** The tables behind the logs and datasets that a spec declares or uses, read once for one run of the checks. */
export class SpecData {
  readonly #tables: ReadonlyMap<AnySource, DataTable>;
  readonly #unreadable: ReadonlyMap<AnySource, readonly UnreadableData[]>;

  private constructor(
    tables: ReadonlyMap<AnySource, DataTable>,
    unreadable: ReadonlyMap<AnySource, readonly UnreadableData[]>,
  ) {
    this.#tables = tables;
    this.#unreadable = unreadable;
  }

  static async read(spec: Spec, data: DeclaredData): Promise<SpecData> {
    const tables = new Map<AnySource, DataTable>();
    const unreadable = new Map<AnySource, readonly UnreadableData[]>();
    await Promise.all(
      [...tablesOf(spec)].flatMap(sourcesOf).map(async (source) => {
        const { path, engine } = source;
        if (path === undefined) return;
        const { uri } = AstUtils.getDocument(source);
        const columns = await data.columnsOf(uri, path, engine);
        if (columns !== undefined) tables.set(source, new DataTable(path, columns));
        // What could be read in full needs no second look.
        if (columns === undefined || columns.open === true)
          unreadable.set(source, await data.unreadableIn(uri, path, engine));
      }),
    );
    return new SpecData(tables, unreadable);
  }

  /** The files of a source that are there and cannot be read. */
  unreadable(source: AnySource): readonly UnreadableData[] {
    return this.#unreadable.get(source) ?? [];
  }

  /** The table behind a source; undefined where nothing is known about it. */
  of(source: AnySource | undefined): DataTable | undefined {
    return source === undefined ? undefined : this.#tables.get(source);
  }

  /** The table of a log's or dataset's own source. */
  ofDeclaration(node: Log | Dataset | undefined): DataTable | undefined {
    return node === undefined ? undefined : this.of(sourcesOf(node).find(isSource));
  }

  /** The table of a log's outcomes. */
  ofOutcomes(log: Log): DataTable | undefined {
    return this.of((log.statements ?? []).find(isOutcomes));
  }
}

/** The sources of a log or dataset. */
export function sourcesOf({ statements = [] }: Log | Dataset): AnySource[] {
  return (statements as readonly AstNode[]).filter(
    (each): each is AnySource => isSource(each) || isOutcomes(each),
  );
}

/** What a spec declares, and what of other files it uses. */
function tablesOf({ declarations = [] }: Spec): Set<Log | Dataset> {
  const found = new Set<Log | Dataset>();
  const add = (node: Log | Dataset | undefined): void => {
    if (node !== undefined) found.add(node);
  };
  for (const declaration of declarations) {
    if (isLog(declaration) || isDataset(declaration)) add(declaration);
    else if (isMonitor(declaration)) {
      add(declaration.log?.ref);
      for (const against of scheduleClauses(declaration).filter(isAgainst)) add(against.dataset?.ref);
    } else if (isTrial(declaration)) {
      for (const { log } of (declaration.statements ?? []).filter(isTrialLog)) add(log?.ref);
    } else if (isScenario(declaration)) {
      for (const { dataset } of (declaration.statements ?? []).filter(isScenarioStart)) add(dataset?.ref);
    }
  }
  return found;
}
