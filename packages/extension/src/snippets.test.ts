import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatText } from '@vigil/language';
import { expect, it } from 'vitest';

const file = resolve(import.meta.dirname, '../snippets/vigil.json');
const snippets: Record<string, { readonly body: readonly string[] }> = JSON.parse(readFileSync(file, 'utf8'));

/** The text a snippet leaves when every placeholder keeps its default. */
const left = (body: readonly string[]) =>
  body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$0/g, '');

it.each(Object.entries(snippets))('%s can be read as it stands', (_, { body }) => {
  expect(formatText(left(body))).toEqual({ text: expect.any(String) });
});
