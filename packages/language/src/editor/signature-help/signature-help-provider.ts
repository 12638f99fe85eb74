import { metricNamed } from '@vigil/statistics';
import { AstUtils, CstUtils, type LangiumDocument } from 'langium';
import type { SignatureHelpProvider } from 'langium/lsp';
import type { SignatureHelp, SignatureHelpOptions, SignatureHelpParams } from 'vscode-languageserver';
import { isMetricTerm } from '../../generated/ast.js';
import { parameterWords } from '../hover/metric-words.js';

/** While the arguments of a metric are written: which there are, what each does, and which one is being written. */
export class VigilSignatureHelp implements SignatureHelpProvider {
  readonly signatureHelpOptions: SignatureHelpOptions = {
    triggerCharacters: ['(', ','],
    retriggerCharacters: [':'],
  };

  provideSignatureHelp(
    document: LangiumDocument,
    { position }: SignatureHelpParams,
  ): SignatureHelp | undefined {
    const call = callBefore(document.textDocument.getText(), document.textDocument.offsetAt(position));
    const metric = call === undefined ? undefined : metricNamed(call.name);
    if (call === undefined || metric === undefined || !isTerm(document, call.offset)) return undefined;
    const { parameters } = metric;
    const active = parameters.findIndex(({ name }) => name === call.argument);
    return {
      activeSignature: 0,
      activeParameter: active < 0 ? Math.min(call.index, Math.max(0, parameters.length - 1)) : active,
      signatures: [
        {
          label: `${metric.name}(${parameters.map(({ name, type }) => `${name}: ${type}`).join(', ')})`,
          documentation: { kind: 'markdown', value: metric.summary },
          parameters: parameters.map((parameter) => ({
            label: `${parameter.name}: ${parameter.type}`,
            documentation: { kind: 'markdown', value: parameterWords(parameter) },
          })),
        },
      ],
    };
  }
}

interface Call {
  readonly name: string;
  readonly offset: number;
  /** How many arguments stand before the one at the cursor. */
  readonly index: number;
  /** Name of the argument at the cursor, as far as it is written. */
  readonly argument: string | undefined;
}

/** A statement of a metric is never longer. */
const FURTHEST = 400;

/** The call whose arguments the cursor stands in, read from the text: while it is typed the tree has none yet. */
function callBefore(text: string, offset: number): Call | undefined {
  const from = Math.max(0, offset - FURTHEST);
  const found = /([a-z][\w]*)\(([^()"]*(?:"[^"\n]*"[^()"]*)*)$/.exec(text.slice(from, offset));
  if (found === null) return undefined;
  const [, name = '', inside = ''] = found;
  const pieces = inside.split(/,(?![^[]*\])/);
  const argument = /^\s*(\w+)\s*:?/.exec(pieces.at(-1) ?? '')?.[1];
  return { name, offset: from + found.index, index: pieces.length - 1, argument };
}

/** In a comment or a text a metric's name is a word like any other. */
function isTerm(document: LangiumDocument, offset: number): boolean {
  const root = document.parseResult.value.$cstNode;
  const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, offset);
  if (leaf === undefined) return false;
  return (
    AstUtils.getContainerOfType(leaf.astNode, isMetricTerm) !== undefined || leaf.tokenType.name !== 'STRING'
  );
}
