import { describe, expect, it } from 'vitest';
import { checkJudged, checkText, textChecker } from '../../../test-kit/check-text.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { conformanceCategory } from '../flat-validation.js';

const asked = (found: readonly Diagnostic[]) => found.filter(({ code }) => code.startsWith('VGL083'));
const shown = async (text: string) =>
  asked(await checkJudged(text)).map(
    ({ code, severity, message, location: { line, column } }) =>
      `${line}:${column} ${code} ${severity} ${message}`,
  );

describe('a spec', () => {
  it('that complies with nothing is asked for nothing', async () => {
    expect(await shown('product P { isDevice: true }')).toEqual([]);
    expect(await shown('model M version "1" { kind: locked }')).toEqual([]);
  });

  it('is asked where the fact belongs, once, with all clauses', async () => {
    const text = `product P {
  comply with House
}
dataset A { source: "a.csv" }
checklist House {
  item a "A" cites "Rule 1" requires present(product.purpose) severity warning
  item b "B" cites "Rule 2" requires present(product.purpose) && datasets.all(d, present(d.sites))
  item c "C" cites "Rule 3" requires has(pms) severity info
}`;
    expect(await shown(text)).toEqual([
      '1:9 VGL0831 error product.purpose is not written; asked for by House Rule 2, House Rule 1',
      '2:15 VGL0833 information pms is not declared; asked for by House Rule 3',
      '4:9 VGL0831 error dataset.sites is not written; asked for by House Rule 2',
    ]);
  });

  it('is told what does not fit where it stands', async () => {
    const text = `product P { comply with House }
label L {
  sections: ["users"]
}
checklist House { item a "A" cites "Rule 1" requires ['users', 'risks'].all(s, s in label.sections) }`;
    expect(await shown(text)).toEqual([
      "3:3 VGL0831 error 'risks' is not in label.sections; asked for by House Rule 1",
    ]);
  });

  it('of many frameworks begins with few, ordered things to write', async () => {
    const found = asked(
      await checkJudged('product P { comply with FDA_PCCP, GMLP, Part11, HIPAA, EU_AI_Act }'),
    );
    expect(found.length).toBeLessThanOrEqual(20);
    const isDevice = found.find(({ message }) => message.startsWith('product.isDevice'));
    expect(isDevice?.message).toMatch(
      /^product.isDevice is not written; it decides whether \d+ items apply to the spec: /,
    );
  });

  it('compiles and runs whatever checklists ask for', async () => {
    expect(asked(await checkText('product P { comply with FDA_PCCP }'))).toEqual([]);
  });

  it('half-typed is not judged', async () => {
    expect(await shown('product P { comply with GMLP purpose: ')).toEqual([]);
    expect(await shown('product P { comply with GMLP } monitor M on ')).toEqual([]);
    expect(
      await shown(
        'product P { comply with GMLP } monitor M on Nothing { every 1 month check auroc fail < 1 }',
      ),
    ).toBeDefined();
  });

  it('keeps what was found while a statement is written', async () => {
    const check = textChecker(undefined, { categories: ['built-in', 'fast', 'slow', conformanceCategory] });
    const spec = (more: string) => `product P { comply with House }
dataset A { source: "a.csv" }
${more}
checklist House {
  item a "A" cites "Rule 1" requires present(product.purpose)
  item b "B" cites "Rule 2" requires datasets.all(d, present(d.sites))
}`;
    const messages = async (more: string) =>
      asked(await check(spec(more))).map(({ message, location }) => `${location.line} ${message}`);
    const found = await messages('');
    expect(found).toEqual([
      '1 product.purpose is not written; asked for by House Rule 1',
      '2 dataset.sites is not written; asked for by House Rule 2',
    ]);
    expect(await messages('monitor M on L { every 1 ')).toEqual(found);
    expect(await messages('role Lead "Lead" {')).toEqual(found);
    expect(await messages('role Lead "Lead"')).toEqual(found);
  });
});
