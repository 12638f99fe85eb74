import { type AstNode, CstUtils, type LangiumDocument } from 'langium';
import { isPercentage, quantityValue } from '../../../grammar/quantity.js';
import type { Fix } from '../quick-fix.js';

/** What lies between 0 and 1 can be written as a share, and the other way round: `0.05` as `5%`. */
export function rewritePercentage(document: LangiumDocument, offset: number): Fix[] {
  const root = document.parseResult.value.$cstNode;
  const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, offset);
  const quantity = leaf?.astNode === undefined ? undefined : quantityAt(leaf.astNode, offset);
  if (quantity === undefined) return [];
  const newText = otherForm(quantity.text);
  if (newText === undefined) return [];
  return [{ title: `Write as ${newText}`, edits: [{ range: quantity.range, newText }] }];
}

/** The CST node of the number around an offset: sign, digits and percent sign together. */
function quantityAt(node: AstNode, offset: number) {
  const candidates = node.$cstNode === undefined ? [] : [...CstUtils.streamCst(node.$cstNode)];
  return candidates.find(
    ({ offset: start, end, text }) => start <= offset && offset <= end && /^\d[\d.e-]*%?$/i.test(text),
  );
}

/** Undefined where the number is no share, or where the other form would not be exactly the same number. */
function otherForm(text: string): string | undefined {
  const value = quantityValue(text);
  if (Number.isNaN(value) || value < 0 || value > 1 || (!isPercentage(text) && !text.includes('.'))) {
    return undefined;
  }
  const other = isPercentage(text) ? String(value) : `${shiftedPoint(text)}%`;
  return quantityValue(other) === value ? other : undefined;
}

/** A hundredfold in the text, where a multiplication would leave `0.07 * 100 = 7.000000000000001`. */
function shiftedPoint(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(2).replace(/0+$/, '');
  return rest === '' ? digits : `${digits}.${rest}`;
}
