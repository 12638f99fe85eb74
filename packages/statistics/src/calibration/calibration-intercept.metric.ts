import { recalibrationMetric } from './recalibration-metric.js';

export const calibrationIntercept = recalibrationMetric({
  name: 'calibration_intercept',
  title: 'Calibration intercept',
  summary:
    'Intercept of the logistic recalibration whose slope is estimated too; read together with the slope (for the mean alone use calibration_in_the_large).',
  formula:
    'a in logit P(y = 1) = a + b · logit(score), maximum likelihood, score clipped to [1e-6, 1 − 1e-6]; interval: a ± z · standard error from the information matrix',
  targetValue: 0,
  slope: 'free',
  read: ({ intercept, interceptError }) => ({ value: intercept, standardError: interceptError }),
  sentence: ({ value }) =>
    `The calibration intercept, estimated along with the slope, is ${value}; 0 is right.`,
  source: 'Cox DR. Biometrika 1958;45:562–565; Van Calster B et al. BMC Med 2019;17:230',
});
