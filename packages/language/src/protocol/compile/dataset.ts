import type * as ast from '../../generated/ast.js';
import type { Dataset } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileFacts, textField } from './facts.js';
import { type Part, part } from './part.js';
import { compileSource } from './source.js';
import { statementsOf } from './statements.js';

export function compileDataset(dataset: ast.Dataset, context: CompileContext): Part<Dataset> {
  const { statements } = dataset;
  const facts = compileFacts(statements, 'dataset', context, ['sha256']);
  const [written] = statementsOf(statements, 'Source');
  const source = written ? compileSource(written, context) : null;
  const sha256 = textField(statements, 'sha256');
  return part(
    dataset,
    {
      name: dataset.name,
      title: dataset.title ?? null,
      facts: facts.value,
      source: source?.value ?? null,
      sha256: sha256?.value ?? null,
    },
    { facts, source, sha256 },
  );
}
