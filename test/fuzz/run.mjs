/**
 * `npm run test:fuzz`: a hundred thousand random edits through the language's real services. A text that breaks
 * something is made small and kept in `regressions/`, which the quick test replays ever after.
 * `--edits 1000 --seed 7` choose another run.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus } from './corpus.mjs';
import { Finding, fails, fuzz, LARGEST_GROWTH, shrink } from './fuzz.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const edits = option('edits', 100_000);
const seed = option('seed', 20_261_121);

try {
  const progress = (done) => {
    if (done % 10_000 === 0) console.log(`${done} edits`);
  };
  const { slowest, growth } = await fuzz({ edits, seed, texts: corpus(), progress });
  const grown =
    growth === undefined ? 'unknown (start Node.js with --expose-gc)' : `${(growth / 1e6).toFixed(1)} MB`;
  console.log(
    `${edits} edits with seed ${seed}: nothing thrown, slowest ${slowest.toFixed(0)} ms, growth ${grown}`,
  );
  if (growth !== undefined && growth > LARGEST_GROWTH) {
    console.error(`the heap may grow by ${LARGEST_GROWTH / 1e6} MB at most`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
  if (error instanceof Finding) {
    const file = join(import.meta.dirname, 'regressions', `seed-${seed}-edit-${error.edit}.vigil`);
    writeFileSync(file, error.text);
    const alone = (await fails(error.text)) !== undefined;
    if (alone) writeFileSync(file, await shrink(error.text));
    console.error(`${alone ? 'made small' : 'only after the edits before it'}: ${file}`);
  }
}
