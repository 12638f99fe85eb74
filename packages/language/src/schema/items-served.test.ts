import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { itemsOfFramework, itemsServing } from './index.js';

const ids = (kind: string, field: string) => itemsServing(kind, field).map(({ id }) => id);

it('a field serves the items that depend on its concept', () => {
  expect(ids('intendedUse', 'contraindications')).toEqual(['eu-mdr.clinical.evaluation']);
  expect(itemsServing('privacy', 'dpo')).toContainEqual({
    id: 'gdpr.37.dpo',
    framework: 'gdpr',
    frameworkName: 'GDPR - Regulation (EU) 2016/679',
    citation: 'Art. 37-39',
    title: 'Data protection officer',
  });
});

it('a field under another name serves what the concept serves', () => {
  expect(ids('model', 'sha256')).toContain('gmlp.p2.engineering');
  expect(ids('hazard', 'severity')).toContain('iso-14971.5.5.estimate');
});

it('a statement, a block and a part of the head serve items, too', () => {
  expect(ids('monitor', 'every')).toContain('gmlp.p2.deployment-infrastructure');
  expect(ids('product', 'intendedUse')).toContain('gmlp.p1.intended-use');
  expect(ids('trial', 'title')).toContain('spirit-ai.1i.title');
});

it('what nobody knows serves nothing', () => {
  expect(itemsServing('model', 'constructor')).toEqual([]);
  expect(itemsServing('nothing', 'at all')).toEqual([]);
});

const script = fileURLToPath(new URL('../../scripts/served-items.mjs', import.meta.url));
const regulations = new URL('../../../../../shared/regulations/', import.meta.url);

it.skipIf(!existsSync(regulations))(
  'the generated module says what the checklists say (else: node packages/language/scripts/served-items.mjs)',
  () => {
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect(stderr.replace(/^npm.*$/gm, '')).toBe('');
    expect(status).toBe(0);
  },
);

it('the items of a framework come by clause, each with the concepts that decide it', () => {
  const clauses = itemsOfFramework('iso-14971');
  expect(clauses[0]).toMatchObject({
    id: 'iso-14971.4.1.process',
    concepts: ['riskPolicy.plan', 'riskPolicy.postProduction', 'riskPolicy.verificationActivities'],
  });
  const ids = clauses.map(({ id }) => id);
  expect(ids.indexOf('iso-14971.4.4.plan')).toBeLessThan(ids.indexOf('iso-14971.10.1.system'));
  expect(itemsOfFramework('nothing')).toEqual([]);
});
