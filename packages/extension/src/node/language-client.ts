/** A file of its own on a machine, which is read after the commands are there. */
export * from 'vscode-languageclient/node';
