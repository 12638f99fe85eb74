import { recalibrationMetric } from './recalibration-metric.js';

export const calibrationInTheLarge = recalibrationMetric({
  name: 'calibration_in_the_large',
  title: 'Calibration in the large',
  summary:
    'By how much the predicted log-odds are too low (above 0) or too high (below 0) on the whole, the slope taken as right.',
  formula:
    'a in logit P(y = 1) = a + logit(score), maximum likelihood with logit(score) as offset, score clipped to [1e-6, 1 − 1e-6]; interval: a ± z · standard error from the information',
  targetValue: 0,
  slope: 'one',
  read: ({ intercept, interceptError }) => ({ value: intercept, standardError: interceptError }),
  sentence: ({ value }) =>
    `On the whole the predicted log-odds are off by ${value}: above 0 the risks are predicted too low, below 0 too high.`,
  source: 'Steyerberg EW et al. Epidemiology 2010;21:128–138; Van Calster B et al. BMC Med 2019;17:230',
});
