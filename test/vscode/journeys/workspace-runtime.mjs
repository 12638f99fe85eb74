import { strict as assert } from 'node:assert';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const title = "a run uses the workspace's own runtime where there is one";

const vigil = resolve(import.meta.dirname, '../../../packages/runtime/bin/vigil.js');

export async function run(editor, { packages }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  const bin = join(editor.host.folder, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(vigil, join(bin, 'vigil'));
  try {
    await editor.open('sepsis.vigil');
    await editor.command('Vigil: Run Spec');
    const page = editor.panel('Run');
    await page.locator('.strip').waitFor();
    assert.match(await page.locator('.provenance').innerText(), /node_modules\/\.bin\/vigil/);
  } finally {
    rmSync(join(editor.host.folder, 'node_modules'), { recursive: true });
  }
}
