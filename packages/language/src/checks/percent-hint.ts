import { hint } from '../diagnostics/did-you-mean.js';
import { isPercentage, quantityValue } from '../grammar/quantity.js';

/** `95` where a share is wanted was probably meant as `95%`: the text that mends it. */
export function percentMeant(quantity: string | undefined): string | undefined {
  if (quantity === undefined || isPercentage(quantity)) return undefined;
  const value = quantityValue(quantity);
  return value > 1 && value <= 100 ? `${quantity}%` : undefined;
}

/** The same as the end of a message. */
export function percentHint(quantity: string | undefined): string {
  return hint(percentMeant(quantity));
}
