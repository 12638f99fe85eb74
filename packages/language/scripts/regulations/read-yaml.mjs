/**
 * Reads the YAML the checklists were collected in: block maps and lists, plain, single and double quoted scalars that
 * go on over indented lines. Nothing else of YAML stands there; whatever else is found is an error, never guessed at.
 * Scalars stay text.
 */
export function readYaml(text) {
  const lines = text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const [value, next] = valueAt(lines, 0, 0);
  if (next < lines.length) throw new Error(`cannot read: ${lines[next]}`);
  return value;
}

const indentOf = (line) => line.length - line.trimStart().length;

function valueAt(lines, start, indent) {
  return lines[start].trimStart().startsWith('- ')
    ? listAt(lines, start, indent)
    : mapAt(lines, start, indent);
}

function listAt(lines, start, indent) {
  const items = [];
  let at = start;
  while (at < lines.length && indentOf(lines[at]) === indent && lines[at].trimStart().startsWith('- ')) {
    const rest = lines[at].trimStart().slice(2);
    if (/^[\w-]+:( |$)/.test(rest)) {
      // The first member of a map stands behind the dash, as if it were indented by two.
      const [item, next] = mapAt(
        [...lines.slice(0, at), `${' '.repeat(indent + 2)}${rest}`, ...lines.slice(at + 1)],
        at,
        indent + 2,
      );
      items.push(item);
      at = next;
    } else {
      const [item, next] = scalarAt(lines, at, indent, rest);
      items.push(item);
      at = next;
    }
  }
  return [items, at];
}

function mapAt(lines, start, indent) {
  const map = {};
  let at = start;
  while (at < lines.length && indentOf(lines[at]) === indent) {
    const [, key, rest] = /^([\w-]+):(?: (.*))?$/.exec(lines[at].trimStart()) ?? [];
    if (key === undefined) break;
    if (Object.hasOwn(map, key)) throw new Error(`twice: ${lines[at]}`);
    if (rest !== undefined) [map[key], at] = scalarAt(lines, at, indent, rest);
    else {
      const inner = indentOf(lines[at + 1] ?? '');
      // A list may stand at the indentation of its key.
      if (inner < indent || (inner === indent && !lines[at + 1].trimStart().startsWith('- ')))
        throw new Error(`no value: ${lines[at]}`);
      [map[key], at] = valueAt(lines, at + 1, inner);
    }
  }
  return [map, at];
}

function scalarAt(lines, start, indent, first) {
  let text = first;
  let next = start + 1;
  while (next < lines.length && indentOf(lines[next]) > indent) text += ` ${lines[next++].trim()}`;
  return [scalar(text.trim()), next];
}

function scalar(text) {
  if (text.startsWith("'")) return quoted(text, /^'((?:[^']|'')*)'$/)[1].replaceAll("''", "'");
  if (text.startsWith('"')) return JSON.parse(text);
  if (/^[[{&*!|>%@`]/.test(text)) throw new Error(`cannot read: ${text}`);
  return text;
}

function quoted(text, pattern) {
  const found = pattern.exec(text);
  if (found === null) throw new Error(`cannot read: ${text}`);
  return found;
}
