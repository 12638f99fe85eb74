import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { GivenFiles, receiveFiles } from './given-files.js';
import { startVigilServer } from './server.js';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** Entry of the web worker: the server speaks with the page by messages, and knows the files the editor opens or gives. */
const page = globalThis as unknown as Port;
const connection = createConnection(new BrowserMessageReader(page), new BrowserMessageWriter(page));
const files = new GivenFiles();
receiveFiles(connection, files, startVigilServer(connection, { fileSystemProvider: () => files }));
