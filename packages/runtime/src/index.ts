export { type ExitCode, exitCode } from './report/exit-code.js';
export { renderJson } from './report/json.js';
export { renderMarkdown } from './report/markdown.js';
export type * from './report/report.js';
export { reportSchema } from './report/report.schema.js';
export { renderText, type TextOptions } from './report/text.js';
export { type Progress, type RunRequest, runProtocol } from './run.js';
