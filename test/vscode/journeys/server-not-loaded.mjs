export const title =
  'a server that cannot be loaded is said to be missing, and what waits for it goes on when it can';

const script = /bundle\/web\/server\.js$/;

export async function run(editor) {
  await editor.open('sepsis.vigil');
  const context = editor.page.context();
  await context.route(script, (route) => route.abort());
  const page = editor.panel('Protocol');
  try {
    await editor.command('Vigil: Restart Language Server');
    await editor.command('Vigil: Preview Protocol');
    await page.locator('.notice', { hasText: 'The language server does not run' }).waitFor();
  } finally {
    await context.unroute(script);
  }
  await editor.command('Vigil: Restart Language Server');
  await page.getByText('Sepsis early warning', { exact: true }).waitFor();
}
