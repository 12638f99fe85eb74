// Which journeys share an editor: starting one takes longer than most journeys.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeHostileData } from './fixtures/hostile/data.mjs';
import { CodeServer } from './hosts/code-server.mjs';
import { Web } from './hosts/web.mjs';
import * as accessibility from './journeys/accessibility.mjs';
import * as cancel from './journeys/cancel.mjs';
import * as completion from './journeys/completion.mjs';
import * as conformance from './journeys/conformance.mjs';
import * as diagnostics from './journeys/diagnostics.mjs';
import * as fence from './journeys/fence.mjs';
import * as format from './journeys/format.mjs';
import * as goToRule from './journeys/go-to-rule.mjs';
import * as hostilePreview from './journeys/hostile-preview.mjs';
import * as hostileRun from './journeys/hostile-run.mjs';
import * as hover from './journeys/hover.mjs';
import * as importedMonitors from './journeys/imported-monitors.mjs';
import * as imports from './journeys/imports.mjs';
import * as installed from './journeys/installed.mjs';
import * as keptResults from './journeys/kept-results.mjs';
import * as measured from './journeys/measured.mjs';
import * as missingRuntime from './journeys/missing-runtime.mjs';
import * as outline from './journeys/outline.mjs';
import * as pictures from './journeys/pictures.mjs';
import * as policy from './journeys/policy.mjs';
import * as preview from './journeys/preview.mjs';
import * as quickFix from './journeys/quick-fix.mjs';
import * as quietConsole from './journeys/quiet-console.mjs';
import * as reload from './journeys/reload.mjs';
import * as rename from './journeys/rename.mjs';
import * as restricted from './journeys/restricted.mjs';
import * as run from './journeys/run.mjs';
import * as runInBrowser from './journeys/run-in-browser.mjs';
import * as sample from './journeys/sample.mjs';
import * as sampleInBrowser from './journeys/sample-in-browser.mjs';
import * as serverNotLoaded from './journeys/server-not-loaded.mjs';
import * as stageKept from './journeys/stage/kept.mjs';
import * as stageKeyboard from './journeys/stage/keyboard.mjs';
import * as stageLarge from './journeys/stage/large.mjs';
import * as stageStates from './journeys/stage/states.mjs';
import * as tasks from './journeys/tasks.mjs';
import * as testExplorer from './journeys/test-explorer.mjs';
import * as workspaceRuntime from './journeys/workspace-runtime.mjs';
import * as writing from './journeys/writing.mjs';
import { Stage } from './stage.mjs';

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

/** The package that brings a runtime along, where there is one for this platform. */
const fullest = ({ targeted, untargeted }) => targeted ?? untargeted;

export const sessions = [
  {
    name: 'package with a runtime',
    workspace,
    start: ({ packages, workspace }) => CodeServer.start({ workspace, vsix: fullest(packages) }),
    journeys: [
      installed,
      measured,
      diagnostics,
      completion,
      quickFix,
      hover,
      outline,
      imports,
      rename,
      format,
      run,
      goToRule,
      testExplorer,
      importedMonitors,
      tasks,
      fence,
      preview,
      conformance,
      cancel,
      hostilePreview,
      hostileRun,
      accessibility,
      reload,
      keptResults,
      // Its verdicts stay: Problems would never be empty again.
      sample,
      pictures,
      policy,
    ],
  },
  {
    name: 'pages alone',
    workspace: () => {},
    start: ({ browser }) => Stage.start(browser),
    journeys: [stageStates, stageLarge, stageKept, stageKeyboard],
  },
  {
    name: 'package without a runtime',
    workspace,
    start: ({ packages, workspace }) => CodeServer.start({ workspace, vsix: packages.untargeted }),
    // The last one changes how keys are taken.
    journeys: [workspaceRuntime, missingRuntime, writing],
  },
  {
    name: 'restricted mode',
    workspace,
    start: ({ packages, workspace }) =>
      CodeServer.start({
        workspace,
        vsix: fullest(packages),
        trust: true,
        settings: { 'security.workspace.trust.startupPrompt': 'never' },
      }),
    journeys: [restricted],
  },
  {
    name: 'VS Code for the web',
    workspace,
    start: ({ packages, workspace }) => Web.start({ workspace, vsix: packages.untargeted }),
    journeys: [
      installed,
      measured,
      diagnostics,
      completion,
      quickFix,
      hover,
      outline,
      imports,
      rename,
      format,
      preview,
      conformance,
      hostilePreview,
      sampleInBrowser,
      runInBrowser,
      reload,
      quietConsole,
      // From here on the log holds a warning.
      policy,
      serverNotLoaded,
    ],
  },
];
