import { planProblems } from '../plan/plan-problems.js';
import { askCells } from './ask-cells.js';
import { askDistributions } from './ask-distributions.js';
import { askScores } from './ask-scores.js';
import { askMoments, askProportion, askRows } from './ask-simple.js';
import type { SubjectAnswers } from './evaluate.js';
import type { Answers, Questions } from './questions.js';
import type { Asking, Subject } from './subject.js';

/** Second round of a subject: its own statistic, and the rows of every window and group. */
export type Asker = (firstAnswers: Answers, second: Questions) => (secondAnswers: Answers) => SubjectAnswers;

/** Puts the first round's questions of a subject; a plan with a problem asks nothing. */
export function askerOf(subject: Subject, first: Questions): Asker {
  if (subject.plan.problem !== null) return () => () => silent;
  const rows = askRows(subject, first);
  const statistic = askingFor(subject)(subject, first);
  return (firstAnswers, second) => {
    const rowsLater = rows(firstAnswers, second);
    const statisticLater = statistic(firstAnswers, second);
    return (secondAnswers) => {
      const readRows = rowsLater(secondAnswers);
      return {
        statistic: statisticLater(secondAnswers),
        rows: (window, group) => {
          const found = readRows(window, group);
          if (found.kind !== 'statistic') return found;
          const { statistic: counted } = found;
          return counted.kind === 'rows' ? { kind: 'statistic', statistic: counted } : { kind: 'none' };
        },
      };
    };
  };
}

const nothing = () => ({ kind: 'none' }) as const;
const silent: SubjectAnswers = { statistic: nothing, rows: nothing };

/** How the statistic that a metric needs is asked for. */
function askingFor({ plan }: Subject): Asking {
  const descriptor = plan.descriptor;
  switch (descriptor?.needs) {
    case 'rows':
      return askRows;
    case 'moments':
      return askMoments;
    case 'cells':
      return askCells;
    case 'distributions':
      return askDistributions;
    case 'scores':
      return askScores;
    case 'proportion':
      return askProportion(plan.metric, descriptor.appliesTo) ?? askNothing;
    // Re-scoring is the model room's work; it is asked there, window by window.
    case 'rescore':
      return () => () => () => nothing;
    default:
      return askNothing;
  }
}

/** A metric whose statistic no table here knows how to count: said, never passed over. */
const askNothing: Asking = ({ plan }) => {
  const { metric, descriptor } = plan;
  const problem = planProblems.statisticMissing(plan.monitor.name, {
    metric,
    needs: descriptor?.needs ?? '',
  });
  return () => () => () => ({ kind: 'problem', problem });
};
