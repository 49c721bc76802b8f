// Finds a feature's place by two hashes of its name: a hundred thousand names need not be read at every start.

/** The hashes of all names, sorted; a feature's place is its number. */
export interface Hashes {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** What finds a feature's number: a map of names while learning, hashes afterwards. */
export type FeatureIndex = Pick<ReadonlyMap<string, number>, 'get'>;

/** The names in the order of their hashes, so that the number of a feature is its place. */
export function inOrder(names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, first: hash(name, FIRST), second: hash(name, SECOND) }))
    .sort((a, b) => a.first - b.first || a.second - b.second)
    .map(({ name }) => name);
}

/** The hashes of names that are in order. */
export function hashesOf(ordered: readonly string[]): Hashes {
  return {
    first: Uint32Array.from(ordered, (name) => hash(name, FIRST)),
    second: Uint32Array.from(ordered, (name) => hash(name, SECOND)),
  };
}

/** Two names of a hundred thousand share both hashes once in a thousand million builds. */
export function indexOf({ first, second }: Hashes): FeatureIndex {
  return {
    get: (name) => {
      const [a, b] = [hash(name, FIRST), hash(name, SECOND)];
      let low = 0;
      let high = first.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const at = first[middle] as number;
        if (at < a || (at === a && (second[middle] as number) < b)) low = middle + 1;
        else high = middle;
      }
      return first[low] === a && second[low] === b ? low : undefined;
    },
  };
}

const FIRST = 0x811c9dc5;
const SECOND = 0x9747b28c;

/** FNV-1a over UTF-16 units, with a last mixing so that both hashes are independent. */
function hash(name: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), seed | 1);
  return (h ^ (h >>> 13)) >>> 0;
}
