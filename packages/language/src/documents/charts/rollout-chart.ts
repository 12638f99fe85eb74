import type { Modification } from '../../protocol/protocol.js';
import type { MaybeBlock } from '../content/block.js';
import { daysOf, durationWords, percent } from '../wording/quantity.js';
import { documentTheme, schema } from './theme.js';

/** Share of patients that a changed model serves, stage by stage. The last stage has no end: it is shown as long as the shortest of the others. */
export function rolloutChart({ name, rollout }: Modification): MaybeBlock {
  if (rollout.length < 2) return null;
  const known = rollout.flatMap((stage) => (stage.for === null ? [] : [daysOf(stage.for)]));
  const open = known.length === 0 ? 7 : Math.min(...known);
  let start = 0;
  const stages = rollout.map((stage) => {
    const from = start;
    start += stage.for === null ? open : daysOf(stage.for);
    const share = shareOf(stage);
    return { from, to: start, share, label: `${stage.stage}, ${percent(share)}` };
  });
  return {
    kind: 'chart',
    title: `Rollout of ${name}`,
    description: rollout.map(stageSentence).join('; then '),
    spec: {
      $schema: schema,
      config: documentTheme,
      width: 640,
      height: 120,
      data: { values: stages },
      encoding: {
        x: {
          field: 'from',
          type: 'quantitative',
          axis: {
            title: 'Days since the start',
            grid: false,
            values: [0, ...stages.slice(0, -1).map(({ to }) => to)],
          },
          scale: { nice: false },
        },
      },
      layer: [
        {
          mark: { type: 'rect', color: 'var(--series)', stroke: 'var(--paper)' },
          encoding: {
            x2: { field: 'to' },
            y: {
              field: 'share',
              type: 'quantitative',
              scale: { domain: [0, 1.2] },
              axis: { title: 'Patients served', format: '.0%', values: [0, 0.5, 1] },
            },
            y2: { datum: 0 },
          },
        },
        {
          mark: { type: 'text', align: 'left', baseline: 'bottom', dx: 4, dy: -3, color: 'var(--text)' },
          encoding: { text: { field: 'label' }, y: { field: 'share', type: 'quantitative' } },
        },
      ],
    },
  };
}

/** Every stage and how long it lasts: "canary, for 10% of patients, for 2 weeks". */
export function stageSentence(stage: Modification['rollout'][number]): string {
  const share = {
    shadow: 'shadow, serving no patient',
    canary: `canary, for ${stage.share === null ? 'some' : percent(stage.share)} of patients`,
    full: 'full, for all patients',
  }[stage.stage];
  return stage.for === null ? share : `${share}, for ${durationWords(stage.for)}`;
}

function shareOf({ stage, share }: Modification['rollout'][number]): number {
  return { shadow: 0, canary: share ?? 0, full: 1 }[stage];
}
