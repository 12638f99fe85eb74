import type { PackConformance } from '../item-result.js';

/** How far a spec has come with one checklist. Items that do not apply are not counted. */
export interface Progress {
  readonly pack: string;
  readonly met: number;
  readonly waived: number;
  readonly open: number;
  readonly unmet: number;
  /** Items that apply, or may. */
  readonly total: number;
  /** Of the met ones, those of which only is known that fields are filled. */
  readonly presenceOnly: number;
}

export function progressOf({ pack, items }: PackConformance): Progress {
  const count = (status: string) => items.filter((item) => item.status === status).length;
  const [met, waived, open, unmet] = [count('met'), count('waived'), count('open'), count('unmet')];
  const presenceOnly = items.filter((item) => item.status === 'met' && item.presenceOnly).length;
  return { pack, met, waived, open, unmet, total: met + waived + open + unmet, presenceOnly };
}

/** "FDA_PCCP: 24 of 62 met, 9 open, 29 unmet" */
export function progressText({ pack, met, waived, open, unmet, total }: Progress): string {
  if (total === 0) return `${pack}: no item applies`;
  const rest = [
    [waived, 'waived'],
    [open, 'open'],
    [unmet, 'unmet'],
  ] as const;
  const others = rest.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return [`${pack}: ${met} of ${total} met`, ...others].join(', ');
}
