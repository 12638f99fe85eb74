/**
 * `npm run bench`: the whole drift report through the command line, as a ratio to one DuckDB scan that
 * averages the same columns in the same run, and the peak memory of all processes together.
 * `--rows 1000000` (or several, with commas) chooses the sizes.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { COLUMNS, generate, names, spec } from './data.mjs';
import { watchMemory } from './memory.mjs';

const launcher = path.resolve(import.meta.dirname, '../../packages/runtime/bin/vigil.js');
const given = process.argv.indexOf('--rows');
const sizes = given < 0 ? [1_000_000, 10_000_000] : process.argv[given + 1].split(',').map(Number);
const REPEATS = 3;
/** Long runs are their own average; short ones are repeated and the best is taken. */
const repeatsFor = (rows) => (rows > 5_000_000 ? 1 : REPEATS);
const goals = { cheap: 3, exact: 5, memory: 1.5e9 };

const seconds = (start) => Number(process.hrtime.bigint() - start) / 1e9;
const best = (times) => Math.min(...times);

/** One scan averaging the same columns, in an engine with nothing else to do; the best of three. */
async function baseline(folder) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const averages = names.map((name) => `avg(${name})`).join(', ');
  const times = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const start = process.hrtime.bigint();
    await connection.runAndReadAll(`SELECT ${averages} FROM read_parquet('${folder}/log.parquet')`);
    times.push(seconds(start));
  }
  connection.closeSync();
  return best(times);
}

/** `vigil run` as a user runs it, from the start of the process to its end. */
function run(folder, name) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(process.execPath, [launcher, 'run', path.join(folder, name), '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const memory = watchMemory(child.pid);
    const [out, said] = [[], []];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const time = seconds(start);
      const peak = memory.stop();
      if (code !== 0 && code !== 1)
        return reject(
          new Error(
            `vigil run ended with ${code}:\n${Buffer.concat(said).toString().slice(-2000)}\n${Buffer.concat(out).toString().slice(0, 2000)}`,
          ),
        );
      const report = JSON.parse(Buffer.concat(out).toString());
      const values = report.results.filter(({ value }) => value !== null).length;
      if (values !== report.results.length || values === 0)
        return reject(
          new Error(`${report.results.length - values} of ${report.results.length} results have no value.`),
        );
      return resolve({ time, peak, values });
    });
  });
}

const verdict = (met) => (met ? 'met' : 'NOT met');

for (const rows of sizes) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigil-bench-'));
  try {
    const referenceRows = Math.max(rows / 10, 100_000);
    await generate(folder, rows, referenceRows);
    writeFileSync(path.join(folder, 'cheap.vigil'), spec(false));
    writeFileSync(path.join(folder, 'exact.vigil'), spec(true));
    const scan = await baseline(folder);
    console.log(
      `\n${rows.toLocaleString('en-US')} rows × ${COLUMNS} columns, 12 months, reference ${referenceRows.toLocaleString('en-US')} rows`,
    );
    console.log(`  one scan averaging all columns      ${scan.toFixed(2)} s (best of ${REPEATS})`);
    for (const [kind, title] of [
      ['cheap', 'PSI, JS, missing, mean            '],
      ['exact', 'the same with exact KS, Wasserstein'],
    ]) {
      const runs = [];
      for (let repeat = 0; repeat < repeatsFor(rows); repeat += 1)
        runs.push(await run(folder, `${kind}.vigil`));
      const time = best(runs.map((one) => one.time));
      const peak = runs[0].peak === null ? null : Math.max(...runs.map((one) => one.peak));
      const ratio = time / scan;
      console.log(
        `  ${title}  ${time.toFixed(2)} s = ${ratio.toFixed(1)} × the scan (goal ≤ ${goals[kind]}: ${verdict(ratio <= goals[kind])})` +
          (peak === null
            ? ''
            : `, peak ${(peak / 1e9).toFixed(2)} GB (goal ≤ 1.5: ${verdict(peak <= goals.memory)})`) +
          `, ${runs[0].values} results`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
