import { type Field, isField } from '../../../generated/ast.js';
import { nodeAround } from '../../node-at.js';
import type { QuickFix } from '../quick-fix.js';

/** Puts the name of an environment variable where a secret stands in clear. The secret itself must be changed, too. */
export const hideSecret: QuickFix = ({ node, diagnostic }) => {
  const field = nodeAround(node, isField);
  if (field?.value === undefined) return [];
  const newText = `env "${variableFor(field)}"`;
  return [
    { title: `Replace by '${newText}'`, edits: [{ range: diagnostic.range, newText }], preferred: true },
  ];
};

/** `url` of channel `Safety` becomes SAFETY_URL. */
function variableFor({ name, $container }: Field): string {
  const owner = 'name' in $container ? String($container.name ?? '') : '';
  return [owner, name]
    .map((word) => word.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase())
    .filter((word) => word !== '')
    .join('_');
}
