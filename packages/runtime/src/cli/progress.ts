import cliProgress from 'cli-progress';
import type { Progress } from '../run.js';
import type { Terminal } from './terminal.js';

/** Shorter work needs no bar; one that flashes by only disturbs. */
const DELAY_MILLISECONDS = 1000;
const STAGES: Readonly<Record<Progress['stage'], string>> = {
  open: 'reading',
  reference: 'reference',
  windows: 'measuring',
  models: 're-scoring',
};

/** A bar on standard error, when somebody watches and the work takes longer than a second; silent otherwise. */
export function showProgress(terminal: Terminal): {
  readonly report: (progress: Progress) => void;
  /** Takes the bar away, so that the result stands alone. */
  readonly stop: () => void;
} {
  if (!terminal.watched) return { report: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar({
    format: '{stage} {bar} {percentage} %',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  let last: Progress = { stage: 'open', done: 0, total: 1 };
  const words = () => ({ stage: STAGES[last.stage].padEnd(10) });
  const timer = setTimeout(() => bar.start(Math.max(last.total, 1), last.done, words()), DELAY_MILLISECONDS);
  return {
    report(progress) {
      last = progress;
      if (!bar.isActive) return;
      bar.setTotal(Math.max(progress.total, 1));
      bar.update(progress.done, words());
    },
    stop() {
      clearTimeout(timer);
      if (bar.isActive) bar.stop();
    },
  };
}
