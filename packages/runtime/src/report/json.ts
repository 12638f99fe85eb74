import type { Report } from './report.js';

/** The report as JSON: two spaces, keys in the order of the contract, a line feed at the end. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
