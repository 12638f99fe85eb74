export const title = 'formatting puts the columns of checks back, and changes nothing else';

export async function run(editor) {
  await editor.open('two-files/watch.vigil');
  const tidy = await editor.read('two-files/watch.vigil');
  await editor.replace('two-files/watch.vigil', 'of age fail', 'of     age   fail');
  await editor.replace('two-files/watch.vigil', '  time: scored_at', '        time:scored_at');
  await editor.saveUntil('two-files/watch.vigil', /^ {8}time:scored_at$/m);
  await editor.command('Format Document');
  await editor.command('File: Save All');
  await editor.says('two-files/watch.vigil', (text) => text === tidy, 'what it said before');
}
