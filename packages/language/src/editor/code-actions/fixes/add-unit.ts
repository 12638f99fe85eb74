import type { QuickFix } from '../quick-fix.js';

const UNITS = ['days', 'weeks', 'months', 'years'];

/** Offers the units a bare number of time can have. */
export const addUnit: QuickFix = ({ document, diagnostic }) => {
  const count = document.textDocument.getText(diagnostic.range);
  if (!/^\d+$/.test(count)) return [];
  return UNITS.map((unit) => {
    const newText = `${count} ${count === '1' ? unit.slice(0, -1) : unit}`;
    return { title: `Write '${newText}'`, edits: [{ range: diagnostic.range, newText }] };
  });
};
