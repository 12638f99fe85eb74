import { textType, truthType } from '../model/type.js';
import { answer, openAnswer, textOf } from './answers.js';
import type { CheckFunction } from './function.js';

/** `evidence('performance-run')` */
export const evidence: CheckFunction = {
  name: 'evidence',
  parameters: [{ name: 'type', type: textType }],
  returns: truthType,
  documentation:
    'Whether the last stored record of this type for this very spec passed. Open as long as no record is known.',
  apply: ([type], { graph }) => {
    const wanted = textOf(type) ?? '';
    const records = (graph.surroundings.records?.evidence ?? [])
      .filter((record) => record.type === wanted)
      .filter((record) => record.protocolId === graph.protocolId)
      .sort((a, b) => (a.date < b.date ? 1 : -1));
    const [last] = records;
    if (last === undefined) return openAnswer(`no ${wanted} of this spec is on record`);
    return answer(last.passed, `the ${wanted} of ${last.date} did not pass`);
  },
};
