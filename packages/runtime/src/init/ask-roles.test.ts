import { expect, it } from 'vitest';
import { askRoles } from './ask-roles.js';
import { findRoles } from './detect/roles.js';
import { profile } from './testing/profile.js';

const columns = new Map(
  [
    profile('seen', {}, { type: 'timestamp', counts: null, minimum: 0, maximum: 1 }),
    profile('score', { '0.1': 20, '0.2': 20, '0.3': 5 }),
    profile('died', { '0': 30, '1': 15 }),
    profile('alive', { '0': 15, '1': 30 }),
  ].map((column) => [column.name, column]),
);
const found = findRoles({ columns, inputs: new Set(), given: {}, unique: new Set() });
const answering =
  (answers: Readonly<Record<string, string>>, asked: string[] = []) =>
  async (question: string, suggestion: string) => {
    asked.push(`${question} [${suggestion}]`);
    return Object.entries(answers).find(([start]) => question.includes(start))?.[1] ?? suggestion;
  };

it('asks for each role with what was found, and takes Enter for it', async () => {
  const asked: string[] = [];
  expect(await askRoles(answering({}, asked), found, {}, columns)).toEqual({});
  expect(asked).toEqual([
    'Column with the time of the prediction (- for none) [seen]',
    'Column that names each row (- for none) [-]',
    'Column with the score (- for none) [score]',
    'Column with the outcome, 0 or 1 (- for none) [died]',
  ]);
});

it('takes another column, or none, and does not ask for what was given', async () => {
  const asked: string[] = [];
  const answers = await askRoles(
    answering({ outcome: 'alive', score: '-' }, asked),
    found,
    { time: 'seen' },
    columns,
  );
  expect(answers).toEqual({ time: 'seen', label: 'alive', prediction: null });
  expect(asked).toHaveLength(3);
});

it('names the columns where an answer is none of them', async () => {
  await expect(askRoles(answering({ outcome: 'dead' }), found, {}, columns)).rejects.toThrow(
    "there is no column 'dead'; the data has 'seen', 'score', 'died', 'alive'",
  );
});
