export { type AreaUnderCurve, deLong, deLongInterval } from './delong.js';
export { logRatio } from './log-ratio.js';
export { newcombe, type Rate } from './newcombe.js';
export { normalQuantile } from './normal-quantile.js';
export { exactPoisson } from './poisson.js';
export { wilson } from './wilson.js';
