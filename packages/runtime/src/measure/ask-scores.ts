import { type Asking, windowScope } from './subject.js';

/** Scores with their outcomes, over the rows of each window whose labels are mature. */
export const askScores: Asking = (subject) => (_, second) => {
  const { spans, indices } = subject.mature;
  const asked = second.ask({ kind: 'scores', score: subject.column, scope: windowScope(subject, spans) });
  return (answers) => (window, group) => {
    const span = indices.get(window);
    return span === undefined ? { kind: 'none' } : answers.find(asked, 'scores', span, group);
  };
};
