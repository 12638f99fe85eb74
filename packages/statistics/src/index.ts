export * from './binning.js';
export * from './metric.js';
export * from './statistic.js';
