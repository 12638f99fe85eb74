import type { DataSource, Feature, SubgroupRule } from '../../protocol/protocol.js';
import { code, type Inline, joined, nothing, words } from '../content/inline.js';

/** Admissible values: "1 to 14", "from 0", or the categories. */
export function rangeWords({ minimum, maximum, values }: Feature): Inline {
  if (values.length > 0) return joined(values);
  if (minimum !== null && maximum !== null) return words`${minimum} to ${maximum}`;
  if (minimum !== null) return words`from ${minimum}`;
  return maximum === null ? nothing : words`up to ${maximum}`;
}

/** How a missing value is written in the data. */
export function missingWords({ optional, missing }: Feature): Inline {
  const presence = optional ? 'may be missing' : 'required';
  return missing === null ? presence : words`${presence}; written as ${String(missing)}`;
}

export function sourceWords({ engine, path }: DataSource): Inline {
  return words`${code(path)} (${engine})`;
}

/**
 * The groups a rule makes, e.g. "below 40, 40–60, 60 and above" for cuts at 40 and 60.
 *
 * @param declared the categories of the input of that name, which make the groups where the rule lists none
 */
export function groupWords(rule: SubgroupRule, declared: readonly string[]): Inline {
  if (rule.kind === 'values') {
    const listed = rule.values ?? declared;
    return joined(rule.values === null ? [...listed, '(other)', '(missing)'] : listed);
  }
  const { cuts } = rule;
  const bands = cuts.slice(1).map((upper, index) => words`${cuts[index] ?? ''}–${upper}`);
  return joined([words`below ${cuts[0] ?? ''}`, ...bands, words`${cuts.at(-1) ?? ''} and above`]);
}
