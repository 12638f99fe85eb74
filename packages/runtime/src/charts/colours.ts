/** Names of the CSS variables a page defines, light and dark; documents use the same. */
export const colour = {
  muted: 'var(--muted)',
  pass: 'var(--pass)',
  warn: 'var(--warn)',
  fail: 'var(--fail)',
  insufficient: 'var(--open)',
  reference: 'var(--neutral)',
  current: 'var(--series)',
} as const;

/** Shapes say what colours say, for those who see no colours. */
export const verdictScale = {
  domain: ['pass', 'warn', 'fail', 'insufficient'],
  range: [colour.pass, colour.warn, colour.fail, colour.insufficient],
} as const;
export const verdictShapes = {
  domain: verdictScale.domain,
  range: ['circle', 'triangle-up', 'cross', 'stroke'],
} as const;
