import { strict as assert } from 'node:assert';

export const title =
  'nothing of ours is an error in the browser’s console or in the logs, and no file of ours is missing';

export async function run({ host }) {
  const errors = (lines) => lines.filter((line) => /vigil/i.test(line) && !/vigil-tests/.test(line));
  assert.deepEqual(errors(host.console.filter((line) => line.startsWith('error:'))), []);
  assert.deepEqual(errors(host.server.log.split('\n').filter((line) => / 404\b|404 /.test(line))), []);
  assert.doesNotMatch(await host.hostLog(), /\[error\]/);
  assert.doesNotMatch(await host.extensionLog(), /\[(error|warning)\]/);
}
