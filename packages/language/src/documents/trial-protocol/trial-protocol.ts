import type { Trial } from '../../protocol/protocol.js';
import { itemsOfFramework } from '../../schema/index.js';
import { looksChart } from '../charts/looks-chart.js';
import {
  type DocumentTree,
  definitions,
  type MaybeBlock,
  note,
  paragraph,
  present,
  prose,
  section,
  table,
} from '../content/block.js';
import { link, notStated } from '../content/inline.js';
import type { DocumentInput } from '../document.js';
import { missingRows, statedEntries } from '../facts/fact-entries.js';
import { itemTable } from '../parts/framework-items.js';
import { opening, titleOf } from '../parts/opening.js';
import { type SpecReader, specReader } from '../spec-reader.js';
import { allocationEntry, armTable, endpointTable } from './design-tables.js';
import { looksTable, stoppingTable } from './interim-tables.js';
import { sampleSizeSection } from './sample-size-section.js';

/**
 * The statistical section of a trial protocol: design, endpoints, sample size, interim looks, stopping rules and
 * monitoring board, and the SPIRIT-AI items with what the specification says to each.
 */
export function trialProtocol({ compilation }: DocumentInput): DocumentTree {
  const reader = specReader(compilation);
  const { trials } = reader.protocol;
  return {
    title: titleOf('Trial protocol, statistical section', reader),
    blocks: present([
      ...opening(
        reader,
        'What is asked in each trial and how the answer is found. Numbers that follow from the design are computed, and the method is named; a number that is not computed is not given.',
      ),
      trials.length === 0 ? note('The specification declares no trial.') : null,
      ...trials.map((trial, index) => trialSection(trial, index, reader)),
      trials.length === 0 ? null : spiritSection(reader),
    ]),
  };
}

function trialSection(trial: Trial, index: number, reader: SpecReader): MaybeBlock {
  const { name } = trial;
  return section(
    `Trial ${name}`,
    paragraph(trial.title),
    prose(reader.documentation('trials', index)),
    section(
      `Design of ${name}`,
      armTable(trial),
      definitions([
        ['Allocation', allocationEntry(trial)],
        ['Log', trial.log === null ? notStated('trial log') : link(trial.log, `Log ${trial.log}`)],
      ]),
    ),
    section(`Endpoints of ${name}`, endpointTable(trial)),
    sampleSizeSection(trial),
    section(
      `Interim looks of ${name}`,
      looksTable(trial),
      looksChart(trial),
      stoppingTable(trial),
      trial.stops.length === 0
        ? null
        : note(
            'Boundaries, and the alpha spent at each look, are not computed here: they follow from the spending functions and the information at the looks, and belong in this section once statistics has computed them.',
          ),
    ),
    section(
      `Conduct and analysis of ${name}`,
      definitions(statedEntries(trial.facts, reader, 'trial')),
      section(
        `Not stated of ${name}`,
        table(
          `What the specification does not state of ${name}`,
          ['Field', 'What it would say'],
          missingRows(trial, 'trial'),
        ),
      ),
    ),
  );
}

function spiritSection(reader: SpecReader): MaybeBlock {
  return section(
    'SPIRIT-AI items',
    paragraph('The items of SPIRIT-AI and the core items of SPIRIT, each with what the specification says.'),
    itemTable('SPIRIT-AI items', itemsOfFramework('spirit-ai'), reader),
  );
}
