import { readdirSync, readFileSync } from 'node:fs';

const PAGE = 4096;

/** Resident memory of a process and all its descendants, in bytes (Linux). */
function treeResident(root) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    if (stat === null) continue;
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const sum = (id) => {
    const pages = Number(read(`/proc/${id}/statm`)?.split(' ')[1] ?? 0);
    return (children.get(id) ?? []).reduce((total, child) => total + sum(child), pages * PAGE);
  };
  return sum(root);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Watches a process tree until `stop()`, which gives the largest sum seen; null where there is no /proc. */
export function watchMemory(root) {
  if (process.platform !== 'linux') return { stop: () => null };
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeResident(root));
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}
