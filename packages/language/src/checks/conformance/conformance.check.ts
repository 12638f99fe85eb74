import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import { type Finding, findingsOf } from '../../checklists/findings/findings.js';
import type { Report } from '../../diagnostics/reporter.js';
import type { Spec } from '../../generated/ast.js';
import { placeOf, relatedPlaces } from './finding-place.js';
import type { JudgedSpecs } from './judged-specs.js';

const messages = { error: 'askedFor', warning: 'advised', info: 'suggested' } as const;
/** Clauses a sentence names, and reasons. */
const mostClauses = 6;
const mostReasons = 3;

/** What the checklists ask for that a spec complies with: one finding for each fact, where it belongs. */
export function checkConformance(spec: Spec, report: Report, judged: JudgedSpecs): void {
  const document: LangiumDocument = AstUtils.getDocument(spec);
  const found = judged.of(document);
  if (found === undefined) return;
  for (const finding of findingsOf(found.judgements)) {
    const place = placeOf(finding, found.nodes, found.product, document);
    const { concept, fields, items } = finding;
    report(messages[finding.severity], { what: what(finding), who: who(finding) }, place, {
      related: relatedPlaces(finding, found.nodes, place.node as AstNode),
      asked: { concept, fields, items: items.map(({ pack, item }) => ({ pack, item })) },
    });
  }
}

function what({ texts }: Finding): string {
  const more = texts.length > mostReasons ? `; and ${texts.length - mostReasons} more` : '';
  return texts.slice(0, mostReasons).join('; ') + more;
}

/** "asked for by FDA_PCCP s.V.C, V.F; Part11 11.10(k)" */
function who({ items, undecided }: Finding): string {
  const names = items.map(({ pack, cites, item }) => `${pack} ${cites[0] ?? item}`);
  const distinct = [...new Set(names)];
  const more = distinct.length > mostClauses ? ` and ${distinct.length - mostClauses} more` : '';
  const list = distinct.slice(0, mostClauses).join(', ') + more;
  if (undecided === items.length) return `it decides whether ${counted(undecided)} to the spec: ${list}`;
  return `asked for by ${list}`;
}

function counted(items: number): string {
  return items === 1 ? 'an item applies' : `${items} items apply`;
}
