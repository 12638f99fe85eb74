import { LangiumParserErrorMessageProvider } from 'langium';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import { declarationForms, statementForms } from './statement-forms.js';

type Mismatch = Parameters<LangiumParserErrorMessageProvider['buildMismatchTokenMessage']>[0];
type NoAlternative = Parameters<LangiumParserErrorMessageProvider['buildNoViableAltMessage']>[0];
type EarlyExit = Parameters<LangiumParserErrorMessageProvider['buildEarlyExitMessage']>[0];
type Redundant = Parameters<LangiumParserErrorMessageProvider['buildNotAllInputParsedMessage']>[0];
type Token = Mismatch['actual'];
type TokenType = Mismatch['expected'];

/** What people call the tokens that are no keywords. */
const TOKENS: Readonly<Record<string, string>> = {
  ID: 'a name',
  STRING: 'a text in quotes',
  TEXT: 'a text in quotes',
  NUMBER: 'a number',
  DATE: 'a date such as 2026-11-20',
  QUOTED: 'a column in backticks',
  EOF: 'a declaration or the end of the file',
};

/** What people call that which a rule reads, where a list of its possible beginnings would not help. */
const RULES: Readonly<Record<string, string>> = {
  Value:
    'a value: a text in quotes, a number, a duration such as 30 days, a date, a word, a [list] or a { record }',
  Expression: 'a condition, such as `auroc >= 0.6` or `product.isDevice`',
  Operation: 'a condition, such as `auroc >= 0.6` or `product.isDevice`',
  Unary: 'a condition, such as `auroc >= 0.6` or `product.isDevice`',
  Member: 'a condition, such as `auroc >= 0.6` or `product.isDevice`',
  Literal: 'a condition, such as `auroc >= 0.6` or `product.isDevice`',
  DurationUnit: 'a unit of time such as minutes, hours, days, weeks, months, quarters or years',
  Declaration: 'a declaration such as product, model, log, monitor or trial',
  FactDeclaration: 'a declaration such as product, model, log, monitor or trial',
};

const STATEMENT = 'a statement or a field `name: value`';

/** More words than this are no help in a message. */
const MOST_WORDS = 9;

/**
 * The messages of the parser in plain words: what was found, what was expected, how the statement reads, and the
 * word that was probably meant.
 */
export class SyntaxMessages extends LangiumParserErrorMessageProvider {
  override buildMismatchTokenMessage({ expected, actual, ruleName }: Mismatch): string {
    if (expected.name === '}') return statementMessage(actual, `a statement or '}'`);
    if (expected.name === 'EOF')
      return this.buildNotAllInputParsedMessage({ firstRedundant: actual, ruleName });
    const message = `expected ${inWords(expected)}, found ${found(actual)}`;
    return plainRuleName(ruleName) === 'Block' ? `${message}; a field reads \`name: value\`` : message;
  }

  override buildNotAllInputParsedMessage({ firstRedundant }: Redundant): string {
    if (firstRedundant.image === '}') return "this '}' closes nothing: there is one too many";
    return statementMessage(firstRedundant, 'a declaration or the end of the file');
  }

  override buildNoViableAltMessage({ expectedPathsPerAlt, actual, ruleName }: NoAlternative): string {
    const token = actual[0];
    if (token === undefined) return 'the file ends too early';
    const beginnings = expectedPathsPerAlt.flatMap((paths) => paths.map(([first]) => first));
    return alternativesMessage(token, beginnings, plainRuleName(ruleName));
  }

  override buildEarlyExitMessage({ expectedIterationPaths, actual, ruleName }: EarlyExit): string {
    const token = actual[0];
    if (token === undefined) return 'the file ends too early';
    return alternativesMessage(
      token,
      expectedIterationPaths.map(([first]) => first),
      plainRuleName(ruleName),
    );
  }
}

function alternativesMessage(
  token: Token,
  beginnings: readonly (TokenType | undefined)[],
  rule: string,
): string {
  if (rule === 'Fact' || rule === 'Field' || rule === 'Block') return statementMessage(token, STATEMENT);
  const names = [...new Set(beginnings.flatMap((type) => (type ? [type.name] : [])))];
  const keywords = names.filter((name) => TOKENS[name] === undefined);
  if (keywords.includes(token.image)) return statementMessage(token, STATEMENT);
  const advice = hint(nearest(token.image, keywords));
  const known = RULES[rule];
  if (known !== undefined) return `expected ${known}, found ${found(token)}${advice}`;
  if (names.length > MOST_WORDS) return statementMessage(token, STATEMENT);
  return `expected ${oneOf([...new Set(names.map((name) => TOKENS[name] ?? `'${name}'`))])}, found ${found(token)}${advice}`;
}

/** About a token with which no statement can go on here, although it may be a word of the language. */
function statementMessage(token: Token, expected: string): string {
  const word = token.image;
  const declaration = ownValue(declarationForms, word);
  if (declaration !== undefined) {
    return `cannot read this '${word}': it reads ${declaration}; or is the '}' of what stands before it missing?`;
  }
  const statement = ownValue(statementForms, word);
  if (statement !== undefined) return `cannot read this '${word}': it reads ${statement}`;
  const words = [...Object.keys(statementForms), ...Object.keys(declarationForms)];
  return `expected ${expected}, found ${found(token)}${hint(nearest(word, words))}`;
}

/** Any word may stand in a spec, `constructor` too. */
function ownValue(forms: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(forms, word) ? forms[word] : undefined;
}

function inWords({ name }: TokenType): string {
  return TOKENS[name] ?? `'${name}'`;
}

function found({ image }: Token): string {
  if (image === '') return 'the end of the file';
  return image.length > 40 ? `'${image.slice(0, 40)}…'` : `'${image}'`;
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Langium marks its rules' names with an invisible character. */
function plainRuleName(name: string): string {
  return name.replace(/\u200B$/, '');
}
