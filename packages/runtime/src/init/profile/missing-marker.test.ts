import { describe, expect, it } from 'vitest';
import { numberMarker, textMarker, typeBehindMarker } from './missing-marker.js';

const counts = (values: Readonly<Record<string, number>>) => new Map(Object.entries(values));

describe('texts that mean missing', () => {
  it('are the usual ones', () => {
    expect(textMarker(counts({ a: 5, '?': 3 }))).toBe('?');
    expect(textMarker(counts({ '1': 5, NA: 3 }))).toBe('NA');
    expect(textMarker(counts({ NA: 8 }))).toBe('NA');
  });
  it('are not answers, and not several at once', () => {
    expect(textMarker(counts({ None: 50, high: 3 }))).toBeNull();
    expect(textMarker(counts({ NA: 5, '?': 3, a: 1 }))).toBeNull();
  });
  it('leave the type of the rest', () => {
    expect(typeBehindMarker(counts({ '1': 5, '-20': 1, NA: 3 }), 'NA')).toBe('integer');
    expect(typeBehindMarker(counts({ '1.5': 5, NA: 3 }), 'NA')).toBe('number');
    expect(typeBehindMarker(counts({ '007': 5, NA: 3 }), 'NA')).toBeNull();
    expect(typeBehindMarker(counts({ red: 5, NA: 3 }), 'NA')).toBeNull();
  });
});

describe('numbers that mean missing', () => {
  it('stand far from all others, in 11 rows at least', () => {
    expect(numberMarker(counts({ '0': 50, '1': 50, '2': 9, '-1': 11 }))).toBe(-1);
    expect(numberMarker(counts({ '60': 50, '80': 50, '999': 12 }))).toBe(999);
    expect(numberMarker(counts({ '60': 50, '80': 50, '-999': 12 }))).toBe(-999);
  });
  it('are not values like the others', () => {
    expect(numberMarker(counts({ '0': 50, '1': 50, '-1': 10 }))).toBeNull();
    expect(numberMarker(counts({ '-2': 50, '0': 50, '-1': 40 }))).toBeNull();
    expect(numberMarker(counts({ '60': 50, '98': 50, '99': 12 }))).toBeNull();
  });
});
