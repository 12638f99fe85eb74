import { strict as assert } from 'node:assert';

export const title = 'a model is renamed in the file that declares it and in the one that imports it';

export async function run(editor) {
  await editor.open('two-files/model.vigil');
  await editor.place('two-files/model.vigil', 'Readmission');
  await editor.page.keyboard.press('F2');
  const input = editor.page.locator('.rename-box input');
  await input.waitFor();
  await input.fill('Rehospitalisation');
  await editor.page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await editor.page.locator('.view-line', { hasText: 'Rehospitalisation' }).first().waitFor();
  await editor.saveUntil('two-files/model.vigil', /^model Rehospitalisation "Readmission within/);
  await editor.saveUntil('two-files/watch.vigil', /Rehospitalisation/);
  const watch = await editor.read('two-files/watch.vigil');
  assert.match(watch, /^log Discharges of Rehospitalisation \{/m);
  assert.match(watch, /^ {2}step pause Rehospitalisation$/m);
  assert.doesNotMatch(watch, /Readmission/);
}
