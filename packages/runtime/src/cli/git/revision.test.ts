import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.js';
import { revisionFile } from './revision.js';

describe('what is compared', () => {
  it.each([
    ['HEAD~1:spec.vigil', { revision: 'HEAD~1', path: 'spec.vigil' }],
    ['origin/main:specs/a b.vigil', { revision: 'origin/main', path: 'specs/a b.vigil' }],
    ['v1.0^2:./spec.vigil', { revision: 'v1.0^2', path: './spec.vigil' }],
    ['HEAD@{1}:a:b.vigil', { revision: 'HEAD@{1}', path: 'a:b.vigil' }],
    ['spec.vigil', null],
    ['C:\\specs\\spec.vigil', null],
    ['c:/specs/spec.vigil', null],
  ])('%s', (words, expected) => {
    expect(revisionFile(words)).toEqual(expected);
  });

  it.each([
    '--output=x:spec.vigil',
    '-c:spec.vigil',
    'HEAD..main:spec.vigil',
    'HEAD main:spec.vigil',
    '$(touch x):spec.vigil',
    '`touch x`:spec.vigil',
    'a;b:spec.vigil',
    'HEAD\n:spec.vigil',
    ':spec.vigil',
    ':/message:spec.vigil',
    'HEAD:',
    'HEAD:a\0b',
  ])('refuses %j', (words) => {
    expect(() => revisionFile(words)).toThrow(UsageError);
  });
});
