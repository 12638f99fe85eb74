import { corrections } from './corrections.mjs';
import { frameworks, itemName, roleWord } from './frameworks.mjs';

const WIDEST = 108;

/** A checklist as collected, in the language. */
export function checklistText(framework) {
  const { name, edition, replaces } = frameworks[framework.framework];
  const facts = [
    ['edition', text(edition)],
    ...(replaces === undefined ? [] : [['replaces', `[${replaces.map(text).join(', ')}]`]]),
    ['version', text(framework.pack_version)],
    ['published', text(framework.edition)],
    ['jurisdiction', text(framework.jurisdiction)],
    ['legalStatus', text(framework.legal_status)],
    ['effective', text(framework.effective)],
    ['asOf', framework.status_as_of],
    ['url', text(framework.url)],
    ...(framework.note === undefined ? [] : [['note', text(framework.note)]]),
  ];
  const lines = [
    '// Requirement texts are our own words. Not legal advice; severities are our choice. See docs/regulations.md.',
    `checklist ${name} ${text(framework.name)} {`,
    ...facts.map(([key, value]) => `  ${key}: ${value}`),
    ...framework.items.flatMap((item) => ['', ...itemLines(item)]),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function itemLines(item) {
  const { check, appliesWhen, why } = corrected(item);
  const clauses = [
    `cites ${item.citation.split('; ').map(text).join(', ')}`,
    `asks ${text(item.requirement)}`,
    `satisfied by ${text(item.satisfied_by)}`,
    ...concern(item, check),
    ...(appliesWhen === 'true' ? [] : broken('applies when', condition(appliesWhen))),
    ...(why === undefined ? [] : [`// ${why}`]),
    ...(item.kind === 'attestation' ? [] : broken('requires', condition(check))),
    `severity ${item.severity}`,
    ...kind(item),
    `provenance ${item.provenance.status} ${text(item.provenance.source)}`,
  ];
  return [`  item ${itemName(item.id)} ${text(item.title)}`, ...clauses.map((clause) => `    ${clause}`)];
}

/** The condition as it stands in the library: as collected, or corrected with the reason. */
export function corrected({ id, check, applies_when }) {
  const correction = corrections[id];
  return {
    check: correction?.check ?? check,
    appliesWhen: correction?.applies_when ?? applies_when,
    why: correction?.why,
  };
}

function kind({ kind, attestation }) {
  if (kind === 'structural') return [];
  if (kind === 'evidence') return ['kind evidence'];
  const { role, renew_months: months } = attestation;
  return [`kind attestation by ${roleWord(role)}${months === '0' ? '' : ` for ${months} months`}`];
}

/** Facts the item is about are listed where its condition does not name them. */
function concern({ spec_paths: paths }, check) {
  const named = new Set([...check.matchAll(/present\((\w+\.\w+)\)/g)].map(([, path]) => path));
  const isNamed = paths.length === named.size && paths.every((path) => named.has(path));
  return isNamed ? [] : [`about ${paths.join(', ')}`];
}

/** A condition with texts in double quotes and the names of this library: `'gmlp.p1.intended-use'` is an item. */
export function condition(collected) {
  return collected.replaceAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g, (_, single, double) => {
    const word = single ?? double;
    const framework = word.split('.', 1)[0];
    if (Object.hasOwn(frameworks, word)) return `"${frameworks[word].name}"`;
    if (!Object.hasOwn(frameworks, framework)) return `"${word}"`;
    return word === `${framework}.` ? `"${frameworks[framework].name}."` : `"${itemName(word)}"`;
  });
}

/** A clause on one line if it fits, else with a line for each part that `&&` or `||` joins. */
function broken(words, expression) {
  if (4 + words.length + 1 + expression.length <= WIDEST) return [`${words} ${expression}`];
  const parts = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let at = 0; at < expression.length; at++) {
    const letter = expression[at];
    if (letter === '\\') at++;
    else if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if ('([{'.includes(letter)) depth++;
    else if (')]}'.includes(letter)) depth--;
    else if (depth === 0 && /^(&&|\|\|) /.test(expression.slice(at))) {
      parts.push(expression.slice(start, at).trim());
      start = at;
    }
  }
  parts.push(expression.slice(start).trim());
  return [`${words} ${parts[0]}`, ...parts.slice(1).map((part) => `  ${part}`)];
}

function text(value) {
  return JSON.stringify(value);
}
