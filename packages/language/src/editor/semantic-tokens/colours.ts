import { metricNamed } from '@vigil/statistics';
import type { AstNode } from 'langium';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import {
  isAllocation,
  isArgument,
  isArm,
  isBlock,
  isConcern,
  isCross,
  isDimension,
  isEndpoint,
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

/** What a property of a node is coloured as. */
export interface Colour {
  readonly property: string;
  readonly type: SemanticTokenTypes;
  readonly modifier: SemanticTokenModifiers | undefined;
}

/**
 * The colours of a node's own words. Any word may be a name here, so a grammar for colouring cannot know that in
 * `check mean of time` `mean` is a metric and `time` a column: the tree does.
 */
export function coloursOf(node: AstNode): readonly Colour[] {
  const colours: Colour[] = [];
  const mark = (property: string, type: SemanticTokenTypes, modifier?: SemanticTokenModifiers): void => {
    colours.push({ property, type, modifier });
  };
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
  } else if (isArm(node)) {
    mark('name', SemanticTokenTypes.enumMember, DECLARATION);
  } else if (isAllocation(node)) {
    mark('unit', SemanticTokenTypes.variable);
    mark('strata', SemanticTokenTypes.variable);
  } else if (isEndpoint(node)) {
    mark('name', SemanticTokenTypes.enumMember, DECLARATION);
    mark('column', SemanticTokenTypes.variable);
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
  return colours;
}
