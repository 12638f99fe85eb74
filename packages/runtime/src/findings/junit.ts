import type { TestCase, TestSuite } from './test-suite.js';
import { visible } from './visible.js';

/**
 * Test suites as JUnit XML, as Jenkins, GitLab and Azure read it. Times are 0 and the time stamp is the Unix epoch,
 * because the same input gives the same file; the schemas ask for them.
 */
export function junit(suites: readonly TestSuite[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...suites.flatMap(suite),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function suite({ name, properties, cases, remarks }: TestSuite, id: number): readonly string[] {
  const count = (kind: TestCase['outcome']['kind']) =>
    cases.filter(({ outcome }) => outcome.kind === kind).length;
  const attributes = attributesOf({
    package: 'vigil',
    id,
    name,
    timestamp: '1970-01-01T00:00:00',
    hostname: 'localhost',
    tests: cases.length,
    failures: count('failed'),
    errors: count('error'),
    skipped: count('skipped'),
    time: 0,
  });
  return [
    `  <testsuite${attributes}>`,
    '    <properties>',
    ...Object.entries(properties).map(
      ([property, value]) => `      <property${attributesOf({ name: property, value })}/>`,
    ),
    '    </properties>',
    ...cases.flatMap(testCase),
    `    <system-out>${remarks.map(text).join('\n')}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>',
  ];
}

function testCase({ name, group, outcome }: TestCase): readonly string[] {
  const head = `    <testcase${attributesOf({ name, classname: group, time: 0 })}`;
  switch (outcome.kind) {
    case 'passed':
      return [`${head}/>`];
    case 'skipped':
      return [`${head}>`, `      <skipped>${text(outcome.reason)}</skipped>`, '    </testcase>'];
    default: {
      const element = outcome.kind === 'error' ? 'error' : 'failure';
      const { type, message, details } = outcome;
      return [
        `${head}>`,
        `      <${element}${attributesOf({ type, message })}>${text(details)}</${element}>`,
        '    </testcase>',
      ];
    }
  }
}

function attributesOf(values: { readonly [name: string]: string | number }): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${attribute(String(value))}"`)
    .join('');
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 has no way to write most control characters: they are replaced before. */
function text(words: string): string {
  return visible(words).replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Line ends in attributes would be read as spaces. */
function attribute(words: string): string {
  return text(words).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
