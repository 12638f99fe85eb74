import type * as ast from '../../generated/ast.js';
import type { Log } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileFacts, textField } from './facts.js';
import { type Part, part, placesOf, values } from './part.js';
import { required } from './required.js';
import { compileSource } from './source.js';
import { statementsOf } from './statements.js';

/** Zone in which time stamps without an offset are read where a log names none. */
const defaultTimezone = 'UTC';

export function compileLog(log: ast.Log, context: CompileContext): Part<Log> {
  const { statements } = log;
  const facts = compileFacts(statements, 'log', context, ['timezone', 'timeFormat']);
  const columns = statementsOf(statements, 'LogColumn');
  const [sourceWritten] = statementsOf(statements, 'Source');
  const source = compileSource(required(sourceWritten, log, 'the source of the log'), context);
  const time = compileTime(log, columns);
  const timezone = textField(statements, 'timezone');
  const roles = {
    id: columnOf(columns, 'id'),
    subject: columnOf(columns, 'subject'),
    prediction: columnOf(columns, 'prediction'),
    version: columnOf(columns, 'version'),
    arm: columnOf(columns, 'arm'),
  };
  const shadows = columns
    .filter(({ role }) => role === 'shadow')
    .map(compileShadow)
    .sort(({ value: a }, { value: b }) => (a.column < b.column ? -1 : 1));
  const label = columns.filter(({ role }) => role === 'label').map(compileLabel)[0] ?? null;
  const [outcomesWritten] = statementsOf(statements, 'Outcomes');
  const outcomes = outcomesWritten ? compileOutcomes(outcomesWritten, roles.id?.value, context) : null;
  return part(
    log,
    {
      name: log.name,
      title: log.title ?? null,
      facts: facts.value,
      model: log.model?.$refText ?? null,
      source: source.value,
      time: time.value,
      timezone: timezone?.value ?? defaultTimezone,
      id: roles.id?.value ?? null,
      subject: roles.subject?.value ?? null,
      prediction: roles.prediction?.value ?? null,
      version: roles.version?.value ?? null,
      shadows: values(shadows),
      label: label?.value ?? null,
      outcomes: outcomes?.value ?? null,
      arm: roles.arm?.value ?? null,
    },
    { facts, source, time, timezone, ...roles, shadows, label, outcomes },
  );
}

function columnOf(columns: readonly ast.LogColumn[], role: ast.LogColumn['role']): Part<string> | null {
  const written = columns.find((column) => column.role === role);
  return written ? part(written, written.column) : null;
}

function compileTime(log: ast.Log, columns: readonly ast.LogColumn[]): Part<Log['time']> {
  const column = required(columnOf(columns, 'time'), log, 'the time column of the log');
  const format = textField(log.statements, 'timeFormat');
  return {
    value: { column: column.value, format: format?.value ?? null },
    places: [...column.places, ...placesOf({ format })],
  };
}

function compileShadow(shadow: ast.LogColumn): Part<Log['shadows'][number]> {
  const model = required(shadow.model, shadow, 'the model of the shadow column').$refText;
  return part(shadow, { column: shadow.column, model });
}

function compileLabel(label: ast.LogColumn): Part<NonNullable<Log['label']>> {
  return part(label, { column: label.column, availableAt: label.availableAt ?? null });
}

/** Without `joined by` the outcome table is joined by the log's own id. */
function compileOutcomes(
  outcomes: ast.Outcomes,
  id: string | undefined,
  context: CompileContext,
): Part<NonNullable<Log['outcomes']>> {
  const by = required(outcomes.key ?? id, outcomes, 'the column the outcomes are joined by');
  return part(outcomes, { source: compileSource(outcomes, context).value, by });
}
