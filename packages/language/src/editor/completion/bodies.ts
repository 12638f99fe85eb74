import {
  alternatives,
  type BlockSchema,
  blockSchema,
  declarationSchema,
  type FieldSchema,
  type FieldType,
} from '../../schema/index.js';
import { started } from './place.js';
import { type Frame, textOf } from './reading/frame.js';

/** What can stand in a body by the schema. */
export interface BodyFacts {
  readonly fields: readonly FieldSchema[];
  readonly blocks: readonly BlockSchema[];
}

/** The word a declaration begins with, from the frame that reads it. */
function kindOfFrame(frame: Frame): string {
  const { name } = frame.state.rule;
  return textOf(frame, 'kind') ?? name.charAt(0).toLowerCase() + name.slice(1);
}

/** The nearest declaration around a frame, itself included: `modification` and `item` count. */
export function declarationAround(frame: Frame | undefined): { frame: Frame; kind: string } | undefined {
  for (let at = frame; at !== undefined; at = at.parent) {
    if (at.start === undefined || notDeclarations.has(at.state.rule.name)) continue;
    const kind = kindOfFrame(at);
    if (declarationSchema(kind) !== undefined || kind === 'item') return { frame: at, kind };
  }
  return undefined;
}

/** Rules whose property `kind` names something else, or that are called like a declaration. */
const notDeclarations: ReadonlySet<string> = new Set([
  'Spec',
  'Arm',
  'ItemKind',
  'ChangeRule',
  'Stage',
  'StoppingRule',
]);

/** What the schema lets stand in the body a frame belongs to; undefined where it does not know the body. */
export function factsIn(container: Frame | undefined): BodyFacts | undefined {
  if (container === undefined) return undefined;
  const { name } = container.state.rule;
  if (name === 'RecordValue') {
    const record = alternatives(valueType(container.parent) ?? { kind: 'any' }).find(
      (each) => each.kind === 'record',
    );
    return { fields: record?.kind === 'record' ? (record.fields ?? []) : [], blocks: [] };
  }
  if (name === 'Block') {
    const owner = declarationAround(container.parent)?.kind ?? '';
    const block = blockSchema(owner, textOf(container, 'name') ?? '');
    return block === undefined ? undefined : { fields: block.fields, blocks: [] };
  }
  return declarationSchema(kindOfFrame(container));
}

/** The field a value belongs to, and the type the value must have: inside a list, that of its items. */
export interface WantedValue {
  readonly field: FieldSchema;
  readonly type: FieldType;
  /** Whether the value is one of a list. */
  readonly isItem: boolean;
}

/** What the schema wants of a value. */
export function wantedValue(frame: Frame | undefined): WantedValue | undefined {
  const owner = started(frame);
  if (owner?.state.rule.name === 'ListValue') {
    const list = wantedValue(owner.parent);
    if (list === undefined) return undefined;
    const items = alternatives(list.type).flatMap((each) => (each.kind === 'list' ? [each.of] : []));
    return { field: list.field, type: { kind: 'either', types: items }, isItem: true };
  }
  if (owner?.state.rule.name !== 'Field') return undefined;
  const field = factsIn(started(owner.parent))?.fields.find(({ name }) => name === textOf(owner, 'name'));
  return field === undefined ? undefined : { field, type: field.type, isItem: false };
}

function valueType(frame: Frame | undefined): FieldType | undefined {
  return wantedValue(frame)?.type;
}
