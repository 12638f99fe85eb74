import { recalibrationMetric } from './recalibration-metric.js';

export const calibrationSlope = recalibrationMetric({
  name: 'calibration_slope',
  title: 'Calibration slope',
  summary:
    'How steeply outcomes rise with the predicted log-odds: 1 is right, below 1 the predictions are too extreme, above 1 too timid.',
  formula:
    'b in logit P(y = 1) = a + b · logit(score), maximum likelihood, score clipped to [1e-6, 1 − 1e-6]; interval: b ± z · standard error from the information matrix',
  targetValue: 1,
  slope: 'free',
  read: ({ slope, slopeError }) => ({ value: slope, standardError: slopeError }),
  sentence: ({ value }) =>
    `The calibration slope is ${value}: below 1 the predicted risks are too extreme, above 1 too alike.`,
  source: 'Cox DR. Biometrika 1958;45:562–565; Van Calster B et al. BMC Med 2019;17:230',
});
