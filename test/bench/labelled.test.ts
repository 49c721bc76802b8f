import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../adapters/host/place.ts';
import { readLabelled } from '../../bench/labelled.ts';
import { theKnowledge } from '../the-desk.ts';

const folder = join(projectRoot(), 'bench', 'labelled');
const sets = readdirSync(folder).map((f) => [f, readLabelled(join(folder, f))] as const);
const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

describe('the labelled questions', () => {
  it('are none that the desk learns from', async () => {
    const { questions } = await theKnowledge();
    const learned = new Set(questions.flatMap((g) => g.questions.map(plain)));
    const copied = sets.flatMap(([file, list]) =>
      list
        .filter((q) => !q.history?.length && plain(q.question).split(' ').length > 3)
        .filter((q) => learned.has(plain(q.question)))
        .map((q) => `${file} ${q.id}`),
    );
    expect(copied).toEqual([]);
  });

  it('have an id each, and gold or a refusal', () => {
    for (const [file, list] of sets) {
      expect(new Set(list.map((q) => q.id)).size, file).toBe(list.length);
      for (const q of list) expect(q.gold.length > 0 || q.expect.startsWith('decline'), `${file} ${q.id}`).toBe(true);
    }
  });
});
