import type { Hazard, Protocol, Step } from '../../protocol/protocol.js';
import { heading, link, section, table } from '../markdown/blocks.js';
import { code, comma, join, type Markdown, md, nothing } from '../markdown/markdown.js';
import { factRows, factWords } from '../wording/facts.js';
import { durationWords } from '../wording/quantity.js';
import type { PlanReader } from './plan-reader.js';

/** What is done about a finding, by whom and how soon. */
export function runbooksSection(reader: PlanReader): Markdown {
  const runbooks = reader.protocol.runbooks.map((runbook, index) =>
    section(
      heading(3, md`Runbook ${runbook.name}`),
      runbook.title === null ? nothing : md`${runbook.title}`,
      reader.documentation('runbooks', index),
      table(['Item', 'Content'], factRows(runbook.facts, 'runbook')),
      table(
        ['Step', 'What', 'Who', 'How soon'],
        runbook.steps.map((step, position) => stepRow(step, position, reader)),
      ),
    ),
  );
  return runbooks.length === 0 ? nothing : section(heading(2, md`Runbooks`), ...runbooks);
}

function stepRow(step: Step, position: number, reader: PlanReader): readonly Markdown[] {
  return [
    md`${position + 1}`,
    stepWords(step, reader),
    step.by === null ? nothing : reader.person(step.by),
    step.within === null ? nothing : md`within ${durationWords(step.within)}`,
  ];
}

function stepWords({ action }: Step, reader: PlanReader): Markdown {
  switch (action.kind) {
    case 'task':
      return md`${action.text}`;
    case 'pause':
      return md`Pause model ${link(action.model, `Model ${action.model}`)}`;
    case 'notify':
      return md`Notify ${reader.service(action.channel)}`;
    case 'retrain': {
      const start = md`Retrain with ${reader.service(action.pipeline)}`;
      return action.approval === null
        ? start
        : md`${start} after approval of ${reader.person(action.approval)}`;
    }
  }
}

/** Which hazards the monitors and runbooks control. */
export function hazardsSection(reader: PlanReader): Markdown {
  const { protocol } = reader;
  const hazards = protocol.hazards.map((hazard, index) =>
    section(
      heading(3, md`Hazard ${hazard.name}`),
      hazard.title === null ? nothing : md`${hazard.title}`,
      reader.documentation('hazards', index),
      table(['Item', 'Content'], hazardRows(hazard, protocol)),
    ),
  );
  return hazards.length === 0 ? nothing : section(heading(2, md`Hazards and their controls`), ...hazards);
}

function hazardRows({ facts, controls }: Hazard, protocol: Protocol): readonly (readonly Markdown[])[] {
  const controlled = controls.map((control) => {
    const isMonitor = protocol.monitors.some(({ name }) => name === control);
    return link(control, `${isMonitor ? 'Monitor' : 'Runbook'} ${control}`);
  });
  return [
    ...factRows(facts, 'hazard'),
    ...(controlled.length > 0 ? [[md`Controlled by`, join(controlled, comma)]] : []),
  ];
}

/** Who acts, and over which services messages go. */
export function peopleSection({ protocol }: PlanReader): Markdown {
  const { product, roles, integrations } = protocol;
  if (roles.length === 0 && integrations.length === 0) return nothing;
  const signs = (role: string) =>
    (product?.signatures ?? [])
      .filter((signature) => signature.role === role)
      .map(({ meaning }) => md`${meaning}`);
  return section(
    heading(2, md`People and services`),
    table(
      ['Role', 'Name', 'Signs this plan as', 'Details'],
      roles.map(({ name, title, facts }) => [
        md`${title ?? name}`,
        code(name),
        join(signs(name), comma),
        factWords(facts),
      ]),
    ),
    table(
      ['Service', 'Kind', 'Name', 'Settings'],
      integrations.map(({ name, kind, service, facts }) => [
        md`${service}`,
        md`${kind}`,
        code(name),
        factWords(facts),
      ]),
    ),
  );
}
