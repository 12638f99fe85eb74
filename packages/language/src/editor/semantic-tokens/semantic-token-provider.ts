import { metricNamed } from '@vigil/statistics';
import type { AstNode } from 'langium';
import { AbstractSemanticTokenProvider, type SemanticTokenAcceptor } from 'langium/lsp';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import {
  isArgument,
  isBlock,
  isConcern,
  isCross,
  isDimension,
  isEnvironmentValue,
  isFactDeclaration,
  isFeature,
  isField,
  isItem,
  isItemKind,
  isLogColumn,
  isMetricTerm,
  isNamedDeclaration,
  isOutcomes,
  isPack,
  isScenarioChange,
  isTarget,
  isWaiver,
  isWordValue,
} from '../../generated/ast.js';

const DECLARATION = SemanticTokenModifiers.declaration;

/**
 * Colours by meaning. Any word may be a name here, so a grammar for colouring cannot know that in `check mean of time`
 * `mean` is a metric and `time` a column: the tree does.
 */
export class VigilSemanticTokens extends AbstractSemanticTokenProvider {
  protected override highlightElement(node: AstNode, accept: SemanticTokenAcceptor): void {
    const mark = (property: string, type: string, modifier?: string): void =>
      accept({
        node,
        property,
        type,
        ...(modifier === undefined ? {} : { modifier }),
      } as Parameters<SemanticTokenAcceptor>[0]);
    if (isNamedDeclaration(node)) mark('name', SemanticTokenTypes.class, DECLARATION);
    if (isFactDeclaration(node)) mark('kind', SemanticTokenTypes.keyword);
    if (isFeature(node)) {
      mark('name', SemanticTokenTypes.variable, DECLARATION);
      mark('type', SemanticTokenTypes.type);
    } else if (isField(node) || isBlock(node)) {
      mark('name', SemanticTokenTypes.property);
    } else if (isDimension(node)) {
      mark('name', SemanticTokenTypes.enumMember, DECLARATION);
      mark('column', SemanticTokenTypes.variable);
    } else if (isLogColumn(node)) {
      mark('role', SemanticTokenTypes.property);
      mark('column', SemanticTokenTypes.variable);
      mark('availableAt', SemanticTokenTypes.variable);
    } else if (isOutcomes(node)) {
      mark('key', SemanticTokenTypes.variable);
    } else if (isMetricTerm(node)) {
      if (metricNamed(node.metric ?? '') !== undefined) mark('metric', SemanticTokenTypes.function);
    } else if (isArgument(node)) {
      mark('name', SemanticTokenTypes.parameter);
    } else if (isTarget(node)) {
      mark('columns', SemanticTokenTypes.variable);
    } else if (isScenarioChange(node)) {
      mark('column', SemanticTokenTypes.variable);
      mark('source', SemanticTokenTypes.variable);
    } else if (isCross(node)) {
      mark('dimensions', SemanticTokenTypes.enumMember);
    } else if (isWordValue(node)) {
      mark('word', node.word?.ref === undefined ? SemanticTokenTypes.enumMember : SemanticTokenTypes.class);
    } else if (isEnvironmentValue(node)) {
      mark('variable', SemanticTokenTypes.macro);
    } else if (isItem(node)) {
      mark('name', SemanticTokenTypes.enumMember, DECLARATION);
    } else if (isItemKind(node)) {
      mark('role', SemanticTokenTypes.class);
    } else if (isConcern(node)) {
      mark('concepts', SemanticTokenTypes.property);
    } else if (isPack(node)) {
      mark('pack', SemanticTokenTypes.class);
    } else if (isWaiver(node)) {
      mark('pack', SemanticTokenTypes.class);
      mark('item', SemanticTokenTypes.enumMember);
    }
  }
}
