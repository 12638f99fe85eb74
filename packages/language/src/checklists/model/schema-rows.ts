import { conceptOf, declarationSchemas, type FieldSchema } from '../../schema/index.js';

/** A row of the schema table that expresses a field of a concept. */
export interface SchemaRow {
  readonly kind: string;
  readonly block: string | undefined;
  readonly field: FieldSchema;
}

/** concept -> field -> rows. A row is found by its concept, `risk.severity`, and by its own words, `hazard.severity`. */
export const schemaRows: ReadonlyMap<string, ReadonlyMap<string, readonly SchemaRow[]>> = allRows();

function allRows() {
  const rows = new Map<string, Map<string, SchemaRow[]>>();
  const add = (concept: string, field: string, row: SchemaRow) => {
    const fields = rows.get(concept) ?? new Map<string, SchemaRow[]>();
    rows.set(concept, fields);
    const same = fields.get(field) ?? [];
    fields.set(field, same);
    if (!same.includes(row)) same.push(row);
  };
  for (const schema of declarationSchemas) {
    const { kind } = schema;
    const bodies = [
      { owner: schema, own: schema.concept, block: undefined },
      ...schema.blocks.map((owner) => ({ owner, own: owner.name, block: owner.name })),
    ];
    for (const { owner, own, block } of bodies) {
      for (const field of owner.fields) {
        const row = { kind, block, field };
        const [concept = '', ...path] = conceptOf(owner, field).split('.');
        add(concept, path.join('.'), row);
        add(own, field.name, row);
      }
    }
  }
  return rows;
}
