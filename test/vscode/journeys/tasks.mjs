import { poll } from '../editor.mjs';

export const title = 'a task checks a spec with the same runtime, and its findings are in the Problems view';

export async function run(editor, { packages }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  await editor.write(
    '.vscode/tasks.json',
    JSON.stringify({
      version: '2.0.0',
      tasks: [
        {
          type: 'vigil',
          command: 'check',
          file: 'broken/broken.vigil',
          label: 'check broken',
          problemMatcher: '$vigil',
          group: { kind: 'build', isDefault: true },
          presentation: { reveal: 'never' },
        },
      ],
    }),
  );
  await editor.write('broken/broken.vigil', 'product P {\n  markets: [Atlantis]\n}\n');
  await editor.open('broken/broken.vigil');
  await editor.command('Problems: Focus on Problems View');
  const found = editor.problems().filter({ hasText: 'Atlantis' });
  await poll(async () => (await found.count()) === 1, 'the finding of the language server');
  await editor.command('Tasks: Run Build Task');
  await poll(async () => (await found.count()) === 2, 'the finding of the task beside it');
}
