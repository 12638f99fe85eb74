import type { Report } from '@vigil/runtime';

/** A report as the runtime printed it; null when the text is none, or one of another schema. */
export function readReport(text: string): Report | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isReport(value) ? value : null;
}

function isReport(value: unknown): value is Report {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, results, problems, summary } = value as Record<string, unknown>;
  return (
    schema === 'vigil/report/1' &&
    Array.isArray(results) &&
    Array.isArray(problems) &&
    typeof summary === 'object'
  );
}
