import type { AstNode } from 'langium';
import { bodySchemaOf } from '../../../checks/declaration-kind.js';
import type { DiagnosticData } from '../../../diagnostics/reporter.js';
import type { FieldSchema } from '../../../schema/index.js';
import { insertion } from '../insertion.js';
import type { FixPlace, QuickFix } from '../quick-fix.js';
import { visibleNames } from '../visible-names.js';

/** Writes the fields a declaration needs and does not have, each with a value of the wanted type to begin with. */
export const addField: QuickFix = (place) => {
  const { node, document, diagnostic } = place;
  const body = bodySchemaOf(node) === undefined ? node.$container : node;
  if (body === undefined) return [];
  const { missing } = diagnostic.data as DiagnosticData;
  return (bodySchemaOf(body)?.fields ?? [])
    .filter(({ name, required }) => required && name === missing)
    .flatMap((field) => {
      const text = `${field.name}: ${firstValue(field, body, place)}`;
      const edit = insertion(body, text, document, field.name);
      return edit === undefined ? [] : [{ title: `Add '${text}'`, edits: [edit], preferred: true }];
    });
};

/** A declaration of the wanted kind where there is one to name, else the manual's example. */
function firstValue(field: FieldSchema, body: AstNode, { services }: FixPlace): string {
  const kinds = field.type.kind === 'reference' ? field.type.to : [];
  return visibleNames(body, kinds, services)[0] ?? field.example;
}
