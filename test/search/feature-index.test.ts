import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashesOf, indexOf, inOrder } from '../../src/search/feature-index.ts';

describe('the index of features', () => {
  it('finds every name at its place, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.string(), (names, other) => {
        const ordered = inOrder(names);
        const index = indexOf(hashesOf(ordered));
        for (const [place, name] of ordered.entries()) expect(index.get(name)).toBe(place);
        if (!names.includes(other)) expect(index.get(other)).toBeUndefined();
      }),
    );
  });

  it('tells a hundred thousand names apart that differ in a letter', () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `~${i.toString(36)}`);
    const index = indexOf(hashesOf(inOrder(names)));
    expect(new Set(names.map((n) => index.get(n))).size).toBe(names.length);
  });
});
