import { poll } from '../editor.mjs';

export const title = 'activation and the start of the server are measured';

export async function run(editor, { measure }) {
  await editor.open('sepsis.vigil');
  await poll(async () => (await problems(editor)) !== 'No Problems', 'the first diagnostics');
  await editor.command('Developer: Show Running Extensions');
  const name = editor.page.getByText(/^(Vigil|vigil\.vigil-vscode)$/);
  const row = editor.page.locator('.runtime-extensions-editor .monaco-list-row', { has: name });
  const said = async () => /Activation: (\d+)ms/.exec((await row.allInnerTexts()).join(' '))?.[1];
  const activation = await poll(said, 'the time of activation');
  measure('activation', `${activation} ms`);

  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Restart Language Server');
  await poll(async () => (await problems(editor)) === 'No Problems', 'the old diagnostics to go');
  await poll(async () => (await problems(editor)) !== 'No Problems', 'the new diagnostics');
  const diagnosed = Date.now();
  const log = await editor.host.extensionLog();
  const started = timeOf(log, 'The language server starts');
  measure('server ready after its start', `${timeOf(log, 'The language server is ready') - started} ms`);
  measure('first diagnostics on the screen after its start', `${diagnosed - started} ms`);
}

async function problems(editor) {
  return await editor.page.locator('[id="status.problems"]').getAttribute('aria-label');
}

/** When the log said something last, in milliseconds. */
function timeOf(log, text) {
  const line = log.split('\n').findLast((each) => each.includes(text));
  return Date.parse(line.slice(0, '2026-01-01 00:00:00.000'.length).replace(' ', 'T'));
}
