import type { Report } from '@vigil/runtime';
import { isReport } from './report-shape.js';

/** A report as the runtime printed it; null when the text is none, or one of another schema. */
export function readReport(text: string): Report | null {
  try {
    const value: unknown = JSON.parse(text);
    return isReport(value) ? value : null;
  } catch {
    return null;
  }
}
