/**
 * A synthetic intensive-care cohort with four planted events. No patient stands behind a row.
 *
 *   unit change      2023-07, 2023-08   site B logs temperature in °F instead of °C
 *   sensor change    from 2024-01       new pulse oximeters read 2 points low and drop out more often
 *   case-mix shift   from 2024-05       a geriatric unit opens: a third of the patients is 80 or older
 *   concept drift    from 2024-09       an early-antibiotics bundle prevents two in three of the sepsis cases
 *                                       among patients the score calls high-risk: inputs look the same, the
 *                                       outcome does not
 */
import { features, logit, sigmoid } from './model.mjs';
import { random } from './random.mjs';

const clamp = (x, low, high) => Math.min(high, Math.max(low, x));
const round = (x, digits) => Number(x.toFixed(digits));

/** One admission, as it truly is: vitals move together with a latent severity. */
function patient(rng, { geriatric, sites }) {
  const severity = rng.normal();
  const age = geriatric ? 80 + 12 * rng.uniform() : 64 + 15 * rng.normal();
  const row = {
    age: clamp(Math.round(age), 18, 100),
    heart_rate: clamp(Math.round(88 + 9 * severity + 14 * rng.normal()), 30, 200),
    respiratory_rate: clamp(Math.round(19 + 2.5 * severity + 4.2 * rng.normal()), 5, 55),
    temperature: round(clamp(37.1 + 0.35 * severity + 0.7 * rng.normal(), 33, 42), 1),
    systolic_bp: clamp(Math.round(122 - 9 * severity + 19 * rng.normal()), 55, 230),
    spo2: clamp(Math.round(95.5 - 1.1 * severity + 2.2 * rng.normal()), 60, 100),
    lactate: round(clamp(Math.exp(0.5 + 0.25 * severity + 0.42 * rng.normal()), 0.3, 20), 1),
    wbc: round(clamp(10.5 + 1.5 * severity + 3.7 * rng.normal(), 0.5, 60), 1),
    creatinine: round(clamp(Math.exp(0.03 + 0.12 * severity + 0.4 * rng.normal()), 0.3, 12), 2),
    gcs: clamp(Math.round(15 - Math.abs(0.4 * severity + 1.6 * rng.normal())), 3, 15),
  };
  row.sex = rng.uniform() < 0.46 ? 'female' : 'male';
  row.site = sites[Math.floor(sites.length * rng.uniform())];
  return row;
}

/** What the systems write down about a patient in a given month, planted events included. */
function logged(rng, truth, month) {
  const row = { ...truth };
  if ((month === '2023-07' || month === '2023-08') && row.site === 'B')
    row.temperature = round(row.temperature * 1.8 + 32, 1);
  if (month >= '2024-01') row.spo2 = clamp(row.spo2 - 2, 60, 100);
  if (rng.uniform() < (month >= '2024-01' ? 0.08 : 0.005)) row.spo2 = null;
  return row;
}

/**
 * Rows of one month in order of time.
 * @param {string} month e.g. '2024-05'
 * @param {number} size admissions in the month
 * @param {readonly string[]} sites hospitals the patients come from; each set of sites has patients of its own
 */
export function* admissions(month, size, sites = ['A', 'B', 'C']) {
  const rng = random(0x5e951500 + Number(month.replace('-', '')) + 0x10000 * (3 - sites.length));
  const [year, index] = month.split('-').map(Number);
  const start = Date.UTC(year, index - 1, 1);
  const length = Date.UTC(year, index, 1) - start;
  for (let i = 0; i < size; i++) {
    const truth = patient(rng, { geriatric: month >= '2024-05' && rng.uniform() < 1 / 3, sites });
    const row = logged(rng, truth, month);
    const score = sigmoid(logit(row));
    let risk = sigmoid(logit(truth));
    if (month >= '2024-09' && risk >= 0.1) risk /= 3;
    const time = new Date(start + Math.floor((length * (i + rng.uniform())) / size));
    yield {
      stay_id: `${month}-${String(i + 1).padStart(5, '0')}`,
      scored_at: time.toISOString(),
      model_version: '2.1.0',
      score,
      sepsis_48h: rng.uniform() < risk ? 1 : 0,
      outcome_at: new Date(time.getTime() + 14 * 86_400_000).toISOString(),
      ...row,
    };
  }
}

export const columns = [
  'stay_id',
  'scored_at',
  'model_version',
  ...features.map((f) => f.name),
  'sex',
  'site',
  'score',
  'sepsis_48h',
  'outcome_at',
];
