// Which journeys share an editor: starting one takes longer than most journeys.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Editor } from './editor.mjs';
import { writeHostileData } from './fixtures/hostile/data.mjs';
import * as accessibility from './journeys/accessibility.mjs';
import * as cancel from './journeys/cancel.mjs';
import * as completion from './journeys/completion.mjs';
import * as diagnostics from './journeys/diagnostics.mjs';
import * as fence from './journeys/fence.mjs';
import * as format from './journeys/format.mjs';
import * as goToRule from './journeys/go-to-rule.mjs';
import * as hostile from './journeys/hostile.mjs';
import * as installed from './journeys/installed.mjs';
import * as measured from './journeys/measured.mjs';
import * as missingRuntime from './journeys/missing-runtime.mjs';
import * as policy from './journeys/policy.mjs';
import * as preview from './journeys/preview.mjs';
import * as quickFix from './journeys/quick-fix.mjs';
import * as reload from './journeys/reload.mjs';
import * as rename from './journeys/rename.mjs';
import * as restricted from './journeys/restricted.mjs';
import * as run from './journeys/run.mjs';
import * as sample from './journeys/sample.mjs';
import * as tasks from './journeys/tasks.mjs';
import * as testExplorer from './journeys/test-explorer.mjs';
import * as workspaceRuntime from './journeys/workspace-runtime.mjs';

const here = import.meta.dirname;

/** The example, with two small specs beside it. */
function workspace(folder) {
  const example = resolve(here, '../../examples/sepsis');
  cpSync(example, folder, { recursive: true, filter: (path) => path !== join(example, 'out') });
  cpSync(join(here, 'fixtures', 'two-files'), join(folder, 'two-files'), { recursive: true });
  cpSync(join(here, 'fixtures', 'hostile'), join(folder, 'hostile'), { recursive: true });
  writeHostileData(join(folder, 'hostile', 'data'));
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode', 'settings.json'), '{}');
}

export const sessions = [
  {
    name: 'package with a runtime',
    workspace,
    start: ({ browser, packages, workspace }) =>
      Editor.start({
        browser,
        workspace,
        vsix: packages.targeted ?? packages.untargeted,
        open: 'sepsis.vigil',
      }),
    journeys: [
      installed,
      measured,
      diagnostics,
      completion,
      quickFix,
      rename,
      format,
      run,
      goToRule,
      testExplorer,
      tasks,
      fence,
      preview,
      cancel,
      hostile,
      accessibility,
      reload,
      sample,
      policy,
    ],
  },
  {
    name: 'package without a runtime',
    workspace,
    start: ({ browser, packages, workspace }) =>
      Editor.start({ browser, workspace, vsix: packages.untargeted, open: 'sepsis.vigil' }),
    journeys: [workspaceRuntime, missingRuntime],
  },
  {
    name: 'restricted mode',
    workspace,
    start: ({ browser, packages, workspace }) =>
      Editor.start({
        browser,
        workspace,
        vsix: packages.targeted ?? packages.untargeted,
        open: 'sepsis.vigil',
        trust: true,
        settings: { 'security.workspace.trust.startupPrompt': 'never' },
      }),
    journeys: [restricted],
  },
];
