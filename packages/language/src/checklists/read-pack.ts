import { URI, UriUtils } from 'langium';
import type { Spec } from '../generated/ast.js';
import { isChecklist, isItem } from '../generated/ast.js';
import { compileSpec } from '../protocol/compile/compile-spec.js';
import type { VigilServices } from '../services.js';
import type { Pack } from './pack.js';
import type { PackLines } from './packed-pack.js';

/**
 * The checklist a file of the library declares, its items in the order of the file.
 *
 * @param file its name in the library
 * @throws Error when the text cannot be read or declares no checklist
 */
export function readPack(
  text: string,
  file: string,
  services: VigilServices,
): { readonly pack: Pack; readonly lines: PackLines } {
  const folder = URI.parse('file:///library');
  const uri = UriUtils.joinPath(folder, file);
  const document = services.shared.workspace.LangiumDocumentFactory.fromString<Spec>(text, uri);
  const { lexerErrors, parserErrors, value } = document.parseResult;
  const [problem] = [...lexerErrors, ...parserErrors];
  if (problem !== undefined) throw new Error(`${file}: ${problem.message}`);
  const [compiled] = compileSpec({ services, folder, documents: [document] }).protocol.checklists;
  const [written] = value.declarations.filter(isChecklist);
  if (compiled === undefined || written === undefined) throw new Error(`${file} declares no checklist`);
  const items = new Map(
    written.statements.filter(isItem).map(({ name, $cstNode }) => [name, lineOf($cstNode)]),
  );
  const inOrder = [...items.keys()].flatMap((name) => compiled.items.filter((item) => item.name === name));
  return {
    pack: { ...compiled, items: inOrder },
    lines: { file, line: lineOf(written.$cstNode), items },
  };
}

function lineOf(node: { readonly range: { readonly start: { readonly line: number } } } | undefined): number {
  return (node?.range.start.line ?? 0) + 1;
}
