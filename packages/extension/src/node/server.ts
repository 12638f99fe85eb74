import { startStdioServer } from '@vigil/language/server';

startStdioServer();
