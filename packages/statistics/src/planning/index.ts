export { chanceGap, chanceRatio, expectedNormalRange } from './chance-difference.js';
export { type ChanceDrift, chanceDrift, type StableWindow } from './chance-drift.js';
export { leastRows } from './least-rows.js';
export { reachableMaximum } from './reachable-maximum.js';
export { type ArmSizes, type ComparisonPlan, sizeOfTwoMeans, sizeOfTwoProportions } from './sample-size.js';
