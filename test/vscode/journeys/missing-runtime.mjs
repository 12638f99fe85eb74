import { poll } from '../editor.mjs';

export const title = 'without a runtime a run says what to install, or which setting leads nowhere';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Run Spec');
  const missing = editor.notification('No Vigil runtime was found. Install it in the workspace');
  await missing.waitFor();
  await editor.command('Notifications: Clear All Notifications');
  await missing.waitFor({ state: 'detached' });
  await editor.settings({ 'vigil.runtime.path': '/nowhere/vigil' });
  const nowhere = editor.notification('names /nowhere/vigil, and there is no such file');
  await poll(async () => {
    // The setting may take a moment to arrive.
    await editor.command('Vigil: Run Spec');
    return await nowhere.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  }, 'the setting to be named');
}
