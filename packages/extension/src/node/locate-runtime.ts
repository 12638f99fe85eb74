import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { RuntimePlace } from '../runtime/runtime.js';

export interface RuntimeSearch {
  /** `vigil.runtime.path`; empty when nothing is set. */
  readonly setting: string;
  /** Folder of the spec. */
  readonly from: string;
  /** Folder of the workspace, where the search upwards ends; null: at the root. */
  readonly workspace: string | null;
  /** The runtime that comes with the extension. */
  readonly bundled: string;
  readonly exists?: (path: string) => boolean;
  readonly windows?: boolean;
}

export type FoundRuntime = RuntimePlace | { readonly problem: string };

/**
 * The `vigil` command to run: the setting, else the nearest `node_modules/.bin/vigil` at or above the spec inside the
 * workspace, else the bundled one. A setting that leads nowhere is a problem, never silently replaced by another.
 */
export function locateRuntime(search: RuntimeSearch): FoundRuntime {
  const { setting, from, workspace, bundled, exists = existsSync } = search;
  if (setting.trim() !== '') {
    const command = isAbsolute(setting) ? setting : resolve(workspace ?? from, setting);
    if (exists(command)) return { command, origin: 'setting' };
    return { problem: `The setting vigil.runtime.path names ${command}, and there is no such file.` };
  }
  // Windows starts no `.cmd` without a shell, so there the script itself is taken.
  const own =
    (search.windows ?? process.platform === 'win32')
      ? join('node_modules', '@vigil', 'runtime', 'bin', 'vigil.js')
      : join('node_modules', '.bin', 'vigil');
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const command = join(folder, own);
    if (exists(command)) return { command, origin: 'workspace' };
    if (folder === workspace || dirname(folder) === folder) break;
  }
  if (exists(bundled)) return { command: bundled, origin: 'bundled' };
  return {
    problem:
      'No Vigil runtime was found. Install it in the workspace (npm install --save-dev @vigil/runtime), name it in the setting vigil.runtime.path, or install the extension for your platform, which brings one along.',
  };
}
