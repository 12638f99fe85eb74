import { type AstNode, AstUtils, type DiagnosticInfo, type ValidationAcceptor } from 'langium';
import type { DiagnosticRelatedInformation } from 'vscode-languageserver';
import { fill, type MessageArguments, type Severity } from './message.js';
import { type MessageName, type MessageText, messageTable } from './message-table.js';

/** A replacement for the text a diagnostic marks. */
export interface Fix {
  /** What the editor offers, e.g. "Replace by 'auroc'". */
  readonly title: string;
  readonly newText: string;
}

/** What travels with a diagnostic to the code actions; `code` is repeated because editors drop the other one. */
export interface DiagnosticData {
  readonly code: string;
  readonly message: MessageName;
  /** The field or statement that is missing. */
  readonly missing?: string;
  readonly fix?: Fix;
  /** What a checklist asks for. */
  readonly asked?: Asked;
}

/** A fact that checklists ask for, and the items that do. */
export interface Asked {
  /** `changePlan.title`; empty where the items cannot name one. */
  readonly concept: string;
  /** Of a declaration that is not there, the fields it has to have. */
  readonly fields: readonly string[];
  readonly items: readonly { readonly pack: string; readonly item: string }[];
}

export interface Extras {
  readonly related?: readonly DiagnosticRelatedInformation[];
  /** Text that replaces the marked place; offered as a quick fix. */
  readonly replacement?: string | undefined;
  /** The field or statement that is missing: a quick fix adds it. */
  readonly missing?: string;
  /** What checklists ask for: quick fixes write it, or waive the items. */
  readonly asked?: Asked;
}

type Place<N extends AstNode> = Pick<DiagnosticInfo<N>, 'node' | 'property' | 'index' | 'keyword' | 'range'>;

/** Reports one message of the table at one place; the compiler checks its arguments against the text. */
export type Report = <M extends MessageName, N extends AstNode>(
  message: M,
  values: MessageArguments<MessageText<M>>,
  at: Place<N>,
  extras?: Extras,
) => void;

const acceptorSeverity = {
  error: 'error',
  warning: 'warning',
  information: 'info',
} as const satisfies Record<Severity, string>;

/** Binds the table to the acceptor of one validation run. */
export function reporter(accept: ValidationAcceptor): Report {
  return (message, values, at, extras = {}) => {
    const { code, severity } = messageTable[message];
    accept(acceptorSeverity[severity], messageOf(message, values), {
      ...at,
      code,
      data: diagnosticData(message, extras),
      relatedInformation: extras.related === undefined ? undefined : [...extras.related],
    });
  };
}

/** The filled sentence of a message. */
export function messageOf<M extends MessageName>(
  message: M,
  values: MessageArguments<MessageText<M>>,
): string {
  return fill(messageTable[message].text, values);
}

export function diagnosticData(
  message: MessageName,
  { replacement, missing, asked }: Extras = {},
): DiagnosticData {
  const { code } = messageTable[message];
  return {
    code,
    message,
    ...(missing === undefined ? {} : { missing }),
    ...(asked === undefined ? {} : { asked }),
    ...(replacement === undefined
      ? {}
      : { fix: { title: `Replace by '${replacement}'`, newText: replacement } }),
  };
}

/** A link to another place that belongs to the same mistake; empty where the parser invented the node. */
export function relatedTo(node: AstNode, message: string): DiagnosticRelatedInformation[] {
  const range = node.$cstNode?.range;
  if (range === undefined) return [];
  return [{ location: { uri: AstUtils.getDocument(node).uri.toString(), range }, message }];
}
