import { expect, it } from 'vitest';
import { faultText } from './fault.js';

const error = new RangeError('row 17 holds Jane Roe');

it('is one line that asks for a report and quotes nothing', () => {
  for (const fault of [error, 'Jane Roe', { name: 'Jane Roe' }, undefined]) {
    const text = faultText(fault, '0.1.0', false);
    expect(text).toMatch(/^internal error: .*please report.*\n$/);
    expect(text).not.toContain('Jane');
  }
  expect(faultText(error, '0.1.0', false)).toContain('RangeError in vigil 0.1.0');
});

it('shows everything to those who ask for it', () => {
  expect(faultText(error, '0.1.0', true)).toMatch(/RangeError: row 17 holds Jane Roe\n +at /);
});
