import { type AstNode, AstUtils, isReference } from 'langium';
import { isWordValue } from '../../generated/ast.js';
import { declarationSchema, snippetText } from '../../schema/index.js';
import type { VigilServices } from '../../services.js';
import { kindsMeant } from './kinds-meant.js';
import { visibleNames } from './visible-names.js';

/**
 * A declaration to begin with: the snippet of the schema table with a name of its own. Names it refers to are replaced
 * by declared ones of their kind where there are any.
 *
 * @param near where it will stand, for the names it can see
 * @returns undefined for kinds the table does not have
 */
export function declarationText(
  kind: string,
  name: string,
  near: AstNode,
  services: VigilServices,
): string | undefined {
  const schema = declarationSchema(kind);
  if (schema === undefined) return undefined;
  const text = snippetText(schema.snippet);
  const named = text.startsWith(`${kind} {`)
    ? text.replace(kind, `${kind} ${name}`)
    : text.replace(/^(\w+ )\w+/, (_, word: string) => word + name);
  return withKnownNames(named, near, services);
}

function withKnownNames(text: string, near: AstNode, services: VigilServices): string {
  const { value } = services.parser.LangiumParser.parse(text);
  const replacements = AstUtils.streamAst(value)
    .filter((node) => !isWordValue(node))
    .flatMap((node) => AstUtils.streamReferences(node))
    .flatMap(({ reference, container, property }) => {
      if (!isReference(reference) || reference.$refNode === undefined) return [];
      const names = visibleNames(near, kindsMeant({ reference, container, property }, services), services);
      const [first] = names;
      if (first === undefined || names.includes(reference.$refText)) return [];
      return [{ start: reference.$refNode.offset, end: reference.$refNode.end, name: first }];
    })
    .toArray();
  return replacements
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, name }) => result.slice(0, start) + name + result.slice(end), text);
}
