import { AstUtils } from 'langium';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import {
  type Field,
  type Import,
  isModel,
  isTextValue,
  type Outcomes,
  type Source,
  type TextValue,
} from '../generated/ast.js';
import type { FieldType } from '../schema/index.js';
import type { CheckContext } from './check-context.js';
import { bodySchemaOf } from './declaration-kind.js';
import { titleOf } from './declaration-noun.js';

export const engines = ['parquet', 'csv', 'jsonl', 'ndjson', 'trino', 'fhir'];
/** Endings of files whose format needs no word. */
export const extensions = ['.parquet', '.csv', '.jsonl', '.ndjson'];

/** A source of rows: a format that is known, and files that are there. */
export function checkSource(source: Source | Outcomes, report: Report, context: CheckContext): void {
  const { engine, path, role } = source;
  const owner = source.$container === undefined ? 'this source' : titleOf(source.$container);
  if (path === undefined) return;
  if (path.trim() === '') {
    report('emptyPath', { field: role ?? 'source', owner }, { node: source, property: 'path' });
    return;
  }
  if (engine !== undefined && !engines.includes(engine)) {
    const near = nearest(engine, engines);
    report(
      'unknownEngine',
      { engine, hint: hint(near), allowed: engines.join(', ') },
      { node: source, property: 'engine' },
      { replacement: near },
    );
    return;
  }
  if (engine === undefined && !extensions.some((extension) => path.toLowerCase().endsWith(extension))) {
    report('unknownFormat', { path, role: role ?? 'source' }, { node: source, property: 'path' });
    return;
  }
  // Tables of a server are no files.
  if (engine === 'trino' || engine === 'fhir' || context.files === undefined) return;
  if (!context.files.exists(AstUtils.getDocument(source).uri, path)) {
    report('dataNotFound', { path, owner }, { node: source, property: 'path' });
  }
}

/** Fields that hold a path: the model's artifact must be there, documents should. */
export function checkFileField(field: Field, report: Report, context: CheckContext): void {
  const { value, $container: body } = field;
  if (context.files === undefined || !isTextValue(value) || body === undefined) return;
  const type = bodySchemaOf(body)?.fields.find(({ name }) => name === field.name)?.type;
  const file = type === undefined ? undefined : fileTypeIn(type);
  if (file === undefined || value.text === undefined || value.text.trim() === '') return;
  // Text is allowed too where a document can also be a number such as "SOP-12".
  if (type?.kind === 'either' && !value.text.includes('/') && type.types.some(({ kind }) => kind === 'text'))
    return;
  if (context.files.exists(AstUtils.getDocument(field).uri, value.text)) return;
  reportAbsent(field, value, file.role, report);
}

function reportAbsent(field: Field, value: TextValue, role: 'artifact' | 'document', report: Report): void {
  const owner = titleOf(field.$container);
  if (role === 'artifact' && isModel(field.$container)) {
    report('artifactNotFound', { model: field.$container.name ?? '', path: value.text }, { node: value });
  } else {
    report('documentNotFound', { field: field.name, owner, path: value.text }, { node: value });
  }
}

function fileTypeIn(type: FieldType): Extract<FieldType, { kind: 'file' }> | undefined {
  if (type.kind === 'file') return type;
  if (type.kind !== 'either') return undefined;
  return type.types.map(fileTypeIn).find((each) => each !== undefined);
}

/** An import leads to a file that could be read. */
export function checkImport(node: Import, report: Report, context: CheckContext): void {
  // Without a file system nobody knows which files there are.
  const problem = context.imports.problem(AstUtils.getDocument(node).uri, node.path);
  if (problem === undefined) return;
  const path = node.path ?? '';
  if (problem.kind === 'refused') {
    report('importRefused', { path, reason: problem.reason }, { node, property: 'path' });
  } else if (context.files !== undefined) {
    report('importNotFound', { path }, { node, property: 'path' });
  }
}
