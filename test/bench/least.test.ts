import { describe, expect, it } from 'vitest';
import { fallen } from '../../bench/least.ts';

const least = { 'dev.jsonl': { 'top-1': 90 } };

describe('the least that figures must reach', () => {
  it('names every figure that fell below it, and no other', () => {
    expect(fallen('dev.jsonl', [{ name: 'top-1', pass: 89, of: 100 }], least)).toEqual([
      'dev.jsonl: top-1 fell to 89.0%, below 90%',
    ]);
    expect(fallen('dev.jsonl', [{ name: 'top-1', pass: 90, of: 100 }], least)).toEqual([]);
    expect(fallen('other.jsonl', [{ name: 'top-1', pass: 0, of: 100 }], least)).toEqual([]);
  });

  it('counts a figure that was not measured as fallen', () => {
    expect(fallen('dev.jsonl', [], least)).toEqual(['dev.jsonl: top-1 was not measured']);
  });
});
