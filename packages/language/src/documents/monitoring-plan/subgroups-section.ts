import { type MaybeBlock, paragraph, prose, section, table } from '../content/block.js';
import { code, emphasis, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';
import { groupWords } from '../wording/feature.js';

/** Which groups of patients are looked at by themselves. */
export function subgroupsSection(reader: SpecReader): MaybeBlock {
  return section(
    'Subgroups',
    ...reader.protocol.subgroups.map((subgroups, index) =>
      section(
        `Subgroups ${subgroups.name}`,
        paragraph(subgroups.title),
        prose(reader.documentation('subgroups', index)),
        paragraph(
          words`A group with fewer than ${subgroups.minimumSize} rows is ${emphasis('insufficient')}: it is reported, but not judged.`,
        ),
        table(
          `Groups of ${subgroups.name}`,
          ['Subgroup', 'Column', 'Groups'],
          subgroups.dimensions.map(({ name, column, rule }) => [
            name,
            code(column),
            groupWords(rule, reader.categories(column)),
          ]),
        ),
      ),
    ),
  );
}
