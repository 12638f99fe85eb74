import type { DataSource, Feature, SubgroupRule } from '../../protocol/protocol.js';
import { code, comma, join, type Markdown, md, nothing } from '../markdown/markdown.js';

/** Admissible values: "1 to 14", "from 0", or the categories. */
export function rangeWords({ minimum, maximum, values }: Feature): Markdown {
  if (values.length > 0)
    return join(
      values.map((value) => md`${value}`),
      comma,
    );
  if (minimum !== null && maximum !== null) return md`${minimum} to ${maximum}`;
  if (minimum !== null) return md`from ${minimum}`;
  return maximum === null ? nothing : md`up to ${maximum}`;
}

/** How a missing value is written in the data. */
export function missingWords({ optional, missing }: Feature): Markdown {
  const presence = optional ? md`may be missing` : md`required`;
  return missing === null ? presence : md`${presence}; written as ${String(missing)}`;
}

export function sourceWords({ engine, path }: DataSource): Markdown {
  return md`${code(path)} (${engine})`;
}

/**
 * The groups a rule makes, e.g. "below 40, 40–60, 60 and above" for cuts at 40 and 60.
 *
 * @param declared the categories of the input of that name, which make the groups where the rule lists none
 */
export function groupWords(rule: SubgroupRule, declared: readonly string[]): Markdown {
  if (rule.kind === 'values') {
    const listed = (rule.values ?? declared).map((value) => md`${value}`);
    return join(rule.values === null ? [...listed, md`(other)`, md`(missing)`] : listed, comma);
  }
  const { cuts } = rule;
  const bands = cuts.slice(1).map((upper, index) => md`${cuts[index] ?? ''}–${upper}`);
  return join([md`below ${cuts[0] ?? ''}`, ...bands, md`${cuts.at(-1) ?? ''} and above`], comma);
}
