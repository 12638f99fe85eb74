import type { MessageDefinition } from './message.js';
import { messageTable } from './message-table.js';

/** What the table says of a code: title, meaning, what to do; undefined for a code it does not know. */
export function explained(code: string): MessageDefinition | undefined {
  return byCode.get(code);
}

const byCode: ReadonlyMap<string, MessageDefinition> = new Map(
  Object.values(messageTable).map((definition) => [definition.code, definition]),
);
