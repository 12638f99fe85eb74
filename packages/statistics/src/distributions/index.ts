export { chiSquareSurvival } from './chi-square.js';
export { kolmogorovSurvival } from './kolmogorov.js';
export { exactTwoSampleLimit, exactTwoSampleSurvival } from './kolmogorov-two-sample.js';
export { studentTQuantile } from './student-t.js';
