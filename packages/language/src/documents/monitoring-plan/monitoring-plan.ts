import type { DocumentTree } from '../content/block.js';
import { definitions, paragraph, present, prose } from '../content/block.js';
import { code, joined, link, strong, words } from '../content/inline.js';
import type { DocumentInput } from '../document.js';
import { productSection } from '../parts/product-section.js';
import { dataSection, modelsSection } from '../parts/system-sections.js';
import { type SpecReader, specReader } from '../spec-reader.js';
import { definitionsSection } from './definitions-section.js';
import { monitorsSection } from './monitors-section.js';
import { hazardsSection, peopleSection, runbooksSection } from './response-sections.js';
import { subgroupsSection } from './subgroups-section.js';
import { verdictsSection } from './verdicts-section.js';

/**
 * The monitoring plan: what is watched, how often, against which limits, and who does what when a limit breaks.
 * Sections and rows keep the Protocol's order, headings hold declared names only (so anchors stay when titles
 * change), no line numbers.
 */
export function monitoringPlan({ compilation }: DocumentInput): DocumentTree {
  const reader = specReader(compilation);
  const { product } = reader.protocol;
  return {
    title: product ? `Monitoring plan: ${product.name}` : 'Monitoring plan',
    blocks: present([
      ...opening(reader),
      productSection(reader),
      monitorsSection(reader),
      verdictsSection(reader),
      subgroupsSection(reader),
      runbooksSection(reader),
      hazardsSection(reader),
      modelsSection(reader),
      dataSection(reader),
      peopleSection(reader),
      definitionsSection(reader),
    ]),
  };
}

function opening(reader: SpecReader) {
  const { product, models, monitors } = reader.protocol;
  const watched = models.map(({ name, version }) => words`${link(name, `Model ${name}`)} ${version}`);
  const monitored = monitors.map(({ name }) => link(name, `Monitor ${name}`));
  return [
    product?.title ? paragraph(strong(product.title)) : null,
    prose(reader.productDocumentation()),
    definitions([
      ['Protocol', code(reader.protocolId)],
      ['Models', joined(watched)],
      ['Monitors', joined(monitored)],
    ]),
    paragraph(
      'This plan is compiled from the specification. The protocol id is a digest of its meaning: it changes when a limit, a schedule or anything else of substance changes, not with layout or comments. Every report cites it.',
    ),
  ];
}
