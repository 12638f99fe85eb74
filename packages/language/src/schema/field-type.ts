/** What a text must look like beyond being text. */
export type TextFormat = 'sha256' | 'version' | 'timezone';

/** The kind of value a field holds. */
export type FieldType =
  | { readonly kind: 'text'; readonly format?: TextFormat }
  | {
      readonly kind: 'number';
      readonly minimum?: number;
      readonly maximum?: number;
      readonly integer?: boolean;
    }
  /** A share of a whole: `5%` or `0.05`. */
  | { readonly kind: 'percentage' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'date' }
  | { readonly kind: 'boolean' }
  /** Words with what each means. */
  | { readonly kind: 'enum'; readonly words: Readonly<Record<string, string>> }
  /** The name of a declaration of one of these kinds. */
  | { readonly kind: 'reference'; readonly to: readonly string[] }
  | { readonly kind: 'list'; readonly of: FieldType }
  /** With `fields`, only these; without, any. */
  | { readonly kind: 'record'; readonly fields?: readonly FieldSchema[] }
  /** A path relative to the spec's file. */
  | { readonly kind: 'file'; readonly role: 'artifact' | 'document' }
  /** Only ever `env "NAME"`. */
  | { readonly kind: 'secret' }
  /** The name of a column of the data. */
  | { readonly kind: 'column' }
  | { readonly kind: 'any' }
  | { readonly kind: 'either'; readonly types: readonly FieldType[] };

/** One field: completion, hover, checks, documentation and the manual's order are derived from it. */
export interface FieldSchema {
  readonly name: string;
  readonly type: FieldType;
  /** One sentence: what the field says. */
  readonly documentation: string;
  /** A value as it is written in a spec. */
  readonly example: string;
  readonly required: boolean;
  /** Unit of a number, e.g. "probability". */
  readonly unit?: string;
  /** The regulatory concept it expresses, where that has another name than `declaration.field`. */
  readonly concept?: string;
}

/** A block inside a declaration, e.g. `intendedUse { … }`. */
export interface BlockSchema {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly FieldSchema[];
  /** The text an editor inserts, in the snippet syntax of the Language Server Protocol. */
  readonly snippet: string;
}

/** One kind of declaration. */
export interface DeclarationSchema {
  /** The word it begins with. */
  readonly kind: string;
  /** What people call it: "Change plan". */
  readonly title: string;
  /** One sentence: what it declares. */
  readonly documentation: string;
  /** Its first line, e.g. `model <name> ["<title>"] version "<version>"`. */
  readonly syntax: string;
  /** The text an editor inserts, in the snippet syntax of the Language Server Protocol. */
  readonly snippet: string;
  /** In the order of the manual and of documents. */
  readonly fields: readonly FieldSchema[];
  readonly blocks: readonly BlockSchema[];
  /** Whether other fields may stand here too; they are then kept as written. */
  readonly open: boolean;
  /** The name of the regulatory concept it stands for, where that is not its own word. */
  readonly concept: string;
}

export const text: FieldType = { kind: 'text' };
export const sha256: FieldType = { kind: 'text', format: 'sha256' };
export const version: FieldType = { kind: 'text', format: 'version' };
export const timezone: FieldType = { kind: 'text', format: 'timezone' };
export const percentage: FieldType = { kind: 'percentage' };
export const duration: FieldType = { kind: 'duration' };
export const date: FieldType = { kind: 'date' };
export const truth: FieldType = { kind: 'boolean' };
export const secret: FieldType = { kind: 'secret' };
export const column: FieldType = { kind: 'column' };
export const document: FieldType = { kind: 'file', role: 'document' };
export const artifact: FieldType = { kind: 'file', role: 'artifact' };

export function number(limits: { minimum?: number; maximum?: number; integer?: boolean } = {}): FieldType {
  return { kind: 'number', ...limits };
}

export function words(meanings: Readonly<Record<string, string>>): FieldType {
  return { kind: 'enum', words: meanings };
}

export function reference(...to: readonly string[]): FieldType {
  return { kind: 'reference', to };
}

export function listOf(of: FieldType): FieldType {
  return { kind: 'list', of };
}

export function record(...fields: readonly FieldSchema[]): FieldType {
  return fields.length > 0 ? { kind: 'record', fields } : { kind: 'record' };
}

export function either(...types: readonly FieldType[]): FieldType {
  return { kind: 'either', types };
}

/** One value, or a list of them. */
export function oneOrMany(type: FieldType): FieldType {
  return either(listOf(type), type);
}

/** Text or the controlled document that says it, once or several times. */
export const prose = oneOrMany(either(text, reference('document')));
export const texts = either(listOf(text), text);
/** A person in charge: a role, a person, a team, or a name where none is declared. */
export const someone = either(reference('role', 'person', 'team', 'organization'), text);
export const everybody = oneOrMany(someone);
/** How often or how long: a duration, or words where it depends. */
export const howLong = either(duration, text);

interface FieldOptions {
  readonly required?: boolean;
  readonly unit?: string;
  readonly concept?: string;
}

export function field(
  name: string,
  type: FieldType,
  documentation: string,
  example: string,
  { required = false, ...options }: FieldOptions = {},
): FieldSchema {
  return { name, type, documentation, example, required, ...options };
}
