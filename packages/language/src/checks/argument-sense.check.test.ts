import { describe, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { expectNone, expectOne } from '../../test-kit/one-finding.js';

const check = textChecker();
const monitor = (term: string): string =>
  `monitor M on Visits { every 1 month against Training check ${term} of score fail > 0.2 }`;

describe('arguments that contradict each other', () => {
  it.each([
    [
      monitor('psi(«bins: 10», cuts: [0.1, 0.5])'),
      "VGL0419 'psi' takes either 'cuts' or 'bins', not both: the cuts already say what the bins are",
    ],
    [monitor('psi(«cuts: [0.5, 0.1]»)'), "VGL0419 'cuts' of 'psi' must rise: 0.1 does not lie above 0.5"],
    [
      monitor('js_distance(profile: evidently, «bins: 5»)'),
      /^VGL0419 'js_distance' takes no 'bins' with 'profile: evidently'/,
    ],
  ])('%s', (marked, finding) => expectOne(marked, finding, check));
});

describe('arguments that go together', () => {
  it.each([
    'psi(cuts: [0.1, 0.5])',
    'psi(bins: 5, binning: width)',
    'psi(profile: evidently)',
    'psi',
  ])('%s', (term) => expectNone(monitor(term), check));
});
