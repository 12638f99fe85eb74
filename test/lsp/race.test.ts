import { afterEach, describe, expect, it } from 'vitest';
import type {
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { Client } from './client.js';
import { clientCapabilities, pullingCapabilities } from './client-capabilities.js';

const ROUNDS = 50;
const MONITORS = 400;

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

/** A spec whose every name and place differs from round to round. */
function textOf(round: number): { text: string; name: string; line: number; character: number } {
  const name = `Role${round}`;
  const gap = '\n'.repeat(round % 7);
  const before = `${gap}role ${name} "Round ${round}"\nrunbook R { step "Look" by `;
  const lines = before.split('\n');
  return { text: `${before}${name} }\n`, name, line: lines.length - 1, character: lines.at(-1)!.length + 1 };
}

/** A role after some empty lines, who uses it, and much that takes time to be checked. */
function longText(name: string, lines: number): string {
  const rest = Array.from(
    { length: MONITORS },
    (_, index) => `monitor M${index} on Visits { every 1 week check missing of age warn > ${index % 90}% }\n`,
  );
  const start = `${'\n'.repeat(lines)}role ${name}\nrunbook R { step "Look" by ${name} }\n`;
  return `${start}log Visits { source: "v.csv" time: seen label: age }\n${rest.join('')}`;
}

describe('what is asked right after a change is answered from the new text', () => {
  it.each<
    [
      what: string,
      ask: (round: number, place: ReturnType<typeof textOf>) => Promise<unknown>,
      answer: (place: ReturnType<typeof textOf>) => unknown,
    ]
  >([
    [
      'definition',
      async (_, { line, character }) => {
        const [target] = await client.at<(Location | LocationLink)[]>(
          'textDocument/definition',
          'main.vigil',
          { line, character },
        );
        return target !== undefined && 'targetUri' in target
          ? target.targetSelectionRange.start.line
          : target?.range.start.line;
      },
      ({ line }) => line - 1,
    ],
    [
      'references',
      async (_, { line, character }) => {
        const context = { includeDeclaration: true };
        const found = await client.at<Location[]>(
          'textDocument/references',
          'main.vigil',
          { line, character },
          { context },
        );
        return found.map(({ range }) => range.start.line);
      },
      ({ line }) => [line - 1, line],
    ],
    [
      'rename',
      async (round, { line, character }) => {
        const edit = await client.at<WorkspaceEdit>(
          'textDocument/rename',
          'main.vigil',
          { line, character },
          { newName: `New${round}` },
        );
        return edit.changes?.[client.uri('main.vigil')]?.map(({ range }) => [
          range.start.line,
          range.end.character - range.start.character,
        ]);
      },
      ({ line, name }) => [
        [line - 1, name.length],
        [line, name.length],
      ],
    ],
    [
      'hover',
      async (_, { line, character }) =>
        JSON.stringify(
          (await client.at<Hover>('textDocument/hover', 'main.vigil', { line, character })).contents,
        ).includes(`Round ${_}`),
      () => true,
    ],
    [
      'document symbols',
      async () =>
        (
          await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
            textDocument: { uri: client.uri('main.vigil') },
          })
        ).map(({ name }) => name),
      ({ name }) => [name, 'R'],
    ],
    [
      'completion',
      async (_, { line, character }) => {
        const list = await client.at<CompletionList>('textDocument/completion', 'main.vigil', {
          line,
          character,
        });
        return list.items.map(({ label }) => label).filter((label) => label.startsWith('Role'));
      },
      ({ name }) => [name],
    ],
  ])('%s', async (_, ask, answer) => {
    client = await Client.start('stdio', {}, { capabilities: clientCapabilities });
    for (let round = 0; round < ROUNDS; round += 1) {
      const place = textOf(round);
      // Neither of them waits: the request follows on the heels of the change, the first of the opening.
      const changed = client.open('main.vigil', place.text);
      const answered = ask(round, place);
      await changed;
      expect(await answered, `round ${round}`).toEqual(answer(place));
    }
  });

  it('diagnostics', async () => {
    client = await Client.start('stdio', {}, { capabilities: pullingCapabilities });
    for (let round = 0; round < ROUNDS; round += 1) {
      const changed = client.open('main.vigil', `${'\n'.repeat(round % 7)}rolle R${round}\n`);
      const textDocument = { uri: client.uri('main.vigil') };
      const answered = client.request<{ items: { range: { start: { line: number } } }[] }>(
        'textDocument/diagnostic',
        { textDocument },
      );
      await changed;
      expect(
        (await answered).items.map(({ range }) => range.start.line),
        `round ${round}`,
      ).toEqual([round % 7]);
    }
  });

  it('also while the build of the text before is under way', async () => {
    client = await Client.start('stdio', {}, { capabilities: clientCapabilities });
    const textDocument = { uri: client.uri('main.vigil') };
    await client.open('main.vigil', longText('Role0', 0));
    await client.diagnostics('main.vigil');
    for (let round = 1; round <= ROUNDS; round += 1) {
      const lines = round % 7;
      // The build of this text is interrupted somewhere: in each round a little later.
      const before = client.open('main.vigil', longText(`Before${round}`, lines + 1));
      await new Promise((resolve) => setTimeout(resolve, round));
      const changed = client.open('main.vigil', longText(`Role${round}`, lines));
      const symbols = client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
      const places = client.at<Location[]>(
        'textDocument/references',
        'main.vigil',
        { line: lines, character: 6 },
        { context: { includeDeclaration: true } },
      );
      await Promise.all([before, changed]);
      expect((await symbols)[0]?.name, `round ${round}`).toBe(`Role${round}`);
      expect((await places).map(({ range }) => range.start.line)).toEqual([lines, lines + 1]);
    }
  });

  it('several changes in a row, and a question after each, of which the last counts', async () => {
    client = await Client.start('stdio', {}, { capabilities: clientCapabilities });
    for (let round = 0; round < ROUNDS; round += 1) {
      const textDocument = { uri: client.uri('main.vigil') };
      const asked = [0, 1, 2].map(async (step) => {
        await client.open('main.vigil', `role A${round * 3 + step}\n`);
        return client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
      });
      const last = await asked.at(-1);
      expect(
        last?.map(({ name }) => name),
        `round ${round}`,
      ).toEqual([`A${round * 3 + 2}`]);
      await Promise.allSettled(asked);
    }
  });
});
