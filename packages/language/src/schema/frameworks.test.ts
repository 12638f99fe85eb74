import { expect, it } from 'vitest';
import { packNames } from '../checklists/packs.js';
import { frameworkOf } from './frameworks.js';

it('every regulation a spec can name is a framework of its own with an address', () => {
  const found = packNames.map((pack) => frameworkOf(pack));
  expect(new Set(found.map((framework) => framework?.id)).size).toBe(packNames.length);
  for (const framework of found) expect(framework?.url).toMatch(/^https:\/\/\S+$/);
});

it.each([
  ['FDA_PCCP', 'fda-pccp'],
  ['Part11', 'cfr21-part11'],
  ['EU_AI_Act', 'eu-ai-act'],
  ['CHAI_Model_Card', 'chai-model-card'],
  ['HospitalBoard', undefined],
  ['', undefined],
])('%s is %s', (pack, id) => {
  expect(frameworkOf(pack)?.id).toBe(id);
});
