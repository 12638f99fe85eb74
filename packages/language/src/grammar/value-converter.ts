import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';
import { dedent } from './dedent.js';

/** Turns the text of Vigil's own terminals into values: `"""text"""` loses its margin, `` `column` `` its ticks. */
export class VigilValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cstNode: CstNode): ValueType {
    switch (rule.name) {
      case 'TEXT':
        return dedent(input.slice(3, -3));
      case 'QUOTED':
        return input.slice(1, -1);
      default:
        return super.runConverter(rule, input, cstNode);
    }
  }
}
