import type { ChangePlan, Declared } from '../../protocol/protocol.js';
import { definitions, type MaybeBlock, section } from '../content/block.js';
import { blockFacts } from '../facts/declared.js';
import { everyEntry } from '../facts/fact-entries.js';
import type { SpecReader } from '../spec-reader.js';

/** Benefits and risks of each modification, and of all together (guidance, section VIII). */
export function impactSection(plan: ChangePlan, reader: SpecReader): MaybeBlock {
  const writes = (declared: Declared) => Object.keys(blockFacts(declared, 'impact')).length > 0;
  const whole = writes(plan);
  return section(
    `Impact assessment in ${plan.name}`,
    whole || plan.modifications.length === 0
      ? section(
          `Impact of all modifications in ${plan.name}`,
          definitions(everyEntry(plan, reader, 'changePlan', { block: 'impact' })),
        )
      : null,
    ...plan.modifications
      .filter((modification) => !whole || writes(modification))
      .map((modification) =>
        section(
          `Impact of ${modification.name}`,
          definitions(everyEntry(modification, reader, 'modification', { block: 'impact' })),
        ),
      ),
  );
}
