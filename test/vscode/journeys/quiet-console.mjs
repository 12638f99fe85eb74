import { strict as assert } from 'node:assert';

export const title =
  'nothing of ours is an error in the browser’s console or in the logs, and no file of ours is missing';

export async function run({ host }) {
  assert.deepEqual(ours(host.console.filter((line) => line.startsWith('error:'))), []);
  assert.deepEqual(ours(host.server.log.split('\n').filter((line) => /GET \S+ \S*404/.test(line))), []);
  assert.doesNotMatch(await host.hostLog(), /\[error\]/);
  assert.doesNotMatch(await host.extensionLog(), /\[(error|warning)\]/);
}

/** Not every complaint is about us: VS Code asks for a file that its package does not hold. */
function ours(lines) {
  return lines.filter((line) => /vigil/i.test(line));
}
