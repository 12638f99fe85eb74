// Writes the tables of settings and commands in README.md from the manifest; --check only says whether they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const read = (name) => readFileSync(join(here, name), 'utf8');
const { contributes } = JSON.parse(read('package.json'));
const texts = JSON.parse(read('package.nls.json'));
const text = (key) => texts[key.slice(1, -1)] ?? key;
const cell = (words) => words.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const settings = contributes.configuration.flatMap(({ properties }) =>
  Object.entries(properties).map(([name, { default: value, markdownDescription }]) => [
    `\`${name}\``,
    text(markdownDescription),
    `\`${JSON.stringify(value)}\``,
  ]),
);
const hidden = new Set(
  contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
);
const commands = contributes.commands
  .filter(({ command }) => !hidden.has(command))
  .map(({ command, title, category }) => [`${category}: ${text(title)}`, `\`${command}\``]);

const parts = {
  settings: table(['setting', 'what it does', 'default'], settings),
  commands: table(['command', 'id'], commands),
};
const page = read('README.md');
const wanted = Object.entries(parts).reduce(
  (whole, [name, made]) =>
    whole.replace(new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- end -->)`), `$1\n${made}\n$2`),
  page,
);
if (!process.argv.includes('--check')) writeFileSync(join(here, 'README.md'), wanted);
else if (page !== wanted) {
  console.error('packages/extension/README.md is stale: node packages/extension/readme.mjs');
  process.exitCode = 1;
}
