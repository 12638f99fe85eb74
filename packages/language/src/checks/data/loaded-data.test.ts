import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder } from '../../../test-kit/spec-folder.js';
import { parquetBytes } from '../../data-files/testing/parquet-bytes.js';
import { loadSpec } from '../../references/load-spec.js';

const spec = `dataset Training { role: reference source: "data/training.csv" }
model Risk version "1.0.0" {
  kind: locked
  input age : number 0..120
  input weight : number
  output score : probability
}
log Visits of Risk { source: "logs/*.csv" time: seen prediction: score }
log Archive { source: "data/archive.parquet" time: seen_at }
monitor Drift on Visits { every 1 month against Training check psi of all inputs fail > 0.2 }
`;

it('the command line checks a spec against the files beside it', async () => {
  const files = {
    'main.vigil': spec,
    'logs/2024-01.csv': 'seen_at,age,score\n2024-01-03,61,0.2\n',
    'logs/2024-02.csv': 'seen_at,age,score\n2024-02-03,40,0.4\n',
    'data/training.csv': 'age,score\n61,0.2\n',
    'data/archive.parquet': '',
  };
  await inFolder(files, async (folder) => {
    const columns = [{ name: 'seen_at', physical: 6, repetition: 1, converted: 0 }];
    writeFileSync(
      join(folder, 'data/archive.parquet'),
      parquetBytes({ name: 'root', children: 1 }, columns, 9),
    );
    const loaded = await loadSpec(join(folder, 'main.vigil'));
    if (loaded.kind === 'unreadable') throw new Error(loaded.message);
    expect(loaded.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "VGL0311 'logs/*.csv' has no column 'weight' (input 'weight' of model 'Risk')",
      "VGL0311 'logs/*.csv' has no column 'seen' (the `time` of log 'Visits')",
      "VGL0314 dataset 'Training' has no column 'weight', which monitor 'Drift' compares with it",
      "VGL0623 the whole log has about 2 rows in the data here, and 'psi' says nothing with fewer than 50",
    ]);
    expect(loaded.diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
  });
});

it('a data file that cannot be read is told with the reason', async () => {
  const files = {
    'main.vigil': 'dataset D { role: test source: "d.csv" }\ndataset E { role: test source: "e.parquet" }\n',
    'd.csv': '',
    'e.parquet': 'no footer',
  };
  await inFolder(files, async (folder) => {
    const loaded = await loadSpec(join(folder, 'main.vigil'));
    if (loaded.kind === 'unreadable') throw new Error(loaded.message);
    expect(loaded.diagnostics.map(({ message }) => message)).toEqual([
      "'d.csv' of dataset 'D' is there but cannot be read: The file is empty.",
      expect.stringMatching(/^'e.parquet' of dataset 'E' is there but cannot be read: The file does not end/),
    ]);
  });
});
