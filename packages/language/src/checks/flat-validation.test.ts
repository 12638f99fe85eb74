import { Cancellation, EmptyFileSystem, isOperationCancelled, URI } from 'langium';
import { afterEach, expect, it, vi } from 'vitest';
import type { Role, VigilAstType } from '../generated/ast.js';
import { createVigilServices } from '../services.js';

afterEach(() => {
  vi.restoreAllMocks();
});

function checked(text: string) {
  const { vigil, shared } = createVigilServices(EmptyFileSystem);
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse('file:///s/a.vigil'));
  shared.workspace.LangiumDocuments.addDocument(document);
  return {
    registry: vigil.validation.ValidationRegistry,
    validator: vigil.validation.DocumentValidator,
    document,
  };
}

it('a check that throws is told of and stops no other check', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { registry, validator, document } = checked('role A\nrole B\n');
  const met: string[] = [];
  registry.register<VigilAstType>({
    Role: [
      () => {
        throw new Error('broken');
      },
      (node: Role) => {
        met.push(node.name ?? '');
      },
    ],
  });
  const found = await validator.validateDocument(document);
  expect(found.map(({ message }) => message)).toEqual([
    'An error occurred during validation: broken',
    'An error occurred during validation: broken',
  ]);
  expect(met).toEqual(['A', 'B']);
  expect(said).toHaveBeenCalled();
});

it('a check that waits is waited for, and its category is respected', async () => {
  const { registry, validator, document } = checked('role A\n');
  const accepted = async (
    node: { $type: string },
    accept: (severity: 'error', message: string, at: { node: never }) => void,
  ) => {
    await Promise.resolve();
    accept('error', 'late', { node: node as never });
  };
  registry.register({ Role: accepted }, undefined, 'slow');
  expect(await validator.validateDocument(document, { categories: ['fast'] })).toEqual([]);
  expect(await validator.validateDocument(document, { categories: ['slow'] })).toHaveLength(1);
});

it('a cancelled validation ends at once', async () => {
  const { validator, document } = checked('role A\n');
  const { token } = (() => {
    const source = new Cancellation.CancellationTokenSource();
    source.cancel();
    return source;
  })();
  const outcome = await validator.validateDocument(document, {}, token).catch((reason: unknown) => reason);
  expect(isOperationCancelled(outcome)).toBe(true);
});
