import type { Hazard } from '../../protocol/protocol.js';
import { type MaybeBlock, table } from '../content/block.js';
import { type Inline, joined, link, notStated, words } from '../content/inline.js';
import type { DeclaredOfKind } from '../facts/declared.js';
import { schemaFields } from '../facts/fact-entries.js';
import { factWords } from '../facts/fact-words.js';
import type { SpecReader } from '../spec-reader.js';
import { scheduleWords } from '../wording/schedule-short.js';
import { controlsOf, monitorsOf } from './risk-links.js';

/** Hazard → control → monitor → evidence, one line a hazard. */
export function traceabilityTable(reader: SpecReader): MaybeBlock {
  return table(
    'Hazard, control, monitor, evidence',
    [
      'Hazard',
      'Severity and probability',
      'Controls',
      'Noticed in use by',
      'Evidence that it works',
      'Residual risk',
    ],
    reader.protocol.hazards.map((hazard) => hazardRow(hazard, reader)),
  );
}

function hazardRow(hazard: Hazard, reader: SpecReader): readonly Inline[] {
  const { protocol } = reader;
  const controls = controlsOf(hazard, protocol);
  const monitors = monitorsOf(controls, protocol);
  const { severity, probability, residual } = hazard.facts;
  const evidence = controls.flatMap((control) => evidenceOf(control, reader));
  return [
    words`${link(hazard.name, `Hazard ${hazard.name}`)}${hazard.title === null ? '' : `: ${hazard.title}`}`,
    joined([
      severity === undefined ? notStated('hazard.severity') : factWords(severity, reader),
      probability === undefined ? notStated('hazard.probability') : factWords(probability, reader),
    ]),
    controls.length === 0
      ? notStated('hazard controlled by')
      : joined(controls.map(({ declared }) => reader.named(declared.name))),
    monitors.length === 0 ? 'no monitor' : joined(monitors.map((name) => watchedBy(name, reader))),
    evidence.length === 0 ? notStated('control.verifiedBy', 'control.effectiveness') : joined(evidence, '; '),
    residual === undefined ? notStated('hazard.residual') : residualWords(residual, reader),
  ];
}

function watchedBy(name: string, reader: SpecReader): Inline {
  const monitor = reader.protocol.monitors.find((each) => each.name === name);
  return monitor === undefined ? name : words`${name} (${scheduleWords(monitor)})`;
}

/** What a control says of its verification and effect; a monitor shows itself, by the results of its runs. */
function evidenceOf({ kind, declared }: DeclaredOfKind, reader: SpecReader): readonly Inline[] {
  if (kind === 'monitor') return [`reports of ${declared.name}`];
  const { verifiedBy, effectiveness, rehearsal } = declared.facts;
  const parts = [verifiedBy, effectiveness].flatMap((value) =>
    value === undefined ? [] : [factWords(value, reader)],
  );
  if (rehearsal !== undefined) parts.push(words`rehearsed every ${factWords(rehearsal, reader)}`);
  return parts.length === 0 ? [] : [words`${declared.name}: ${joined(parts)}`];
}

function residualWords(residual: Hazard['facts'][string], reader: SpecReader): Inline {
  const type = schemaFields('hazard').find(({ name }) => name === 'residual')?.type;
  return factWords(residual, reader, type);
}
