import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import {
  type CompletionList,
  LSPErrorCodes,
  type Position,
  type ResponseError,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { snippetText } from '../../packages/language/src/schema/snippet.js';
import { Client } from './client.js';
import { transportKinds } from './transport.js';

const MONITORS = 60;
/** Much that takes time to be checked, and a body to write in. */
const start = `model Risk version "1.0.0" {
  operatingPoint: 0.2
  input temperature : number 30..45
  output score : probability
}
log Visits of Risk { source: "v.csv" time: seen prediction: score label: died }
monitor Watch on Visits {
  every 1 month
}
${Array.from({ length: MONITORS }, (_, index) => `monitor M${index} on Visits { every 1 week check missing of temperature warn > ${index % 90}% }\n`).join('')}`;
const LINE = 7;

/** Keys as they are pressed; `⌫` is Backspace. */
interface Keys {
  readonly what: string;
  readonly keys: string;
  /** What stands behind the cursor on its line. */
  readonly behind: string;
  readonly offered: string;
  /** The line when what is offered is taken. */
  readonly taken: string;
}

const typed: readonly Keys[] = [
  {
    what: 'a new line in a block',
    keys: '\n  check specif',
    behind: '',
    offered: 'specificity',
    taken: '  check specificity',
  },
  {
    what: 'in the middle of a line',
    keys: '\n  check specif',
    behind: ' fail < 0.5',
    offered: 'specificity',
    taken: '  check specificity fail < 0.5',
  },
  {
    what: 'after Backspace',
    keys: '\n  check psi of tampon⌫⌫⌫⌫⌫e',
    behind: '',
    offered: 'temperature',
    taken: '  check psi of temperature',
  },
  {
    what: 'another word after Backspace',
    keys: '\n  chec⌫⌫⌫⌫alarm bu',
    behind: '',
    offered: 'budget',
    taken: '  alarm budget 1 per year',
  },
  {
    what: 'after a sign that asks by itself',
    keys: '\n  check ece(bi',
    behind: ') fail > 0.1',
    offered: 'binning',
    taken: '  check ece(binning: width) fail > 0.1',
  },
];

/** Types keys, asking as VS Code asks: after a letter or a sign that asks; a new question takes the earlier one back. */
async function type(client: Client, { keys, behind }: Keys, { pause, takesBack }: Way): Promise<Asked[]> {
  let text = start.replace('every 1 month\n', `every 1 month${behind}\n`);
  const at: { line: number; character: number } = { line: LINE, character: '  every 1 month'.length };
  await client.open('main.vigil', text);
  const asked: Promise<Asked>[] = [];
  const open: CancellationTokenSource[] = [];
  const written: Promise<void>[] = [];
  for (const key of keys) {
    const erased = key === '⌫' ? 1 : 0;
    const here: Position = { ...at };
    written.push(client.type('main.vigil', here, erased ? '' : key, erased));
    const offset = TextDocument.create('', '', 1, text).offsetAt(here);
    text = text.slice(0, offset - erased) + (erased ? '' : key) + text.slice(offset);
    if (key === '\n') Object.assign(at, { line: at.line + 1, character: 0 });
    else at.character += erased ? -1 : 1;
    // Who moves to the left no longer asks about what stood there.
    if (takesBack || erased) for (const source of open.splice(0)) source.cancel();
    if (/[\w.:"`([/]/.test(key)) {
      const source = new CancellationTokenSource();
      open.push(source);
      asked.push(ask(client, text, { ...at }, source));
    }
    await pause();
  }
  await Promise.all(written);
  return await Promise.all(asked);
}

interface Asked {
  readonly text: string;
  readonly position: Position;
  readonly answer: CompletionList | null | ResponseError;
  readonly takenBack: boolean;
}

async function ask(
  client: Client,
  text: string,
  position: Position,
  source: CancellationTokenSource,
): Promise<Asked> {
  const params = { textDocument: { uri: client.uri('main.vigil') }, position };
  const answer = await client
    .request<CompletionList | null>('textDocument/completion', params, source.token)
    .catch((error: ResponseError) => error);
  return { text, position, answer, takenBack: source.token.isCancellationRequested };
}

const rest = (milliseconds: number) => () => new Promise<void>((done) => setTimeout(done, milliseconds));
let seed = 20_261_121;
const uneven = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return rest(seed % 25)();
};

/** How keys follow each other, and whether a question is taken back by the next. */
interface Way {
  readonly pause: () => Promise<void> | void;
  readonly takesBack: boolean;
}

const ways: readonly Way[] = [() => undefined, uneven].flatMap((pause) => [
  { pause, takesBack: true },
  { pause, takesBack: false },
]);

/** Nothing is replaced but the word the cursor stood in when it was asked for. */
function expectInPlace({ text, position, answer, takenBack }: Asked): void {
  if (takenBack && (answer === null || (answer as ResponseError).code === LSPErrorCodes.RequestCancelled))
    return;
  const { items, isIncomplete } = answer as CompletionList;
  expect(isIncomplete).toBe(false);
  const rest = text.split('\n')[position.line]!.slice(position.character);
  const end = { line: position.line, character: position.character + /^\w*/.exec(rest)![0].length };
  for (const { textEdit } of items) {
    const { range } = textEdit as TextEdit;
    expect({ line: range.start.line, end: range.end }).toEqual({ line: position.line, end });
    expect(range.start.character).toBeLessThanOrEqual(position.character);
  }
}

/** The line that is written, once an offer is taken. */
function taken({ text, answer }: Asked, offered: string): string | undefined {
  const { items } = answer as CompletionList;
  const edit = items.find(({ label }) => label === offered)?.textEdit as TextEdit;
  const line = TextDocument.applyEdits(TextDocument.create('', '', 1, text), [edit]).split('\n')[LINE + 1];
  return line && snippetText(line);
}

describe.each(transportKinds)('offers to somebody who types without a pause, over %s', (kind) => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start(kind);
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(kind === 'worker' ? null : 0);
  });

  it.each(typed)('$what', async (keys) => {
    for (const way of [...ways, ...ways]) {
      const asked = await type(client, keys, way);
      for (const each of asked) expectInPlace(each);
      expect(taken(asked.at(-1)!, keys.offered)).toBe(keys.taken);
    }
  });
});
