import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { root } from '../vigil.js';

const read = (file: string) => readFileSync(join(root, 'test/schemas', file), 'utf8');

/** What the SARIF 2.1.0 schema finds wrong with a log. */
export function sarifErrors(log: unknown): unknown {
  // Draft 4 as draft 7: `id` became `$id`, and limits that exclude themselves do not occur.
  const { $schema: _, id: __, ...schema } = JSON.parse(read('sarif-2.1.0-rtm.5.json'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const valid = ajv.compile(schema);
  return valid(log) ? [] : valid.errors;
}

/** What the JUnit schema finds wrong with a report. */
export async function junitErrors(xml: string): Promise<unknown> {
  const { errors } = await validateXML({
    xml: { fileName: 'report.xml', contents: xml },
    schema: { fileName: 'junit-4.xsd', contents: read('junit-4.xsd') },
  });
  return errors;
}
