import type { LangiumDocument } from 'langium';
import type { Diagnostic, Position, Range } from 'vscode-languageserver';
import type { MessageDefinition } from '../../diagnostics/message.js';
import { messageTable } from '../../diagnostics/message-table.js';

/** What is wrong at a place means and what to do about it, with where it is wrong; one finding a place is explained. */
export function findingAt(
  document: LangiumDocument,
  position: Position,
): { readonly words: string; readonly range: Range } | undefined {
  const finding = (document.diagnostics ?? []).find(({ range }) => holds(range, position));
  const definition = finding === undefined ? undefined : definitionOf(finding);
  if (finding === undefined || definition === undefined) return undefined;
  const { code, title, meaning, mend } = definition;
  return { words: `**${code}** ${title}\n\n${meaning}\n\nWhat to do: ${mend}`, range: finding.range };
}

function definitionOf({ code }: Diagnostic): MessageDefinition | undefined {
  return Object.values<MessageDefinition>(messageTable).find((definition) => definition.code === code);
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  const after = line > start.line || (line === start.line && character >= start.character);
  const before = line < end.line || (line === end.line && character <= end.character);
  return after && before;
}
