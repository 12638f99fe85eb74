export const title = 'in a browser a run is refused, and the reason is shown';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Run Spec');
  await editor
    .notification('Specs cannot be run in a browser: running one starts a program on the data it names')
    .waitFor();
}
