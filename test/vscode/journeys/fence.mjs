import { poll } from '../editor.mjs';

export const title = 'a spec inside Markdown has its colours, so that a pull request can be read';

export async function run(editor) {
  await editor.write(
    'notes.md',
    '# Notes\n\nmonitor Inputs\n\n```vigil\nmonitor Inputs on Admissions {\n```\n',
  );
  await editor.open('notes.md');
  const word = (line) =>
    editor.page
      .locator('.monaco-editor[data-uri$="notes.md"] .view-line')
      .filter({ hasText: line })
      .locator('span span', { hasText: /^monitor$/ });
  // As prose the word stands in one piece with its line; as a keyword it is a piece with a colour of its own.
  await poll(
    async () => (await word(/^monitor.Inputs.on.Admissions/).count()) === 1,
    'the keyword to have a colour of its own',
  );
  if ((await word(/^monitor.Inputs$/).count()) !== 0) throw new Error('prose was coloured as a spec');
}
