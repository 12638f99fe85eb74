const { commands, window, workspace, Uri } = require('vscode');

/** Commands that the page object calls: files of the mount, settings, logs. */
exports.activate = ({ subscriptions, logUri }) => {
  const read = async (uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));
  subscriptions.push(
    commands.registerCommand('vigil-tests.read', async (uri) => await read(Uri.parse(uri))),
    commands.registerCommand('vigil-tests.write', async (uri, text) => {
      await workspace.fs.writeFile(Uri.parse(uri), new TextEncoder().encode(text));
    }),
    commands.registerCommand('vigil-tests.show', async (uri) => {
      await window.showTextDocument(Uri.parse(uri));
    }),
    commands.registerCommand('vigil-tests.log', async (path) => await read(Uri.joinPath(logUri, '..', path))),
  );
};
