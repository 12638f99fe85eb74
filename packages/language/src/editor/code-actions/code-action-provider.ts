import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { DiagnosticData } from '../../diagnostics/reporter.js';
import type { VigilServices } from '../../services.js';
import { nodeAt } from '../node-at.js';
import { canPin, PIN_DIGEST, pinnable } from './pin-digest.js';
import type { Fix } from './quick-fix.js';
import { quickFixes } from './quick-fixes.js';
import { rewritePercentage } from './rewrites/percentage.js';
import { sortFields } from './rewrites/sort-fields.js';

/** Quick fixes of the diagnostics in a range, and rewrites of what stands at its start. */
export class VigilCodeActions implements CodeActionProvider {
  readonly #services: VigilServices;

  constructor(services: VigilServices) {
    this.#services = services;
  }

  getCodeActions(document: LangiumDocument, params: CodeActionParams): CodeAction[] {
    const wants = wanted(params.context.only);
    const fixes = wants(CodeActionKind.QuickFix)
      ? params.context.diagnostics.flatMap((diagnostic) => this.#fixes(document, diagnostic))
      : [];
    const rewrites = wants(CodeActionKind.RefactorRewrite) ? this.#rewrites(document, params) : [];
    return [...fixes, ...rewrites];
  }

  #fixes(document: LangiumDocument, diagnostic: Diagnostic): CodeAction[] {
    const data = diagnostic.data as Partial<DiagnosticData> | undefined;
    const place = {
      services: this.#services,
      document,
      diagnostic,
      node: nodeAt(document, diagnostic.range.start),
    };
    return quickFixes(data?.message)
      .flatMap((fix) => fix(place))
      .map((fix) => ({
        ...action(document, fix, CodeActionKind.QuickFix),
        diagnostics: [diagnostic],
        ...(fix.preferred === true ? { isPreferred: true } : {}),
      }));
  }

  #rewrites(document: LangiumDocument, { range }: CodeActionParams): CodeAction[] {
    const offset = document.textDocument.offsetAt(range.start);
    const node = nodeAt(document, range.start);
    const rewrites = [...rewritePercentage(document, offset), ...sortFields(node, document)];
    const actions = rewrites.map((fix) => action(document, fix, CodeActionKind.RefactorRewrite));
    const pinned = canPin(this.#services) ? pinnable(node) : undefined;
    if (pinned === undefined) return actions;
    const title = `Pin '${pinned.path}' by its SHA-256`;
    const command = { title, command: PIN_DIGEST, arguments: [document.uri.toString(), offset] };
    return [...actions, { title, kind: CodeActionKind.RefactorRewrite, command }];
  }
}

/** The edit of a fix in the form the protocol wants. */
export function workspaceEdit(uri: string, { edits }: Fix): WorkspaceEdit {
  return isWorkspaceEdit(edits) ? edits : { changes: { [uri]: [...edits] } };
}

function isWorkspaceEdit(edits: Fix['edits']): edits is WorkspaceEdit {
  return !Array.isArray(edits);
}

function action(document: LangiumDocument, fix: Fix, kind: string): CodeAction {
  return { title: fix.title, kind, edit: workspaceEdit(document.uri.toString(), fix) };
}

/** Kinds form a tree: who asks for `refactor` gets `refactor.rewrite`, who asks for nothing gets everything. */
function wanted(only: readonly string[] | undefined): (kind: string) => boolean {
  return (kind) => only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
}
