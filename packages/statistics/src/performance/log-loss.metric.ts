import { metric } from '../metric.js';
import { insufficient } from './insufficient.js';
import { meanOverRows } from './mean-loss.js';
import { outcomeTotals } from './outcomes.js';
import { notProbabilities } from './probability-scores.js';

export const logLoss = metric<'scores'>({
  name: 'log_loss',
  title: 'Log loss',
  summary: 'Mean negative log-likelihood of the outcomes; punishes confident mistakes.',
  formula:
    '−Σ [label · ln p + (1 − label) · ln(1 − p)] / n, natural log, p = score clipped to [ε, 1 − ε] with ε = 2⁻⁵²; interval: mean ± z · sd / √n',
  family: 'performance',
  appliesTo: 'outcome',
  parameters: [],
  threshold: 'none',
  needsLabels: true,
  needsReference: false,
  better: 'lower',
  range: { minimum: 0, maximum: null },
  unit: 'nats',
  givesPValue: false,
  givesInterval: true,
  byGroup: true,
  needs: 'scores',
  compute(scores, { confidence }) {
    const reason = notProbabilities(scores);
    if (reason !== null) return insufficient(reason, outcomeTotals(scores).rows);
    return meanOverRows(scores, rowLoss, [0, Number.POSITIVE_INFINITY], confidence);
  },
  sentence: ({ value }) =>
    `The mean surprise at the outcomes given the predicted risks (log loss) is ${value}; 0 is perfect.`,
  source: 'Good IJ. J R Stat Soc B 1952;14:107–114; scikit-learn `log_loss` (clips at float64 epsilon)',
});

function rowLoss(score: number, outcome: 0 | 1): number {
  const p = Math.min(Math.max(score, Number.EPSILON), 1 - Number.EPSILON);
  return outcome === 1 ? -Math.log(p) : -Math.log1p(-p);
}
