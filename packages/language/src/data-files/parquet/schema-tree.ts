import { type DataColumn, MOST_COLUMNS, type NestedColumn } from '../column.js';
import { isColumnName } from '../column-name.js';
import { typeOfElement } from './column-type.js';
import { BrokenThrift } from './compact-reader.js';
import { type SchemaElement, TooManyElements } from './file-metadata.js';

const REPEATED = 2;
/** A list takes two levels, so records of lists sixteen deep are read. */
const DEEPEST = 32;

/**
 * Sorts a schema, listed depth first with the root before all, into flat and nested columns. Names that no
 * spec can write are left out.
 * @throws BrokenThrift when the numbers of children do not make one tree; TooManyElements
 */
export function columnsOfSchema(schema: readonly SchemaElement[]): {
  readonly columns: readonly DataColumn[];
  readonly nested: readonly NestedColumn[];
} {
  const columns: DataColumn[] = [];
  const nested: NestedColumn[] = [];
  let at = 0;
  let leaves = 0;
  const next = (): SchemaElement => {
    const element = schema[at];
    if (element === undefined) throw new BrokenThrift('a record lacks fields');
    at += 1;
    return element;
  };
  const collect = (element: SchemaElement, path: string, usable: boolean, depth: number): string[] => {
    if (depth > DEEPEST) throw new BrokenThrift('columns are nested too deeply');
    if (isLeaf(element)) {
      leaves += 1;
      if (leaves > MOST_COLUMNS) throw new TooManyElements(leavesOf(schema));
      return usable ? [path] : [];
    }
    return repeat(element.children, () => {
      const child = next();
      return collect(child, `${path}.${child.name}`, usable && isColumnName(child.name), depth + 1);
    }).flat();
  };
  const root = next();
  for (let count = 0; count < root.children; count += 1) {
    const element = next();
    const { name } = element;
    const usable = isColumnName(name);
    const fields = collect(element, name, usable, 1);
    if (!usable) continue;
    if (!isLeaf(element)) nested.push({ name, fields });
    else if (element.repetition === REPEATED) nested.push({ name, fields: [] });
    else columns.push({ name, type: typeOfElement(element), nullable: element.repetition !== 0 });
  }
  if (at !== schema.length) throw new BrokenThrift('columns belong to no record');
  return { columns, nested };
}

function isLeaf({ physical, children }: SchemaElement): boolean {
  if (children < 0) throw new BrokenThrift('a record has a negative number of fields');
  if ((physical === null) === (children === 0)) throw new BrokenThrift('a column has no type');
  return physical !== null;
}

function leavesOf(schema: readonly SchemaElement[]): number {
  return schema.filter(({ physical }) => physical !== null).length;
}

function repeat<T>(count: number, make: () => T): T[] {
  const made: T[] = [];
  for (let index = 0; index < count; index += 1) made.push(make());
  return made;
}
