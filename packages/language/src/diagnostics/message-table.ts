import type { MessageDefinition } from './message.js';
import { dataMessages } from './messages/data.messages.js';
import { fieldMessages } from './messages/field.messages.js';
import { fileMessages } from './messages/file.messages.js';
import { governanceMessages } from './messages/governance.messages.js';
import { limitMessages } from './messages/limit.messages.js';
import { metricMessages } from './messages/metric.messages.js';
import { monitorMessages } from './messages/monitor.messages.js';
import { nameMessages } from './messages/name.messages.js';
import { syntaxMessages } from './messages/syntax.messages.js';
import { trialMessages } from './messages/trial.messages.js';

/** Everything the language can say about a spec, by message name; codes are unique (tested). */
export const messageTable = {
  ...syntaxMessages,
  ...nameMessages,
  ...fieldMessages,
  ...dataMessages,
  ...metricMessages,
  ...limitMessages,
  ...monitorMessages,
  ...trialMessages,
  ...governanceMessages,
  ...fileMessages,
} as const satisfies Record<string, MessageDefinition>;

export type MessageName = keyof typeof messageTable;
export type MessageText<N extends MessageName> = (typeof messageTable)[N]['text'];
