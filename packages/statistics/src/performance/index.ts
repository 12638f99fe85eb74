import type { MetricDescriptor } from '../metric.js';
import { accuracy } from './accuracy.metric.js';
import { auroc } from './auroc.metric.js';
import { averagePrecision } from './average-precision.metric.js';
import { balancedAccuracy } from './balanced-accuracy.metric.js';
import { brier } from './brier.metric.js';
import { f1 } from './f1.metric.js';
import { falseNegativeRate } from './false-negative-rate.metric.js';
import { falsePositiveRate } from './false-positive-rate.metric.js';
import { logLoss } from './log-loss.metric.js';
import { mcc } from './mcc.metric.js';
import { netBenefit } from './net-benefit.metric.js';
import { npv } from './npv.metric.js';
import { ppv } from './ppv.metric.js';
import { prevalence } from './prevalence.metric.js';
import { rescore } from './rescore.metric.js';
import { alertRate, selectionRate } from './selection-rate.metric.js';
import { sensitivity } from './sensitivity.metric.js';
import { specificity } from './specificity.metric.js';

/** Metrics of how well the predictions serve, and whether the model still gives them. */
export const performanceMetrics: readonly MetricDescriptor[] = [
  auroc,
  averagePrecision,
  brier,
  logLoss,
  sensitivity,
  specificity,
  ppv,
  npv,
  falsePositiveRate,
  falseNegativeRate,
  f1,
  accuracy,
  balancedAccuracy,
  mcc,
  netBenefit,
  selectionRate,
  alertRate,
  prevalence,
  rescore,
];
