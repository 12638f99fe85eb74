import type { DiagnosticData } from '../../../diagnostics/reporter.js';
import type { QuickFix } from '../quick-fix.js';

/** Puts the text in place that the check itself proposes: the nearest name, the quotes that are missing. */
export const replace: QuickFix = ({ diagnostic }) => {
  const fix = (diagnostic.data as DiagnosticData | undefined)?.fix;
  if (fix === undefined) return [];
  return [
    {
      title: fix.title,
      edits: [{ range: diagnostic.range, newText: fix.newText }],
      preferred: true,
    },
  ];
};
