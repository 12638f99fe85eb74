import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { terminalAsk } from './terminal-ask.js';

function terminal() {
  const stdin = new PassThrough();
  const stderr = new PassThrough();
  const io = { stdin, stderr, kill: () => true, pid: 0 } as unknown as NodeJS.Process;
  return { stdin, shown: () => String(stderr.read() ?? ''), questions: terminalAsk(io) };
}

it('shows the question with what Enter stands for, and takes an answer without spaces around it', async () => {
  const { stdin, shown, questions } = terminal();
  const first = questions.ask('Column with the score', 'score');
  expect(shown()).toBe('Column with the score [score]: ');
  stdin.write('  risk \n');
  expect(await first).toBe('risk');
  const second = questions.ask('Threshold', '');
  expect(shown()).toBe('Threshold: ');
  stdin.write('\n');
  expect(await second).toBe('');
  questions.close();
});

it('takes Enter for the suggestion, and shows no escape sequence of a column name', async () => {
  const { stdin, shown, questions } = terminal();
  const answer = questions.ask('Column', 'a\u001b[2Jb');
  expect(shown()).not.toContain('\u001b');
  stdin.write('\n');
  expect(await answer).toBe('a\u001b[2Jb');
  questions.close();
});

it('says what to do when the input ends', async () => {
  const { stdin, questions } = terminal();
  const answer = questions.ask('Column', 'score');
  stdin.end();
  await expect(answer).rejects.toThrow('no answer; --yes takes what is found');
});
