import type { Protocol } from './protocol.js';
import type { JsonSchema } from './schema/builder.js';
import { nonconforming } from './schema/conforms.js';
import { protocolSchema } from './schema/protocol-schema.js';

/** What became of a text that should be a Protocol. */
export type ReadProtocol =
  | { readonly kind: 'protocol'; readonly protocol: Protocol }
  /** `message` says why, in words that follow the name of what was read. */
  | { readonly kind: 'invalid'; readonly message: string };

/** Reads a Protocol from JSON, such as `vigil compile --format json` writes. It is checked against the schema. */
export function readProtocol(text: string): ReadProtocol {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'invalid', message: 'is not JSON' };
  }
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (schema !== 'vigil/protocol/1')
    return {
      kind: 'invalid',
      message: "is no Vigil Protocol of version 1: its schema is not 'vigil/protocol/1'",
    };
  const wrong = nonconforming(
    value,
    protocolSchema,
    protocolSchema.$defs as { readonly [name: string]: JsonSchema },
  );
  if (wrong !== null)
    return { kind: 'invalid', message: `is no Vigil Protocol: ${wrong || 'it'} is not as the schema says` };
  return { kind: 'protocol', protocol: value as Protocol };
}
