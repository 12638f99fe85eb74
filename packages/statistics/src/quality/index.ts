import { mean } from './mean.metric.js';
import { missing } from './missing.metric.js';
import { outOfRange } from './out-of-range.metric.js';
import { unseen } from './unseen.metric.js';
import { volume } from './volume.metric.js';

/** Metrics of the data itself: what came, and whether it is what was declared. */
export const qualityMetrics = [mean, missing, outOfRange, unseen, volume] as const;
