/** One of each kind: light, dark, and high contrast of both. */
export const themes = [
  'Default Light Modern',
  'Default Dark Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];
