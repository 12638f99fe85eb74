import {
  type Disposable,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

const COMMANDS = ['check', 'run'] as const;
/** A list anybody can choose from. */
const MOST_SPECS = 10;

interface VigilTask extends TaskDefinition {
  readonly command: string;
  readonly file: string;
}

/** `vigil check` and `vigil run` as tasks, with the workspace's own runtime. */
export function provideTasks(): Disposable {
  return tasks.registerTaskProvider('vigil', {
    async provideTasks() {
      const found = await workspace.findFiles('**/*.vigil', '**/node_modules/**', MOST_SPECS);
      return found.flatMap((spec) => {
        const folder = workspace.getWorkspaceFolder(spec);
        if (folder === undefined) return [];
        const file = workspace.asRelativePath(spec, false);
        return COMMANDS.map((command) => task({ type: 'vigil', command, file }, folder));
      });
    },
    resolveTask({ definition, scope }) {
      const { command, file } = definition as VigilTask;
      if (typeof command !== 'string' || typeof file !== 'string' || typeof scope !== 'object')
        return undefined;
      // VS Code recognises its own task by this very definition.
      return task(definition as VigilTask, scope);
    },
  });
}

function task(definition: VigilTask, folder: WorkspaceFolder): Task {
  const { command, file } = definition;
  const set = workspace.getConfiguration('vigil.runtime', folder).get('path', '');
  const runtime = set === '' ? Uri.joinPath(folder.uri, 'node_modules', '.bin', 'vigil').fsPath : set;
  const execution = new ProcessExecution(runtime, [command, file], { cwd: folder.uri.fsPath });
  const made = new Task(
    definition,
    folder ?? TaskScope.Workspace,
    `${command} ${file}`,
    'vigil',
    execution,
    '$vigil',
  );
  made.group = command === 'check' ? TaskGroup.Build : TaskGroup.Test;
  return made;
}
