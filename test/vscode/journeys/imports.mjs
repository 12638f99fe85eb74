import { poll } from '../editor.mjs';

export const title =
  'what an imported file declares is known, also when that file is changed, and its definition is one key away';

const model = 'two-files/model.vigil';
const watch = 'two-files/watch.vigil';

export async function run(editor) {
  await editor.open(watch);
  const text = await editor.read(model);
  await editor.command('Problems: Focus on Problems View');
  const unknown = editor.problems().filter({ hasText: "'Readmission'" }).first();
  await unknown.waitFor({ state: 'detached' });
  await editor.write(model, text.replace('model Readmission', 'model Stay'));
  await unknown.waitFor();
  await editor.write(model, text);
  await unknown.waitFor({ state: 'detached' });

  await editor.command('View: Focus First Editor Group');
  await editor.place(watch, 'Readmission');
  await editor.page.keyboard.press('F12');
  await editor.editorOf(model).waitFor();
  await poll(
    async () => (await editor.cursorLine()) === (await editor.lineOf(model, 'model Readmission')),
    'the cursor to be where the model is declared',
  );
}
