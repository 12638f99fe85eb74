/**
 * The early-warning score: a logistic regression on ten vitals and laboratory values. Each feature is
 * centred and scaled inside the model, so the ONNX file takes the values as they are logged.
 */
export const features = [
  { name: 'age', centre: 64, scale: 15, weight: 0.25 },
  { name: 'heart_rate', centre: 88, scale: 17, weight: 0.45 },
  { name: 'respiratory_rate', centre: 19, scale: 5, weight: 0.4 },
  { name: 'temperature', centre: 37.1, scale: 0.8, weight: 0.35 },
  { name: 'systolic_bp', centre: 122, scale: 21, weight: -0.4 },
  { name: 'spo2', centre: 95.5, scale: 2.6, weight: -0.2 },
  { name: 'lactate', centre: 1.9, scale: 1.2, weight: 0.55 },
  { name: 'wbc', centre: 10.5, scale: 4, weight: 0.3 },
  { name: 'creatinine', centre: 1.2, scale: 0.7, weight: 0.2 },
  { name: 'gcs', centre: 13.8, scale: 1.8, weight: -0.3 },
];
export const intercept = -3.0;

/** The model's weights on raw values, as the float32 numbers the ONNX file holds. */
export const weights = features.map((f) => Math.fround(f.weight / f.scale));
export const bias = Math.fround(
  intercept - features.reduce((s, f) => s + (f.weight / f.scale) * f.centre, 0),
);

/** Log-odds of sepsis within 48 hours; a missing value counts as the feature's centre. */
export function logit(row) {
  let sum = bias;
  for (let i = 0; i < features.length; i++) sum += weights[i] * (row[features[i].name] ?? features[i].centre);
  return sum;
}
export const sigmoid = (x) => 1 / (1 + Math.exp(-x));
