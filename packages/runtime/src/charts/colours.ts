/**
 * Names of the CSS variables a page defines, light and dark; documents use the same. A page that has a variable of its
 * own for what is behind a comma uses that.
 */
export const colour = {
  text: 'var(--text)',
  muted: 'var(--muted)',
  paper: 'var(--paper)',
  pass: 'var(--pass)',
  warn: 'var(--warn)',
  fail: 'var(--fail)',
  insufficient: 'var(--open)',
  /** What is well stays in the background, so that what is not is seen first. */
  passCell: 'var(--zone-pass)',
  reference: 'var(--neutral)',
  current: 'var(--series)',
  interval: 'var(--interval, var(--series))',
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
