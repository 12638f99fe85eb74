import fc from 'fast-check';
import {
  type AstNode,
  Cancellation,
  DocumentState,
  EmptyFileSystem,
  isReference,
  type LangiumDocument,
  URI,
} from 'langium';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { plainDiagnostics } from '../diagnostics/plain-diagnostics.js';
import { createVigilServices } from '../services.js';
import { IncrementalDocumentBuilder } from './incremental-document-builder.js';

const FOLDER = URI.parse('file:///spec');
const uriOf = (file: string) => URI.parse(`file:///spec/${file}`);

/** An editor without an editor: texts by file, and what is known about them. */
class Workspace {
  readonly #services = createVigilServices(EmptyFileSystem);
  readonly texts = new Map<string, string>();

  /** Sets texts, or takes files away, and rebuilds; a token may end that early. */
  async change(
    texts: Readonly<Record<string, string | undefined>>,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    const { DocumentBuilder, TextDocuments } = this.#services.shared.workspace;
    const changed: URI[] = [];
    const deleted: URI[] = [];
    for (const [file, text] of Object.entries(texts)) {
      if (text === undefined) {
        this.texts.delete(file);
        TextDocuments.delete(uriOf(file));
        deleted.push(uriOf(file));
      } else {
        this.texts.set(file, text);
        TextDocuments.set(TextDocument.create(uriOf(file).toString(), 'vigil', 1, text));
        changed.push(uriOf(file));
      }
    }
    await DocumentBuilder.update(changed, deleted, cancelToken).catch((reason: unknown) => {
      if (typeof reason !== 'symbol') throw reason;
    });
  }

  /** The files whose diagnostics are published from now on, in order. */
  published(): string[] {
    const files: string[] = [];
    this.#services.shared.workspace.DocumentBuilder.onDocumentPhase(DocumentState.Validated, ({ uri }) => {
      files.push(uri.path.replace('/spec/', ''));
    });
    return files;
  }

  get builder(): IncrementalDocumentBuilder {
    const { DocumentBuilder } = this.#services.shared.workspace;
    if (DocumentBuilder instanceof IncrementalDocumentBuilder) return DocumentBuilder;
    throw new Error('the services build otherwise');
  }

  get documents(): LangiumDocument[] {
    return this.#services.shared.workspace.LangiumDocuments.all.toArray();
  }

  diagnostics() {
    return plainDiagnostics(this.documents, FOLDER);
  }

  /** References that lead to a tree nobody shows any more. */
  danglingReferences(): string[] {
    const alive = new Set<AstNode>(this.documents.map(({ parseResult }) => parseResult.value));
    return this.documents.flatMap(({ uri, references }) =>
      references.flatMap((reference) => {
        if (!isReference(reference)) return [];
        let root = reference.ref;
        while (root?.$container !== undefined) root = root.$container;
        const stale = root !== undefined && !alive.has(root);
        return stale ? [`${uri.path}: ${reference.$refText}`] : [];
      }),
    );
  }
}

const START: Readonly<Record<string, string>> = {
  'hub.vigil': `role Lead "Clinical lead"
channel Oncall: pagerduty { routingKey: env "KEY" }
dataset Training { role: reference source: "train.parquet" }
model Risk version "1.0.0" {
  kind: locked trainedOn: Training
  input age "Age" : number 0..120 unit "a"
  input race : category ["A", "B"]
  output score : probability
}
`,
  'groups.vigil': 'subgroups Groups { age = age cut at 40, 60\n race = race\n minimum size 50 }\n',
  'log.vigil': `import "./hub.vigil"
log Discharges of Risk { source: "l.parquet" time: t id: i prediction: score label: y }
`,
  'main.vigil': `import "./log.vigil"
import "./groups.vigil"
monitor Performance on Discharges {
  every 1 month by age, race
  check auroc fail < 0.6
  check psi of age warn > 0.1
  on fail run Response
}
runbook Response { step "Look" by Lead within 4 hours step pause Risk step notify Oncall }
`,
  'other.vigil':
    'import "./main.vigil"\nhazard Missed { severity: serious controlled by Performance, Response }\n',
};

const PIECES = [
  '\n',
  ' ',
  '// a comment\n',
  '{',
  '}',
  '"',
  'x',
  ': ',
  'import "./hub.vigil"\n',
  'import "./other.vigil"\n',
  'import "./absent.vigil"\n',
  'role Lead\n',
  'role Response\n',
  'monitor Performance on Discharges { every 1 week check auroc fail < 0.5 }\n',
  'subgroups More { race = race }\n',
  'checklist Own { item a "A" requires product.isDevice }\n',
  'product P { comply with Own }\n',
  'product Q { isDevice: true }\n',
  'retention { }\n',
  'bananas { }\n',
  'Training',
  'Risk',
  'Lead',
];

const edit = fc.record({
  file: fc.constantFrom(...Object.keys(START)),
  kind: fc.constantFrom('insert', 'insert', 'insert', 'cut', 'word', 'delete', 'restore'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(30),
  piece: fc.constantFrom(...PIECES),
  /** After how many looks at the token the build is cancelled, as by a next keystroke. */
  patience: fc.option(fc.nat(12), { freq: 3 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function edited(text: string | undefined, { kind, at, length, piece, file }: Edit): string | undefined {
  if (kind === 'delete') return undefined;
  if (kind === 'restore' || text === undefined) return START[file];
  const words = [...text.matchAll(/\b/g)].map(({ index }) => index);
  const offset = words[Math.floor(at * words.length)] ?? text.length;
  if (kind === 'insert') return text.slice(0, offset) + piece + text.slice(offset);
  if (kind === 'cut') return text.slice(0, offset) + text.slice(offset + length);
  return text.slice(0, offset) + piece + text.slice(offset).replace(/^\w+/, '');
}

function impatient(patience: number | null): Cancellation.CancellationToken {
  if (patience === null) return Cancellation.CancellationToken.None;
  let left = patience;
  return {
    get isCancellationRequested() {
      left -= 1;
      return left < 0;
    },
    onCancellationRequested: Cancellation.CancellationToken.None.onCancellationRequested,
  };
}

it('after any edits, what is known about all files is what a fresh build finds', async () => {
  const fresh = new Workspace();
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const workspace = new Workspace();
      await workspace.change(START);
      for (const each of edits) {
        const text = edited(workspace.texts.get(each.file), each);
        await workspace.change({ [each.file]: text }, impatient(each.patience));
      }
      // Whatever was interrupted is finished by the next build, even if that has nothing to do itself.
      await workspace.change({});
      await fresh.change(Object.fromEntries([...fresh.texts.keys()].map((file) => [file, undefined])));
      await fresh.change(Object.fromEntries(workspace.texts));
      expect(workspace.diagnostics()).toEqual(fresh.diagnostics());
      expect(workspace.danglingReferences()).toEqual([]);
    }),
    { numRuns: Number(process.env.VIGIL_RUNS ?? 60), seed: Number(process.env.VIGIL_SEED ?? 1) },
  );
});

const HUB = 'role Lead "Clinical lead"\n';

async function twoFiles(main: string) {
  const workspace = new Workspace();
  await workspace.change({ 'a-main.vigil': `import "./hub.vigil"\n${main}`, 'hub.vigil': HUB });
  return { workspace, published: workspace.published() };
}

it('a comment in an imported file concerns nobody else', async () => {
  const { workspace, published } = await twoFiles('runbook R { step "Look" by Lead }');
  await workspace.change({ 'hub.vigil': `// who\n${HUB}` });
  expect(published).toEqual(['hub.vigil']);
});

it('what an imported file declares is published there first, then where it is read', async () => {
  const { workspace, published } = await twoFiles('runbook R { step "Look" by Lead }');
  await workspace.change({ 'hub.vigil': 'role Boss "Clinical lead"\n' });
  expect(published).toEqual(['hub.vigil', 'a-main.vigil']);
  expect(workspace.diagnostics().map(({ message }) => message)).toEqual([expect.stringContaining("'Lead'")]);
});

it('a line that moves in an imported file moves in what is told of it', async () => {
  const { workspace, published } = await twoFiles('role Lead');
  await workspace.change({ 'hub.vigil': `\n\n${HUB}` });
  expect(published).toEqual(['hub.vigil', 'a-main.vigil']);
  expect(workspace.diagnostics()[0]?.related?.[0]?.location.line).toBe(3);
});

it('what a newer edit interrupts is finished by it', async () => {
  const { workspace, published } = await twoFiles('runbook R { step "Look" by Lead }');
  await workspace.change({ 'hub.vigil': 'role Boss\n' }, impatient(9));
  expect(published).not.toContain('a-main.vigil');
  await workspace.change({ 'hub.vigil': 'role Boss // still\n' });
  expect(published.at(-1)).toBe('a-main.vigil');
  expect(workspace.diagnostics()).toHaveLength(1);
});

it.each([
  DocumentState.Parsed,
  DocumentState.IndexedContent,
  DocumentState.Linked,
  DocumentState.Validated,
])('who waits for state %i of the workspace is told, also by a build that has nothing to do, or only to check again', async (state) => {
  const { workspace } = await twoFiles('runbook R { step "Look" by Lead }');
  const { builder } = workspace;
  await Promise.all([builder.update([], []), builder.waitUntil(state)]);
  await Promise.all([builder.recheck([uriOf('hub.vigil')]), builder.waitUntil(state)]);
  await Promise.all([builder.update([], [uriOf('hub.vigil')]), builder.waitUntil(state)]);
});

it('what is asked of a file that is about to be built waits for the build, even when another has just ended', async () => {
  const { workspace } = await twoFiles('runbook R { step "Look" by Lead }');
  const { builder } = workspace;
  builder.expectChange(uriOf('hub.vigil'));
  await builder.recheck([uriOf('a-main.vigil')]);
  let names: unknown;
  const asked = builder.waitUntil(DocumentState.Linked, uriOf('hub.vigil')).then(() => {
    const hub = workspace.documents.find(({ uri }) => uri.path.endsWith('hub.vigil'));
    names = hub?.parseResult.value.$cstNode?.text.trim();
  });
  await workspace.change({ 'hub.vigil': 'role Boss' });
  await asked;
  expect(names).toBe('role Boss');
});
