import { exampleDeclarations } from './example-declarations.js';
import type { MessageDefinition, Severity } from './message.js';
import { messageTable } from './message-table.js';

/** A code of the runtime, as its own table gives it. */
export interface ProblemCode {
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  readonly mend: string;
}

const chapters: readonly (readonly [prefix: string, title: string])[] = [
  ['VGL00', 'Text'],
  ['VGL01', 'Names'],
  ['VGL02', 'Fields'],
  ['VGL03', 'Models and logs'],
  ['VGL04', 'Metrics'],
  ['VGL05', 'Limits'],
  ['VGL06', 'Monitors, subgroups and runbooks'],
  ['VGL07', 'Trials'],
  ['VGL08', 'Change plans, scenarios and checklists'],
  ['VGL09', 'Files'],
];

const effects: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
};

const BEGIN = '<!-- language: begin, generated -->';
const END = '<!-- language: end -->';

/**
 * docs/diagnostics.md: what every code means, an example, and how to mend it.
 * @param problems the runtime's codes, when its package is there
 */
export function diagnosticsPage(problems: readonly ProblemCode[]): string {
  return `${[
    '# Diagnostics',
    '',
    'Every finding has a stable code. `VGL…` is about a spec and is found by `vigil check` and the editor;',
    '`VGR…` is about data, models and engines and is found by `vigil run`. An error makes a spec invalid; a warning',
    'or an information does not. This page is generated from the tables in the source:',
    '`npm run build && node packages/language/scripts/diagnostics-page.mjs`.',
    '',
    BEGIN,
    languageSection(),
    END,
    '',
    '<!-- runtime: begin, generated -->',
    runtimeSection(problems),
    '<!-- runtime: end -->',
  ].join('\n')}\n`;
}

/** The language's part of a page as it stands in a file; undefined where its marks are missing. */
export function languageSectionOf(page: string): string | undefined {
  return page.split(`${BEGIN}\n`)[1]?.split(`\n${END}`)[0];
}

export function languageSection(): string {
  const all: MessageDefinition[] = Object.values(messageTable);
  const sorted = all.sort((a, b) => (a.code < b.code ? -1 : 1));
  return [
    '## Specs (VGL)',
    '',
    'The examples add to these declarations; one that declares the product puts its own in the place of this one:',
    '',
    fenced(exampleDeclarations),
    ...chapters.flatMap(([prefix, title]) => [
      '',
      `### ${title}`,
      ...sorted.filter(({ code }) => code.startsWith(prefix)).flatMap(section),
    ]),
  ].join('\n');
}

function section({ code, severity, title, text, meaning, mend, example }: MessageDefinition): string[] {
  return [
    '',
    `#### ${code}`,
    '',
    `**${title}** · ${effects[severity]}`,
    '',
    `> ${text}`,
    '',
    meaning,
    '',
    fenced(example),
    '',
    `*Mend:* ${mend}`,
  ];
}

function runtimeSection(problems: readonly ProblemCode[]): string {
  const sorted = [...problems].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [
    '## Data, models and engines (VGR)',
    '',
    ...sorted.flatMap(({ code, title, meaning, mend }) => [
      `#### ${code}`,
      '',
      `**${title}**`,
      '',
      meaning,
      '',
      `*Mend:* ${mend}`,
      '',
    ]),
  ]
    .join('\n')
    .trimEnd();
}

function fenced(text: string): string {
  return `\`\`\`vigil\n${text.trimEnd()}\n\`\`\``;
}
