import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Findings } from './finding.js';
import { githubCommands } from './github.js';
import { junit } from './junit.js';
import { sarif } from './sarif.js';

/** Texts that end, begin or break something in one of the formats. */
const hostile = [
  '\n::error::injected',
  '\r::add-mask::x',
  '%0A::error::injected',
  '::set-output name=x::y',
  'a,line=1::injected',
  'a:b,c=d%25',
  ']]><injected/><![CDATA[',
  '"><injected a="',
  '</system-out><injected/>',
  '&lt;&#0;&amp;',
  '\u0000\u0001\u001b[2J\u202e\u2028\ufeff\ufffe\ufffd',
  '\ud800 half',
  '😀',
];
const texts = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }), fc.string());

function findings(text: string): Findings {
  return {
    command: 'check',
    version: '1.2.3',
    summary: text,
    rules: [{ id: 'VGL0001', title: text, meaning: text, mend: text, level: 'error' }],
    findings: [
      {
        rule: 'VGL0001',
        level: 'error',
        message: text,
        place: { file: `specs/${text}`, line: 1, column: 2, endLine: 1, endColumn: 3 },
        identity: [text],
        related: [{ message: text, place: { file: text, line: 1 } }],
        fix: { title: text, newText: 'x' },
      },
    ],
  };
}

describe('hostile texts', () => {
  it('cannot begin a second command to the runner', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = githubCommands(findings(text)).split(/[\n\r\u2028\u2029\u0085]/);
        expect(lines).toHaveLength(3);
        expect(lines[0]).toMatch(/^::error file=[^:,]*,line=1,col=2,endLine=1,endColumn=3,title=[^:,]*::/);
        expect(lines[1]).toMatch(/^vigil check: /);
        expect(lines[2]).toBe('');
      }),
    );
  });

  it('are given back by the runner’s own reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const [command = ''] = githubCommands(findings(text)).split('\n');
        const [, properties = '', message = ''] = /^::error (.*?)::(.*)$/.exec(command) ?? [];
        const unescaped = (part: string) =>
          part
            .replaceAll('%0D', '\r')
            .replaceAll('%0A', '\n')
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ',')
            .replaceAll('%25', '%');
        expect(unescaped(message)).toBe(text);
        expect(unescaped(/file=([^,]*)/.exec(properties)?.[1] ?? '')).toBe(`specs/${text}`);
      }),
    );
  });

  it('stay text in SARIF', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = sarif(findings(text));
        expect(() => encodeURIComponent(written)).not.toThrow();
        const [result] = JSON.parse(written).runs[0].results;
        const { uri } = result.locations[0].physicalLocation.artifactLocation;
        expect(uri).toMatch(/^specs\/[\w.!~*'()%/-]*$/);
      }),
    );
  });

  it.each(hostile)('stay text in XML: %j', async (text) => {
    const xml = junit([
      {
        name: text,
        properties: { [text]: text },
        remarks: [text],
        cases: [
          { name: text, group: text, outcome: { kind: 'failed', type: text, message: text, details: text } },
          { name: text, group: text, outcome: { kind: 'skipped', reason: text } },
        ],
      },
    ]);
    const { valid, errors } = await validateXML({
      xml: { fileName: 'report.xml', contents: xml },
      schema: anything,
    });
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
    expect(xml).not.toContain('<injected');
  });
});

/** Well-formed XML with this root, and no more. */
const anything = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="testsuites"><xs:complexType><xs:sequence>
    <xs:any minOccurs="0" maxOccurs="unbounded" processContents="skip"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

it('equal findings are told apart, and keep their fingerprints when lines move', () => {
  const moved = (lines: readonly number[]) => {
    const {
      findings: [finding],
      ...rest
    } = findings('the same');
    const all = lines.map((line) => ({ ...finding!, place: { file: 'a.vigil', line } }));
    const { results } = JSON.parse(sarif({ ...rest, findings: all })).runs[0];
    return results.map((result: { partialFingerprints: unknown }) =>
      JSON.stringify(result.partialFingerprints),
    );
  };
  expect(new Set(moved([1, 2, 3])).size).toBe(3);
  expect(moved([11, 12, 13])).toEqual(moved([1, 2, 3]));
});
