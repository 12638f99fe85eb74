import { harmless } from './harmless.mjs';

export const title = 'hostile names of a spec are text in its protocol, and never run';

export async function run(editor) {
  await editor.open('hostile/hostile.vigil');
  await editor.command('Vigil: Preview Protocol');
  const preview = editor.panel('Protocol');
  await preview.getByText('<img src=x onerror="window.vigilHostile=').first().waitFor();
  await preview.getByText("</script><script>window.vigilHostile='statement'</script>").first().waitFor();
  await harmless(editor);
}
