import type { LogOutputChannel } from 'vscode';
import { redacted } from './redacted.js';

const writing = new Set<PropertyKey>([
  'trace',
  'debug',
  'info',
  'warn',
  'error',
  'append',
  'appendLine',
  'replace',
]);

/** The same log, in which nothing is written that opens a door: specs and errors may hold addresses with keys. */
export function redactedLog(log: LogOutputChannel): LogOutputChannel {
  return new Proxy(log, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (!writing.has(name)) return member.bind(target);
      return (...words: readonly unknown[]) => member.apply(target, words.map(redactedWord));
    },
  });
}

function redactedWord(word: unknown): unknown {
  if (typeof word === 'string') return redacted(word);
  return word instanceof Error ? redacted(word.stack ?? word.message) : word;
}
