import {
  AstUtils,
  type CstNode,
  DefaultValueConverter,
  GrammarAST,
  ValueConverter,
  type ValueType,
} from 'langium';
import { dedent } from './dedent.js';

/**
 * Turns the text of Vigil's own terminals into values: `"""text"""` loses its margin, `` `column` `` its ticks. The
 * edition of a checklist stays as written.
 */
export class VigilValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cstNode: CstNode): ValueType {
    switch (rule.name) {
      case 'TEXT':
        return dedent(input.slice(3, -3));
      case 'QUOTED':
        return input.slice(1, -1);
      case 'SINGLE_QUOTED':
        return ValueConverter.convertString(input);
      case 'NUMBER':
        return isEdition(cstNode) ? input : super.runConverter(rule, input, cstNode);
      default:
        return super.runConverter(rule, input, cstNode);
    }
  }
}

function isEdition({ grammarSource }: CstNode): boolean {
  return AstUtils.getContainerOfType(grammarSource, GrammarAST.isAbstractParserRule)?.name === 'Edition';
}
