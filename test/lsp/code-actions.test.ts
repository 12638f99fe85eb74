import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, Command, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.js';
import { marked } from './marked.js';
import { transportKinds } from './transport.js';

const people = 'role Nurse "Nurse"\n';
const main = `dataset Training {
  role: training
  source: "train.csv"
}

runbook Answer {
  step "Look"
}
`;
const data = 'age,score\n50,0.2\n';

describe.each(transportKinds)('over %s', (kind) => {
  let client: Client;
  beforeAll(async () => {
    const bytes = new TextEncoder().encode(data);
    client = await Client.start(kind, { 'people.vigil': people, 'train.csv': bytes, 'main.vigil': main });
    // A worker knows open files only, and has been shown all of them.
    if (kind === 'stdio') await client.open('main.vigil', main);
    await client.diagnostics('main.vigil');
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(kind === 'stdio' ? 0 : null);
  });

  /** Shows a fixture, and asks for all actions where its one cursor stands. */
  async function actionsAt(source: string): Promise<{ text: string; actions: CodeAction[] }> {
    const { text, cursors } = marked(source);
    const at = cursors[0] ?? { line: 0, character: 0 };
    await client.open('main.vigil', text);
    const diagnostics = (await client.diagnostics('main.vigil')).filter(
      ({ range }) => range.start.line === at.line,
    );
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('main.vigil') },
      range: { start: at, end: at },
      context: { diagnostics },
    });
    return { text, actions };
  }

  function applied(text: string, edit: WorkspaceEdit | undefined): string {
    const edits = edit?.changes?.[client.uri('main.vigil')] ?? [];
    return TextDocument.applyEdits(TextDocument.create('', '', 1, text), [...edits]);
  }

  it('an unknown name is imported from the file that declares it', async () => {
    const { text, actions } = await actionsAt(main.replace('"Look"', '"Look" by Nur<|>se'));
    const titles = actions.map(({ title }) => title);
    expect(titles).toEqual(['Import \'Nurse\' from "./people.vigil"', "Declare role 'Nurse'"]);
    const mended = applied(text, actions[0]?.edit);
    expect(mended).toBe(`import "./people.vigil"\n\n${text}`);
    await client.open('main.vigil', mended);
    expect((await client.diagnostics('main.vigil')).map(({ code }) => code)).not.toContain('VGL0101');
  });

  it('or declared', async () => {
    const { text, actions } = await actionsAt(main.replace('"Look"', '"Look" by Porter<|>'));
    expect(actions.map(({ title }) => title)).toEqual(["Declare role 'Porter'"]);
    expect(applied(text, actions[0]?.edit)).toBe(`${text.trimEnd()}\n\nrole Porter "Clinical safety lead"\n`);
  });

  it('a hidden character is removed', async () => {
    const { text, actions } = await actionsAt(main.replace('"Look"', '"Lo<|>ok \u202E"'));
    expect(actions.map(({ title }) => title)).toEqual(['Remove U+202E RIGHT-TO-LEFT OVERRIDE']);
    expect(applied(text, actions[0]?.edit)).toBe(main.replace('"Look"', '"Look "'));
  });

  it('a file beyond the limit has one finding, and is read again when it shrinks', async () => {
    await client.open('main.vigil', `${main}${'// rows of data\n'.repeat(400_000)}`);
    const found = await client.diagnostics('main.vigil');
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['VGL0002', 'this file is not read: it is larger than 5 MB; a spec holds no data'],
    ]);
    await client.open('main.vigil', main);
    expect((await client.diagnostics('main.vigil')).map(({ code }) => code)).not.toContain('VGL0002');
  });

  it('data is pinned by its digest, where there is a disk', async () => {
    const { text, actions } = await actionsAt(main.replace('train.csv', 'train<|>.csv'));
    const pin = actions.find(({ title }) => title.startsWith('Pin '));
    if (kind === 'worker') {
      expect(pin).toBeUndefined();
      return;
    }
    expect(pin?.title).toBe("Pin 'train.csv' by its SHA-256");
    const command = pin?.command as Command;
    const before = client.appliedEdits.length;
    await client.request('workspace/executeCommand', command);
    await client.until(() => client.appliedEdits.length > before, 'the edit of the command');
    const digest = createHash('sha256').update(data).digest('hex');
    expect(applied(text, client.appliedEdits.at(-1))).toBe(
      text.replace('"train.csv"\n', `"train.csv"\n  sha256: "${digest}"\n`),
    );
  });
});
