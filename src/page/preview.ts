// How a paragraph will look, for a curator, before anything is learned or started.
import type { Knowledge } from '../knowledge/model.ts';
import { openDesk } from '../search/desk.ts';
import { excerptBlock } from './excerpt.ts';
import { plainBlock } from './plain.ts';

/** The passage as plain text, or null when it is not held. */
export function preview(knowledge: Knowledge, ref: string): string | null {
  const blank = {
    features: { first: new Uint32Array(), second: new Uint32Array() },
    rarities: new Float32Array(),
    groups: 0,
    scale: 1,
    starts: new Uint32Array(1),
    cells: new Uint16Array(),
    values: new Int8Array(),
  };
  const desk = openDesk({ ...knowledge, questions: [] }, { weights: blank, familiar: new Map() });
  const [block] = excerptBlock({ ref, focus: [] }, desk);
  return block ? plainBlock(block) : null;
}
