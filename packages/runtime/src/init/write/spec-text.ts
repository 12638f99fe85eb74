import type { SpecDraft } from '../draft.js';
import { quoted } from '../spelling.js';
import type { LimitsOf } from './limits.js';
import { groupsText, logText, referenceText } from './log-text.js';
import { modelText } from './model-text.js';
import { monitorsText } from './monitor-text.js';

/** The text of a spec, not formatted yet. */
export function specText(draft: SpecDraft, limitsOf: LimitsOf): string {
  const monitors = monitorsText(draft, limitsOf);
  return [
    productText(draft),
    /\bby (ClinicalLead|DataEngineer)\b/.test(monitors) ? PEOPLE : '',
    referenceText(draft),
    modelText(draft),
    logText(draft),
    leftText(draft),
    groupsText(draft),
    monitors,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function productText({ product }: SpecDraft): string {
  return `// Written by \`vigil init\`. Read it, correct it, and answer each TODO: from here on it is yours.

product ${product.name} ${quoted(product.title)} {
  // TODO: what it is for, who uses it, and for whom it is not meant:
  // intendedUse { statement: "…" users: ["…"] outOfScope: ["…"] }
}
`;
}

const PEOPLE = `// TODO: say who holds these roles, and fit the runbooks below to your service.
role ClinicalLead "Clinical safety lead"
role DataEngineer "Data engineer on call"
`;

const LINE = 100;

/** Columns without a declaration, named so that nobody thinks they were overlooked. */
function leftText({ left }: SpecDraft): string {
  if (left.length === 0) return '';
  const reasons = new Map<string, string[]>();
  for (const { column, why } of left) reasons.set(why, [...(reasons.get(why) ?? []), column]);
  const lines = [...reasons].flatMap(([why, columns]) => wrapped(`${columns.join(', ')}: ${why}`));
  return ['// Columns of the data that are not declared:', ...lines, ''].join('\n');
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '//  ';
  for (const word of text.split(' ')) {
    if (line.length + word.length > LINE && line.trim() !== '//') {
      lines.push(line);
      line = '//   ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
