import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { macroDocumentation } from './expression/macro-documentation.js';
import { functions, methods } from './functions/functions.js';

const page = readFileSync(new URL('../../../../docs/checklist-conditions.md', import.meta.url), 'utf8');

it('docs/checklist-conditions.md explains every function, method and macro, and no other', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const wanted = [...functions, ...methods].map(({ name, parameters, documentation }) => {
    const given = parameters
      .map((each) => (each.optional === true ? `[${each.name}]` : each.name))
      .join(', ');
    return `| \`${name}(${given})\` | ${documentation} |`;
  });
  const macros = Object.entries(macroDocumentation).map(([name, text]) => `| \`${name}(x, …)\` | ${text} |`);
  expect(rows.toSorted()).toEqual([...wanted, ...macros].toSorted());
});

it('its example is sound', async () => {
  const { checkText } = await import('../../test-kit/check-text.js');
  const [, example = ''] = /```vigil\n([\s\S]*?)```/.exec(page) ?? [];
  expect(example).not.toBe('');
  expect(await checkText(example)).toEqual([]);
});
