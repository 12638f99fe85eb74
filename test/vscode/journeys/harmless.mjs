import { strict as assert } from 'node:assert';

/** Whether anything that names of the hostile spec or its data say was executed, in any frame. */
export async function harmless(editor) {
  for (const frame of editor.page.frames()) {
    const found = await frame.evaluate(() => [
      globalThis.vigilHostile ?? null,
      document.querySelectorAll('img[src="x"], [onerror], [onload*="vigilHostile"]').length,
    ]);
    assert.deepEqual(found, [null, 0], `something of a hostile name was taken for markup in ${frame.url()}`);
  }
}
