import { poll } from '../editor.mjs';

export const title =
  'a spec is written by keyboard from an empty file on, with offers, brackets and formatting';

/** As VS Code is when nobody has set anything. */
const untouched = {
  'editor.autoClosingBrackets': 'languageDefined',
  'editor.autoClosingQuotes': 'languageDefined',
  'editor.autoIndent': 'full',
  '[vigil]': { 'editor.acceptSuggestionOnEnter': 'smart' },
  'editor.formatOnSave': true,
  // Tells when the editor has taken all of this over.
  'editor.lineNumbers': 'off',
};

const written = `/**
 * Who answers
 * when the score drifts.
 */
role Lead "Clinical lead"

product Sepsis "Early warning" {
  markets: [EU]
  isDevice: true
  // not yet {
}

model Score "Risk of sepsis" version "1.0.0" {
  kind: locked
  operatingPoint: 0.2
  input spo2 "Oxygen saturation" : number 50..100 unit "%"
  output score "Risk" : probability
}

log Stays of Score {
  source: "data/stays.csv"
  time: seen_at
  prediction: score
  label: died
}

dataset Before {
  role: reference
  source: "data/stays.csv"
}

monitor Watch on Stays {
  every 1 month
  check missing of spo2 fail > 5%
  check specificity fail < 0.5
  on fail run Answer
}

runbook Answer {
  step "Look at the feed" by Lead within 1 day
}
`;

export async function run(editor) {
  const { keyboard } = editor.page;
  await editor.write('written/data/stays.csv', 'seen_at,spo2,score,died\n2026-01-01T00:00:00Z,97,0.2,0\n');
  await editor.write('written/spec.vigil', '');
  await editor.settings(untouched);
  await editor.open('written/spec.vigil');
  await editor.editorOf('written/spec.vigil').locator('.line-numbers').first().waitFor({ state: 'detached' });
  const list = editor.page.locator('.suggest-widget.visible');
  const keys = async (...names) => {
    for (const name of names) await keyboard.press(name);
  };
  const type = (text) => editor.type(text, 15);
  const take = async (text, label, key) => {
    await type(text);
    await list.locator(`.monaco-list-row.focused[aria-label^="${label},"]`).waitFor();
    await keys(key);
    await list.waitFor({ state: 'hidden' });
  };
  /** Types over the example that is selected. */
  const instead = async (text) => {
    await type(text);
    await keys('Escape', 'End');
  };

  await type('/**');
  await keys('Enter');
  await type('Who answers');
  await keys('Enter');
  await type('when the score drifts.');
  await keys('Control+End', 'Enter');
  await type('role Lead "Clinical lead"');
  await keys('Control+End', 'Enter', 'Enter');

  await type('product Sepsis "Early warning" {');
  await keys('Enter');
  await take('mark', 'markets', 'Enter');
  await instead('EU');
  await keys('Enter');
  await type('isDevice: true');
  await keys('Enter');
  await type('// not yet {');
  await keys('Control+End', 'Enter', 'Enter');

  await type('model Score "Risk of sepsis" version "1.0.0" {');
  await keys('Enter');
  // The list of the colon stays through the space.
  await take('kind: loc', 'locked', 'Enter');
  await keys('Enter');
  await type('operatingPoint: 0.2');
  await keys('Enter');
  await type('input spo2 "Oxygen saturation" : number 50..100 unit "%"');
  await keys('Enter');
  await type('output score "Risk" : ');
  await take('proba', 'probability', 'Tab');
  await keys('Control+End', 'Enter', 'Enter');

  await type('log Stays of ');
  await take('Sco', 'Score', 'Enter');
  await type(' {');
  await keys('Enter');
  await take('sour', 'source', 'Tab');
  await take('data/', 'data/stays.csv', 'Enter');
  await keys('Escape', 'End', 'Enter');
  await type('time: ');
  await take('see', 'seen_at', 'Enter');
  await keys('Enter');
  await take('predi', 'prediction', 'Enter');
  await instead('score');
  await keys('Enter');
  // Whole words need no Enter of their own.
  await type('label: died');
  await keys('Control+End', 'Enter', 'Enter');

  await type('dataset Before {');
  await keys('Enter');
  await take('role:', 'training', 'Escape');
  await type(' reference');
  await keys('Enter');
  await type('source: "data/stays.csv"');
  await keys('Control+End', 'Enter', 'Enter');

  await type('monitor Watch on Stays {');
  await keys('Enter');
  await type('every 1 month');
  await keys('Enter');
  await take('check miss', 'missing', 'Tab');
  await type(' of ');
  await take('spo', 'spo2', 'Tab');
  await type(' fail > 5%');
  await keys('Enter');
  await take('check specif', 'specificity', 'Enter');
  await type(' fail < 0.5');
  await keys('Enter');
  await type('on fail run Answer');
  await keys('Control+End', 'Enter', 'Enter');

  await type('runbook Answer {');
  await keys('Enter');
  await type('step "Look at the feed" by ');
  await take('Le', 'Lead', 'Enter');
  await type(' within 1 day');

  await keys('Control+S');
  await editor.says('written/spec.vigil', (text) => text === written, 'what was meant');
  // Nothing in it is wrong.
  await poll(
    async () => (await editor.page.locator('.monaco-editor .squiggly-error').count()) === 0,
    'a spec without errors',
  );
}
