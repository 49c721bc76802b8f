// The learned weights, and their form on disk.

import type { Hashes } from './feature-index.ts';

/** For each feature, the groups it speaks for or against: `values[k] * scale` for group `cells[k]`, k from starts[f]. */
export interface Weights {
  readonly features: Hashes;
  readonly rarities: Float32Array;
  readonly groups: number;
  readonly scale: number;
  readonly starts: Uint32Array;
  readonly cells: Uint16Array;
  readonly values: Int8Array;
}

/** All that is learned from the curated questions. */
export interface Learned {
  readonly weights: Weights;
  /** Words that are spelt right, and how often the knowledge uses them. */
  readonly familiar: ReadonlyMap<string, number>;
}

/** One block of bytes: a line of JSON, the words, then the arrays, each begun on a multiple of four. */
export function encodeLearned({ weights, familiar }: Learned): Uint8Array {
  const words = new TextEncoder().encode([...familiar].map(([word, count]) => `${word} ${count}`).join('\n'));
  const head = new TextEncoder().encode(
    `${JSON.stringify({
      groups: weights.groups,
      scale: weights.scale,
      features: weights.rarities.length,
      cells: weights.cells.length,
      words: words.length,
    })}\n`,
  );
  const parts = [
    head,
    words,
    bytes(weights.features.first),
    bytes(weights.features.second),
    bytes(weights.rarities),
    bytes(weights.starts),
    bytes(weights.cells),
    bytes(weights.values),
  ];
  const out = new Uint8Array(parts.reduce((sum, p) => sum + padded(p.length), 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += padded(part.length);
  }
  return out;
}

/** The inverse of `encodeLearned`; throws when the block is not whole. */
export function decodeLearned(block: Uint8Array): Learned {
  const end = block.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(block.subarray(0, end))) as {
    groups: number;
    scale: number;
    features: number;
    cells: number;
    words: number;
  };
  let at = padded(end + 1);
  const take = (length: number) => {
    if (at + length > block.length) throw new Error('the learned weights are cut short');
    // The arrays look into the block itself, ten megabytes that need not be held twice, where it begins on a multiple of four.
    const part = block.subarray(at, at + length);
    at += padded(length);
    return part.byteOffset % 4 === 0 ? part : new Uint8Array(part);
  };
  const words = new TextDecoder().decode(take(head.words));
  const weights: Weights = {
    groups: head.groups,
    scale: head.scale,
    features: {
      first: new Uint32Array(...within(take(head.features * 4), 4)),
      second: new Uint32Array(...within(take(head.features * 4), 4)),
    },
    rarities: new Float32Array(...within(take(head.features * 4), 4)),
    starts: new Uint32Array(...within(take((head.features + 1) * 4), 4)),
    cells: new Uint16Array(...within(take(head.cells * 2), 2)),
    values: new Int8Array(...within(take(head.cells), 1)),
  };
  const familiar = words.split('\n').map((line): [string, number] => {
    const [word = '', count = '0'] = line.split(' ');
    return [word, Number(count)];
  });
  return { weights, familiar: new Map(familiar) };
}

/** Where a typed array of so many bytes an element begins and how long it is. */
const within = (part: Uint8Array, size: number): [ArrayBuffer, number, number] => [
  part.buffer as ArrayBuffer,
  part.byteOffset,
  part.byteLength / size,
];

const padded = (length: number) => Math.ceil(length / 4) * 4;
const bytes = (array: Float32Array | Uint32Array | Uint16Array | Int8Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
