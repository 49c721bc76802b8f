// The learned weights, and their form on disk.

/** For each feature, the groups it speaks for or against: `values[k] * scale` for group `cells[k]`, k from starts[f]. */
export interface Weights {
  readonly features: readonly string[];
  readonly rarities: Float32Array;
  readonly groups: number;
  readonly scale: number;
  readonly starts: Uint32Array;
  readonly cells: Uint16Array;
  readonly values: Int8Array;
}

/** One block of bytes: a line of JSON, the features, then the arrays, each begun on a multiple of four. */
export function encodeWeights(weights: Weights): Uint8Array {
  const names = new TextEncoder().encode(weights.features.join('\n'));
  const head = new TextEncoder().encode(
    `${JSON.stringify({
      groups: weights.groups,
      scale: weights.scale,
      features: weights.features.length,
      cells: weights.cells.length,
      names: names.length,
    })}\n`,
  );
  const parts = [head, names, bytes(weights.rarities), bytes(weights.starts), bytes(weights.cells), bytes(weights.values)];
  const out = new Uint8Array(parts.reduce((sum, p) => sum + padded(p.length), 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += padded(part.length);
  }
  return out;
}

/** The inverse of `encodeWeights`; throws when the block is not whole. */
export function decodeWeights(block: Uint8Array): Weights {
  const end = block.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(block.subarray(0, end))) as {
    groups: number;
    scale: number;
    features: number;
    cells: number;
    names: number;
  };
  let at = padded(end + 1);
  const take = (length: number) => {
    if (at + length > block.length) throw new Error('the learned weights are cut short');
    const part = block.slice(at, at + length);
    at += padded(length);
    return part;
  };
  const names = new TextDecoder().decode(take(head.names));
  return {
    groups: head.groups,
    scale: head.scale,
    features: names.split('\n'),
    rarities: new Float32Array(take(head.features * 4).buffer),
    starts: new Uint32Array(take((head.features + 1) * 4).buffer),
    cells: new Uint16Array(take(head.cells * 2).buffer),
    values: new Int8Array(take(head.cells).buffer),
  };
}

const padded = (length: number) => Math.ceil(length / 4) * 4;
const bytes = (array: Float32Array | Uint32Array | Uint16Array | Int8Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
