import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, COMMANDS, pack, recall, suggest } from '../../src/index.ts';
import { anyQuestion } from '../questions.ts';
import { theDesk } from '../the-desk.ts';

const desk = await theDesk();

describe('a packed answer', () => {
  it('brings back the same answer, without what was typed', () => {
    fc.assert(
      fc.property(anyQuestion(desk), (typed) => {
        const { answer } = ask(desk, typed);
        if (answer.extra?.kind === 'check') return;
        const back = recall(desk, pack(answer));
        expect(back).not.toBeNull();
        expect(back?.outcome).toBe(answer.outcome);
        expect([back?.excerpts, back?.nearest, back?.message, back?.signposts]).toEqual([
          answer.excerpts,
          answer.nearest,
          answer.message,
          answer.signposts,
        ]);
        expect(back?.extra).toEqual(answer.extra);
      }),
      { numRuns: 400 },
    );
  });

  it('tells every passage held from every other', () => {
    const lines = desk.knowledge.passages.map((p) => pack(ask(desk, p.ref).answer));
    expect(new Set(lines).size).toBe(desk.knowledge.passages.length);
  });

  it('fits beside its button in 100 characters, for every command and every suggestion', () => {
    const typed = COMMANDS.flatMap((c) => {
      const choices = c.argument ? suggest(c.argument.suggest, '', desk).map((x) => x.value) : [''];
      return choices.map((a) => (c.name === 'ask' ? a : `/${c.name} ${a}`));
    });
    const names = desk.knowledge.terms.flatMap((t) => [`/who ${t.name}`, `/country ${t.name}`, `/define ${t.name}`]);
    const long = [...typed, ...names, 'para 64-79', 'note 126-153', 'cite 64-79']
      .map((t) => pack(ask(desk, t).answer))
      .filter((line) => line.length > 88);
    expect(long).toEqual([]);
  });

  it('is never believed: any text at all is an answer of the desk, or nothing', () => {
    const any = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string().map((s) => `1|a||${s}||||`),
    );
    fc.assert(
      fc.property(any, (line) => void recall(desk, line)),
      { numRuns: 500 },
    );
    for (const line of ['1|a||999||||', '1|a||72!99||||', '1|d9|||||||', '1|a||1-9999||||', '1|a||~AAAAA||||'])
      expect(recall(desk, line)).toBeNull();
  });
});
