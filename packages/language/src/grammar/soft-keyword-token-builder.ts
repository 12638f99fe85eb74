import { DefaultTokenBuilder, type Grammar, type TokenBuilderOptions } from 'langium';

type Vocabulary = ReturnType<DefaultTokenBuilder['buildTokens']>;

/**
 * Makes every keyword soft: each keyword token that looks like a name carries the ID terminal in its Chevrotain
 * `CATEGORIES`, so that the parser accepts it wherever a name may stand. Data columns are called `time`, `label`,
 * `mean` and `model`.
 */
export class SoftKeywordTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): Vocabulary {
    const vocabulary = super.buildTokens(grammar, options);
    const tokens = Array.isArray(vocabulary) ? vocabulary : [];
    const identifier = tokens.find((token) => token.name === 'ID');
    for (const token of tokens) {
      // Keywords have their text as pattern; terminals have a regular expression.
      if (identifier && typeof token.PATTERN === 'string' && /^\w+$/.test(token.PATTERN)) {
        token.CATEGORIES = [identifier];
      }
    }
    return vocabulary;
  }
}
