import { poll } from '../editor.mjs';

export const title = 'without a runtime a run says what to install, or which setting leads nowhere';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Run Spec');
  await editor.notification('No Vigil runtime was found. Install it in the workspace').waitFor();
  await editor.command('Notifications: Clear All Notifications');
  editor.settings({ 'vigil.runtime.path': '/nowhere/vigil' });
  await poll(async () => {
    await editor.command('Vigil: Run Spec');
    await editor
      .notification(/No Vigil runtime|no such file/)
      .first()
      .waitFor();
    if ((await editor.notification('names /nowhere/vigil, and there is no such file').count()) > 0)
      return true;
    // The setting has not arrived yet.
    await editor.command('Notifications: Clear All Notifications');
    return false;
  }, 'the setting to be named');
}
