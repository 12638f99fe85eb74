import type { Hazard } from '../../protocol/protocol.js';
import {
  definitions,
  type Entry,
  type MaybeBlock,
  paragraph,
  prose,
  section,
  table,
} from '../content/block.js';
import { code, joined } from '../content/inline.js';
import { statedEntries } from '../facts/fact-entries.js';
import { factWords } from '../facts/fact-words.js';
import type { SpecReader } from '../spec-reader.js';
import { durationWords } from '../wording/quantity.js';
import { stepWords } from '../wording/step.js';

/** What is done about a finding, by whom and how soon. */
export function runbooksSection(reader: SpecReader): MaybeBlock {
  return section(
    'Runbooks',
    ...reader.protocol.runbooks.map((runbook, index) =>
      section(
        `Runbook ${runbook.name}`,
        paragraph(runbook.title),
        prose(reader.documentation('runbooks', index)),
        definitions(statedEntries(runbook.facts, reader, 'runbook')),
        table(
          `Steps of ${runbook.name}`,
          ['Step', 'What', 'Who', 'How soon'],
          runbook.steps.map((step, position) => [
            String(position + 1),
            stepWords(step, reader),
            step.by === null ? '' : reader.person(step.by),
            step.within === null ? '' : `within ${durationWords(step.within)}`,
          ]),
        ),
      ),
    ),
  );
}

/** Which hazards the monitors and runbooks control. */
export function hazardsSection(reader: SpecReader): MaybeBlock {
  return section(
    'Hazards and their controls',
    ...reader.protocol.hazards.map((hazard, index) =>
      section(
        `Hazard ${hazard.name}`,
        paragraph(hazard.title),
        prose(reader.documentation('hazards', index)),
        definitions(hazardEntries(hazard, reader)),
      ),
    ),
  );
}

function hazardEntries({ facts, controls }: Hazard, reader: SpecReader): readonly Entry[] {
  const stated = statedEntries(facts, reader, 'hazard');
  return controls.length === 0 ? stated : [...stated, ['Controlled by', joined(controls.map(reader.named))]];
}

/** Who acts, and over which services messages go. */
export function peopleSection(reader: SpecReader): MaybeBlock {
  const { product, roles, integrations } = reader.protocol;
  const signs = (role: string) =>
    (product?.signatures ?? []).filter((signature) => signature.role === role).map(({ meaning }) => meaning);
  return section(
    'People and services',
    table(
      'Roles',
      ['Role', 'Name', 'Signs this plan as', 'Details'],
      roles.map(({ name, title, facts }) => [
        title ?? name,
        code(name),
        joined(signs(name)),
        factWords(facts, reader),
      ]),
    ),
    table(
      'Services',
      ['Service', 'Kind', 'Name', 'Settings'],
      integrations.map(({ name, kind, service, facts }) => [
        service,
        kind,
        code(name),
        factWords(facts, reader),
      ]),
    ),
  );
}
