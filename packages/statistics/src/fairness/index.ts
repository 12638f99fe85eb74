export { gap } from './gap.js';
export type { GroupComparison, GroupResult } from './group-result.js';
export { ratio } from './ratio.js';
