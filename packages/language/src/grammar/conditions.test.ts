import { EmptyFileSystem } from 'langium';
import { describe, expect, it } from 'vitest';
import { conditionOf } from '../../test-kit/judged-text.js';
import { expressionText } from '../checklists/expression/print.js';
import { formatSpec } from '../editor/formatting/format-spec.js';
import { createVigilServices } from '../services.js';

const { vigil } = createVigilServices(EmptyFileSystem);

describe('conditions as in CEL', () => {
  it.each([
    ["model.kind == 'locked'", "model.kind == 'locked'"],
    ['model.kind == "locked"', "model.kind == 'locked'"],
    ["'it\\'s' in a.b", "'it's' in a.b"],
    ['"x" in markets && has(trial) || !waived("a")', "'x' in markets and has(trial) or !waived('a')"],
    ['rows.exists(t, present(t[c]))', 'rows.exists(t, present(t[c]))'],
    ["limits['age'][0].low < 1", "limits['age'][0].low < 1"],
    ['["a", "b"].all(k, k in list) ? 1 : 2', "['a', 'b'].all(k, k in list) ? 1 : 2"],
    ['(a or b) and c', '(a or b) and c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['-(1 + 2) * 3', '-(1 + 2) * 3'],
    ['role("x").members.size() >= 2', "role('x').members.size() >= 2"],
  ])('%s', async (written, expected) => {
    expect(expressionText(await conditionOf(written))).toBe(expected);
  });

  it('the formatter leaves text in single quotes and access by index alone', () => {
    const text = `checklist House {
  item one "One"
    requires rows.all(t, present(t['a'])) && model.kind in ['locked', 'rule']
}
`;
    expect(formatSpec(text, vigil)).toEqual({ text });
  });

  it('an apostrophe in a comment or text begins nothing', async () => {
    expect(expressionText(await conditionOf('a == "it\'s" // don\'t\n'))).toBe("a == 'it's'");
  });
});
