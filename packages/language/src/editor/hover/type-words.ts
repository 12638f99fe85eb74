import type { FieldType, TextFormat } from '../../schema/index.js';

/** The type of a field in words, e.g. "text", "duration", "one of 3 words", "list of datasets". */
export function typeWords(type: FieldType): string {
  switch (type.kind) {
    case 'text':
      return type.format === undefined ? 'text' : formats[type.format];
    case 'number':
      return `${type.integer === true ? 'whole number' : 'number'}${limits(type.minimum, type.maximum)}`;
    case 'enum':
      return Object.keys(type.words)
        .map((word) => `\`${word}\``)
        .join(', ');
    case 'reference':
      return `name of a ${type.to.join(' or ')}`;
    case 'list':
      return `list of ${typeWords(type.of)}`;
    case 'either':
      return [...new Set(type.types.map(typeWords))].join(', or ');
    case 'file':
      return 'path of a file, relative to the spec';
    default:
      return plain[type.kind];
  }
}

const formats: Readonly<Record<TextFormat, string>> = {
  sha256: 'SHA-256, 64 hexadecimal digits',
  version: 'version, such as "1.4.0"',
  timezone: 'time zone of the IANA database',
};

type PlainKind = Exclude<
  FieldType['kind'],
  'text' | 'number' | 'enum' | 'reference' | 'list' | 'either' | 'file'
>;

const plain: Readonly<Record<PlainKind, string>> = {
  percentage: 'share: `5%` or `0.05`',
  duration: 'duration, such as `30 days`',
  date: 'date, such as `2026-11-20`',
  boolean: '`true` or `false`',
  record: 'record `{ key: value }`',
  secret: '`env "NAME"`: the only way to name a secret',
  column: 'name of a column',
  any: 'any value',
};

function limits(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` between ${minimum} and ${maximum}`;
  if (minimum !== undefined) return ` from ${minimum}`;
  return maximum === undefined ? '' : ` up to ${maximum}`;
}
