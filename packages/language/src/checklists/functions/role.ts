import { isRole } from '../model/role-names.js';
import { entityType, textType } from '../model/type.js';
import { absent, entityValue } from '../model/values.js';
import { textOf } from './answers.js';
import type { CheckFunction } from './function.js';

/** `role('prrc')` */
export const role: CheckFunction = {
  name: 'role',
  parameters: [{ name: 'name', type: textType }],
  returns: entityType('role'),
  documentation:
    'The declared role of this name, or with these words in its name or title: `quality` is QualityLead.',
  apply: ([name], { graph }) => {
    const wanted = textOf(name) ?? '';
    const roles = graph.all('role');
    const found =
      roles.find((each) => each.name === wanted) ?? roles.find((each) => isRole(each, wanted, graph));
    return found ? entityValue(found) : absent('role', '', 'role');
  },
};
