import {
  type Disposable,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { Runtime } from '../runtime/runtime.js';

const COMMANDS = ['check', 'run'] as const;
/** A list anybody can choose from. */
const MOST_SPECS = 10;

interface VigilTask extends TaskDefinition {
  readonly command: string;
  readonly file: string;
}

/** `vigil check` and `vigil run` as tasks, with the runtime that runs of the editor use. */
export function provideTasks(runtime: Runtime): Disposable {
  return tasks.registerTaskProvider('vigil', {
    async provideTasks() {
      const found = await workspace.findFiles('**/*.vigil', '**/node_modules/**', MOST_SPECS);
      return found.flatMap((spec) => {
        const folder = workspace.getWorkspaceFolder(spec);
        if (folder === undefined) return [];
        const file = workspace.asRelativePath(spec, false);
        return COMMANDS.map((command) => task({ type: 'vigil', command, file }, folder, runtime));
      });
    },
    resolveTask({ definition, scope }) {
      const { command, file } = definition as VigilTask;
      if (typeof command !== 'string' || typeof file !== 'string' || typeof scope !== 'object')
        return undefined;
      // VS Code recognises its own task by this very definition.
      return task(definition as VigilTask, scope, runtime);
    },
  });
}

function task(definition: VigilTask, folder: WorkspaceFolder, runtime: Runtime): Task {
  const { command, file } = definition;
  const found = runtime.process(Uri.joinPath(folder.uri, file), [command, file]);
  // Without a runtime the task fails where it is started, and says which program there is not.
  const {
    command: program,
    args,
    env,
  } = 'problem' in found ? { command: 'vigil', args: [command, file], env: {} } : found;
  const execution = new ProcessExecution(program, args, { cwd: folder.uri.fsPath, env });
  const made = new Task(definition, folder, `${command} ${file}`, 'vigil', execution, '$vigil');
  made.group = command === 'check' ? TaskGroup.Build : TaskGroup.Test;
  return made;
}
