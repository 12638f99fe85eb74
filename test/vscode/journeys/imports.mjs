import { poll } from '../editor.mjs';

export const title =
  'what imported files declare is known, of new and changed ones, too, and a definition is one key away';

const model = 'two-files/model.vigil';
const watch = 'two-files/watch.vigil';
const answer = 'two-files/answer.vigil';
const later = 'two-files/later.vigil';

export async function run(editor) {
  const text = await editor.read(model);
  const declaring = (name) => text.replace('model Readmission', `model ${name}`);
  const unknown = (name) =>
    editor
      .problems()
      .filter({ hasText: `'${name}'` })
      .first();
  await editor.command('Problems: Focus on Problems View');

  await editor.open(watch);
  await unknown('Readmission').waitFor({ state: 'detached' });
  await editor.write(model, declaring('Stay'));
  await unknown('Readmission').waitFor();
  await editor.write(model, text);
  await unknown('Readmission').waitFor({ state: 'detached' });

  await editor.write(answer, 'import "./later.vigil"\n\nrunbook Answer "An answer" { step pause Later }\n');
  await editor.open(answer);
  await editor.write(later, declaring('Sooner'));
  await unknown('Later').waitFor();
  await editor.write(later, declaring('Later'));
  await unknown('Later').waitFor({ state: 'detached' });

  await editor.open(watch);
  await editor.place(watch, 'Readmission');
  await editor.page.keyboard.press('F12');
  await editor.editorOf(model).waitFor();
  await poll(
    async () => (await editor.cursorLine()) === (await editor.lineOf(model, 'model Readmission')),
    'the cursor to be where the model is declared',
  );
}
