import { type Asking, datasetScope, windowScope } from './subject.js';

/** Exact pairs of distributions: each window against the reference, group by group. */
export const askDistributions: Asking = (subject) => (_, second) => {
  const { plan, column, cross } = subject;
  const reference =
    plan.reference?.kind === 'dataset'
      ? datasetScope(plan.reference.dataset, cross.dimensions)
      : ('previous' as const);
  const asked = second.ask({ kind: 'distributions', column, scope: windowScope(subject), reference });
  return (answers) => (window, group) =>
    reference === 'previous' && window === 0
      ? { kind: 'none' }
      : answers.find(asked, 'distributions', window, group);
};
