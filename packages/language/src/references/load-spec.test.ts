import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLog, isMonitor } from '../generated/ast.js';
import { type LoadedSpec, loadSpec } from './load-spec.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Uint8Array): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

async function load(path: string): Promise<LoadedSpec> {
  const loaded = await loadSpec(path);
  if (loaded.kind === 'unreadable') throw new Error(loaded.message);
  return loaded;
}

/** The findings about names and imports: other checks have their own tests. */
function namesAndImports({ diagnostics }: LoadedSpec): string[] {
  return diagnostics
    .filter(({ code }) => /^VGL0(0|10[12]|90)/.test(code))
    .map(({ location, message }) => `${location.file}:${location.line} ${message}`);
}

const MODEL = 'model Risk version "1" { output score "Risk" : probability }\n';
const LOG = 'log Visits of Risk { source: "visits.parquet" time: seen_at }\n';

describe('names across files', () => {
  it('are found in imports of imports, which may lead back', async () => {
    write('models/risk.vigil', `import "../main.vigil"\n${MODEL}`);
    write('logs.vigil', `import "./models/risk.vigil"\n${LOG}`);
    const spec = await load(
      write('main.vigil', 'import "logs.vigil"\nmonitor Drift on Visits { every 1 week }\n'),
    );
    expect(namesAndImports(spec)).toEqual([]);
    expect(spec.documents.map(({ uri }) => uri.path.split('/').at(-1))).toEqual([
      'main.vigil',
      'logs.vigil',
      'risk.vigil',
    ]);
    const monitor = spec.entry.parseResult.value.declarations.find(isMonitor);
    expect(monitor?.log.ref?.model?.ref?.name).toBe('Risk');
  });

  it('are not found in files that nobody imports', async () => {
    write('risk.vigil', MODEL);
    const spec = await load(write('main.vigil', LOG));
    expect(namesAndImports(spec)).toEqual(["main.vigil:1 there is no model 'Risk'"]);
  });

  it('are not visible the other way: an imported file does not see the importing one', async () => {
    write('logs.vigil', LOG);
    const spec = await load(write('main.vigil', `import "./logs.vigil"\n${MODEL}`));
    expect(namesAndImports(spec)).toEqual(["logs.vigil:1 there is no model 'Risk'"]);
  });

  it('mean the file’s own declaration before an imported one', async () => {
    write('other.vigil', 'model Risk version "imported" { output score "Risk" : probability }\n');
    const spec = await load(write('main.vigil', `import "./other.vigil"\n${MODEL}${LOG}`));
    const log = spec.entry.parseResult.value.declarations.find(isLog);
    expect(log?.model?.ref?.version).toBe('1');
  });

  it('tell subgroups of the same name apart when written with their block', async () => {
    const text = `${MODEL}${LOG}subgroups A { sex = gender in ["F"] }\nsubgroups B { sex = sex_at_birth in ["f"] }
monitor Fair on Visits { every 1 week by A.sex, B.sex }`;
    const spec = await load(write('main.vigil', text));
    const monitor = spec.entry.parseResult.value.declarations.find(isMonitor);
    const schedule = monitor?.statements[0];
    const columns =
      schedule?.$type === 'Schedule' &&
      schedule.clauses.flatMap((clause) =>
        clause.$type === 'GroupBy'
          ? clause.crosses.flatMap(({ dimensions }) => dimensions.map(({ ref }) => ref?.column))
          : [],
      );
    expect(columns).toEqual(['gender', 'sex_at_birth']);
  });
});

describe('imports that cannot be followed', () => {
  it.each([
    ['./absent.vigil', "there is no file './absent.vigil' to import"],
    ['/etc/passwd.vigil', 'imports are relative'],
    ['https://example.org/a.vigil', 'imports are files beside the spec'],
    ['..\\\\a.vigil', 'paths are written with /'],
    ['../../outside.vigil', 'outside the folder'],
    ['./data.csv', 'only .vigil files'],
    ['./folder.vigil', 'it is a folder'],
    ['./huge.vigil', 'larger than 5 MB'],
    ['./latin.vigil', 'not text in UTF-8'],
  ])('%s: %s', async (path, reason) => {
    mkdirSync(join(folder, 'spec/folder.vigil'), { recursive: true });
    write('outside.vigil', MODEL);
    write('spec/huge.vigil', new Uint8Array(5 * 1024 * 1024 + 1).fill(0x20));
    write('spec/latin.vigil', new Uint8Array([0x2f, 0x2f, 0xe9, 0x0a]));
    const spec = await load(write('spec/main.vigil', `role Owner\nimport "${path}"\n${LOG}`));
    const findings = namesAndImports(spec);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^main.vigil:2 /);
    expect(findings[0]).toContain(reason);
  });

  it('say so when files import each other deeper than 20', async () => {
    for (let depth = 0; depth <= 21; depth++) write(`f${depth}.vigil`, `import "./f${depth + 1}.vigil"\n`);
    const spec = await load(join(folder, 'f0.vigil'));
    expect(spec.documents).toHaveLength(21);
    expect(namesAndImports(spec)).toEqual([expect.stringContaining('more than 20 deep')]);
  });

  it('may lead upwards inside a repository', async () => {
    mkdirSync(join(folder, '.git'));
    write('risk.vigil', MODEL);
    const spec = await load(write('specs/icu/main.vigil', `import "../../risk.vigil"\n${LOG}`));
    expect(namesAndImports(spec)).toEqual([]);
  });
});

it.each([
  ['absent.vigil', 'there is no such file'],
  ['.', 'it is a folder'],
])('an entry file that cannot be read (%s) is a sentence, not an exception', async (name, reason) => {
  const loaded = await loadSpec(join(folder, name));
  expect(loaded).toMatchObject({ kind: 'unreadable', message: expect.stringContaining(reason) });
});
