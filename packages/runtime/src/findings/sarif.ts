import { contentId } from '@vigil/language';
import type { Finding, Findings, Level, Place, Rule } from './finding.js';
import type { SarifLocation, SarifLog, SarifResult, SarifRule } from './sarif-log.js';
import { visible } from './visible.js';

/** Files are named relative to where the command was started: the top of the repository in continuous integration. */
const BASE = 'SRCROOT';

/** Findings as a SARIF 2.1.0 log, for code scanning. */
export function sarif(findings: Findings): string {
  return `${JSON.stringify(sarifLog(findings), null, 2)}\n`;
}

function sarifLog({ command, version, findings, rules }: Findings): SarifLog {
  const order = new Map(rules.map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Vigil', version, semanticVersion: version, rules: rules.map(sarifRule) } },
        automationDetails: { id: `vigil/${command}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { description: { text: 'The folder the command was started in.' } } },
        invocations: [{ executionSuccessful: true }],
        results: findings.map((finding) => sarifResult(finding, order.get(finding.rule), seen)),
      },
    ],
  };
}

function sarifRule({ id, title, meaning, mend, level }: Rule): SarifRule {
  return {
    id,
    shortDescription: { text: visible(title) },
    fullDescription: { text: visible(meaning) },
    help: { text: visible(mend) },
    defaultConfiguration: { level },
  };
}

/** @param seen how often each fingerprint occurred: equal findings are told apart by their order */
function sarifResult(
  finding: Finding,
  ruleIndex: number | undefined,
  seen: Map<string, number>,
): SarifResult {
  const { rule, level, message, place, identity, related = [], fix } = finding;
  const id = contentId([rule, ...identity.map(wellFormed)]);
  const occurrence = (seen.get(id) ?? 0) + 1;
  seen.set(id, occurrence);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: level satisfies Level,
    message: { text: visible(message) },
    locations: place === null ? [] : [location(place)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, index) => ({
            id: index + 1,
            ...location(one.place),
            message: { text: visible(one.message) },
          })),
        }),
    partialFingerprints: {
      'vigilFinding/v1': `${id.slice('sha256:'.length, 'sha256:'.length + 32)}:${occurrence}`,
    },
    ...(fix === undefined || place === null
      ? {}
      : {
          fixes: [
            {
              description: { text: visible(fix.title) },
              artifactChanges: [
                {
                  artifactLocation: location(place).physicalLocation.artifactLocation,
                  replacements: [{ deletedRegion: region(place), insertedContent: { text: fix.newText } }],
                },
              ],
            },
          ],
        }),
  };
}

function location(place: Place): SarifLocation {
  const uri = place.file.split('/').map(segment).join('/');
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: BASE }, region: region(place) } };
}

function region({ line, column, endLine, endColumn }: Place) {
  return {
    startLine: line,
    ...(column === undefined ? {} : { startColumn: column }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}

/** A part of a path in a URI reference (RFC 3986); half a character has no UTF-8. */
function segment(part: string): string {
  return encodeURIComponent(wellFormed(part));
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\u{fffd}');
}
