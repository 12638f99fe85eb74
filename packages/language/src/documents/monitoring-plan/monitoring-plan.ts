import type { Compilation } from '../../protocol/protocol.js';
import { document, heading, link, section, table } from '../markdown/blocks.js';
import { code, comma, join, type Markdown, md, nothing } from '../markdown/markdown.js';
import { definitionsSection } from './definitions-section.js';
import { monitorsSection } from './monitors-section.js';
import { type PlanReader, planReader } from './plan-reader.js';
import { hazardsSection, peopleSection, runbooksSection } from './response-sections.js';
import { dataSection, modelsSection, productSection, subgroupsSection } from './system-sections.js';
import { verdictsSection } from './verdicts-section.js';

/**
 * The monitoring plan as GitHub Flavored Markdown, for a pull request: what is watched, how often,
 * against which limits, and who does what when a limit breaks. Sections and rows keep the Protocol's
 * order, headings hold declared names only (so anchors stay when titles change), no raw HTML, no line
 * numbers; every text of the spec is escaped.
 */
export function monitoringPlan(compilation: Compilation): string {
  const reader = planReader(compilation);
  return document([
    titleSection(reader),
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
  ]);
}

function titleSection(reader: PlanReader): Markdown {
  const { product, models, monitors } = reader.protocol;
  const watched = models.map(({ name, version }) => md`${link(name, `Model ${name}`)} ${version}`);
  const monitored = monitors.map(({ name }) => link(name, `Monitor ${name}`));
  return section(
    heading(1, product ? md`Monitoring plan: ${product.name}` : md`Monitoring plan`),
    product?.title ? md`**${product.title}**` : nothing,
    reader.productDocumentation(),
    table(
      ['Item', 'Content'],
      [
        [md`Protocol`, code(reader.protocolId)],
        [md`Models`, join(watched, comma)],
        [md`Monitors`, join(monitored, comma)],
      ],
    ),
    md`This plan is compiled from the specification. The protocol id is a digest of its meaning: it changes when a limit, a schedule or anything else of substance changes, not with layout or comments. Every report cites it.`,
  );
}
