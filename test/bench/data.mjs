import { DuckDBInstance } from '@duckdb/node-api';

export const COLUMNS = 20;
const names = Array.from({ length: COLUMNS }, (_, column) => `x${column}`);

export { names };

/** A number in (0, 1) from row and seed alone, so that every run of the benchmark reads the same rows. */
const uniform = (seed) => `((hash(i * 1000 + ${seed}) >> 11)::DOUBLE / 9007199254740992.0)`;
const normal = (seed) =>
  `(sqrt(-2 * ln(greatest(${uniform(seed)}, 1e-300))) * cos(6.283185307179586 * ${uniform(seed + 1)}))`;

/** Shapes as clinical tables have them: bell-shaped, skewed, uniform, zero-inflated, discrete; 2 % missing. */
const shapes = [
  (seed, drift) => `${normal(seed)} * 12 + 120 + ${drift} * 3`,
  (seed, drift) => `exp(${normal(seed)} * 0.6) * (1 + ${drift} * 0.1)`,
  (seed) => `${uniform(seed)} * 100`,
  (seed, drift) => `CASE WHEN ${uniform(seed)} < 0.6 THEN 0 ELSE ${uniform(seed + 1)} * (10 + ${drift}) END`,
  (seed, drift) => `floor(${uniform(seed)} * 14 + ${drift})`,
];

function select(rows, seed, time) {
  const columns = names.map((name, column) => {
    // Half of the columns drift slowly over the year; the rest never do.
    const drift = time === null || column % 2 === 0 ? '0' : `(i / ${rows}.0)`;
    const value = shapes[column % shapes.length](seed + column * 10, drift);
    return `CASE WHEN ${uniform(seed + column * 10 + 9)} < 0.02 THEN NULL ELSE (${value})::DOUBLE END AS ${name}`;
  });
  const at = time === null ? [] : [`${time} AS event_time`];
  return `SELECT ${[...at, ...columns, `${uniform(seed + 777)} AS score`].join(', ')} FROM range(${rows}) t(i)`;
}

/** Writes `reference.parquet` and `log.parquet` (one year, evenly spaced) into the folder. */
export async function generate(folder, rows, referenceRows) {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  const write = (name, sql) =>
    connection.run(`COPY (${sql}) TO '${folder}/${name}' (FORMAT parquet, COMPRESSION zstd)`);
  const micros = 366 * 86_400_000_000;
  const time = `make_timestamptz(1704067200000000 + (i * ${Math.floor(micros / rows)})::BIGINT)`;
  await write('reference.parquet', select(referenceRows, 5, null));
  await write('log.parquet', select(rows, 100_005, time));
  connection.closeSync();
}

const CHEAP = ['psi', 'js_distance', 'missing', 'mean'];
const EXACT = ['ks', 'wasserstein'];

/** The spec a user would write: the whole drift report on all inputs, month by month. */
export function spec(withExact) {
  const inputs = names.map((name) => `  input ${name} : number`).join('\n');
  const checks = [...CHEAP, ...(withExact ? EXACT : [])].flatMap((metric) =>
    metric === 'mean'
      ? names.map((name) => `  check mean of ${name} warn > 1000000`)
      : [`  check ${metric} of all inputs warn > 0.9`],
  );
  return `dataset Training { source: "reference.parquet" }
model Bench version "1.0.0" {
${inputs}
  output score : probability
}
log Predictions of Bench {
  source: "log.parquet"
  time: event_time
  prediction: score
}
monitor Drift on Predictions {
  every 1 month against Training
${checks.join('\n')}
}
`;
}
