import { expect, it } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { redacted } from './redacted.js';
import { redactedLog } from './redacted-log.js';

it.each([
  ['postgresql://ward:s3cr3t@db.example.org/log', 'postgresql://•••@db.example.org/log'],
  ['url: "https://hooks.example.org/services/T0/B1/xyz"', 'url: "https://hooks.example.org/•••"'],
  // As a message of the language server carries it, inside JSON.
  [
    '{"text":"url: \\"https://hooks.example.org/T0\\"\\n"}',
    '{"text":"url: \\"https://hooks.example.org/•••\\"\\n"}',
  ],
  ['password=hunter2; user=ward', 'password=•••; user=ward'],
  ['"api_key": "abc123"', '"api_key": "•••"'],
  ['{\\"token\\": \\"abc\\"}', '{\\"token\\": \\"•••\\"}'],
  ['Authorization: Bearer abcdefgh12345', 'Authorization: Bearer •••'],
])('%s is written as %s', (text, written) => {
  expect(redacted(text)).toBe(written);
});

it.each([
  'run /projects/ward/sepsis.vigil with /opt/vigil (setting)',
  'file:///projects/ward/sepsis.vigil',
  'the tokens of the file were asked for',
  'monitor Inputs: psi of age is 0.346, above 0.25',
])('%s stays as it is', (text) => {
  expect(redacted(text)).toBe(text);
});

it('a log redacts what is written, by whatever method, and is otherwise the same', () => {
  const written: string[] = [];
  const channel = {
    name: 'Vigil',
    shown: 0,
    info(text: string) {
      written.push(text);
    },
    error(error: Error) {
      written.push(String(error));
    },
    show() {
      this.shown += 1;
    },
  };
  const log = redactedLog(channel as unknown as LogOutputChannel);
  log.info('token=abc');
  log.error(new Error('password: abc'));
  log.show();
  expect(log.name).toBe('Vigil');
  expect(channel.shown).toBe(1);
  expect(written[0]).toBe('token=•••');
  expect(written[1]).toContain('password: •••');
});
