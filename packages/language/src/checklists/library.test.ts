import { readdirSync, readFileSync } from 'node:fs';
import { EmptyFileSystem } from 'langium';
import { describe, expect, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { formatSpec } from '../editor/formatting/format-spec.js';
import { createVigilServices } from '../services.js';

const library = new URL('library/', import.meta.url);
const files = readdirSync(library).sort();
const textOf = (file: string) => readFileSync(new URL(file, library), 'utf8');

it('holds a file for each framework', () => {
  expect(files).toHaveLength(26);
  for (const file of files) expect(file).toMatch(/^[a-z0-9-]+\.vigil$/);
});

describe('a checklist of the library', () => {
  const check = textChecker();
  const { vigil } = createVigilServices(EmptyFileSystem);

  it.each(files)('%s has no finding and the layout of the formatter', async (file) => {
    const text = textOf(file);
    expect(await check(text)).toEqual([]);
    expect(formatSpec(text, vigil)).toEqual({ text });
  });
});
