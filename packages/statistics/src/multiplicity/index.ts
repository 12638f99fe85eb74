export {
  type AdjustmentMethod,
  adjustPValues,
  benjaminiHochberg,
  bonferroni,
  holm,
  type MaybeP,
} from './adjust.js';
