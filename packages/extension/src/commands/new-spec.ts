import { SnippetString, window, workspace } from 'vscode';

/** An untitled spec with the declarations nearly every spec begins with. */
export async function newSpec(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'vigil' });
  const editor = await window.showTextDocument(document);
  const first = [
    'product ${1:Name} "${2:What it is for}" {',
    '  markets: [${3:EU}]',
    '  isDevice: ${4|true,false|}',
    '}',
    '',
    'model ${5:Model} version "${6:1.0.0}" {',
    '  input ${7:age} "${8:Age}" : ${9:integer 18..120} unit "a"',
    '  output ${10:score} "${11:Predicted risk}" : probability',
    '}',
    '$0',
  ];
  await editor.insertSnippet(new SnippetString(first.join('\n')));
}
