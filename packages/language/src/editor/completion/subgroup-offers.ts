import { CompletionItemKind } from 'vscode-languageserver';
import { fits } from '../../checks/metric-columns.js';
import { writtenColumn } from '../../grammar/written-column.js';
import { clauseSchemas, statementsIn } from '../../schema/index.js';
import { statementWords } from '../hover/keyword-words.js';
import { columnsInReach } from './column-offers.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import type { Scene } from './scene.js';
import { wordsOfBody } from './scene.js';

const statement = statementsIn('subgroups').find(({ keyword }) => keyword.startsWith('<'));
const cut = clauseSchemas.find(({ keyword }) => keyword === 'cut at');

/** Ways to divide patients: by each column that does not divide them yet, numbers with thresholds. */
export async function subgroupOffers({ frame }: Place, scene: Scene): Promise<Offer[]> {
  const words = wordsOfBody(scene.cursor).map(({ text }) => text.replaceAll('`', ''));
  const divided = new Set(words.filter((_, index) => words[index - 1] === '='));
  const columns = await columnsInReach(frame, scene);
  return columns
    .filter(({ name, type }) => /^\w+$/.test(name) && !divided.has(name) && type !== 'timestamp')
    .map(({ name, type }, order) => {
      const isNumber = type !== undefined && fits('numeric', type);
      const head = `\${1:${name}} = ${writtenColumn(name)}`;
      return {
        label: name,
        kind: CompletionItemKind.Keyword,
        text: `${name} = ${name}`,
        snippet: isNumber ? `${head} cut at \${2:${cut?.example.replace('cut at ', '') ?? ''}}` : head,
        detail: statement?.documentation ?? '',
        ...(statement === undefined ? {} : { documentation: statementWords(statement) }),
        rank: isNumber ? Rank.further : Rank.statement,
        order,
      };
    });
}
