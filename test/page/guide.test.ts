import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Desk, layOut, plainBlocks, recordOf } from '../../src/index.ts';
import { monthsAfter } from '../../src/page/tracker.ts';
import { theDesk } from '../the-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await theDesk();
});
const page = (question: string, today: string | null = null) =>
  plainBlocks(layOut(ask(desk, question).answer, desk, today));

describe('an entry of the guide, shown', () => {
  it('says before its words that it is not the report, and names its source and date', () => {
    for (const p of desk.knowledge.passages.filter((x) => x.guide)) {
      const text = page(p.ref);
      const voice = `Desk guide, not the report; ${p.guide?.confidence === 'high' ? 'from' : 'reported by'} ${p.guide?.from} (${p.guide?.dated}):`;
      expect(text, p.ref).toContain(voice);
      expect(text.indexOf(voice)).toBeLessThan(text.indexOf(p.sentences[0]?.text ?? '?'));
      for (const url of p.guide?.urls ?? []) expect(text).toContain(url);
    }
  });

  it('warns once its check date has passed, by the day of the reader', () => {
    const [first] = desk.knowledge.passages.filter((p) => p.guide);
    const date = first?.guide?.checkAgain ?? '';
    const warning = `due to be checked since ${date}`;
    expect(page(first?.ref ?? '', date)).not.toContain(warning);
    expect(page(first?.ref ?? '', '2099-01-01')).toContain(warning);
    expect(page(first?.ref ?? '')).not.toContain(warning);
    expect(recordOf(ask(desk, first?.ref ?? '').answer, desk, '2099-01-01').excerpts[0]?.guide?.due).toBe(true);
  });

  it('is never the answer to what the report says', () => {
    for (const question of [
      'according to the report what is a silver notice',
      'what does the committee say about the CCF fee',
      'what does the report itself say about Article 3 of the constitution, not the guide',
    ])
      for (const e of recordOf(ask(desk, question).answer, desk).excerpts.slice(0, 1)) expect(e.kind).not.toBe('guide');
  });
});

describe('what became of the recommendations', () => {
  it('stands in the trail and in "about", with the due date of 79 and its working', () => {
    for (const question of ['trail 79', 'about']) {
      const text = page(question);
      expect(text).toContain('Recommendation 79');
      expect(text).toContain('2026-01-30: published 2025-07-30, and 6 months');
      expect(text).toContain('Not known:');
    }
  });

  it('counts months to the same day, or to the last of a shorter month', () => {
    expect(monthsAfter('2025-07-30', 6)).toBe('2026-01-30');
    expect(monthsAfter('2025-08-31', 6)).toBe('2026-02-28');
    expect(monthsAfter('2023-08-31', 6)).toBe('2024-02-29');
    expect(monthsAfter('2025-12-15', 1)).toBe('2026-01-15');
  });
});

describe('about changes', () => {
  it('lists what changed in the held text, newest first', () => {
    const text = page('about changes');
    for (const change of desk.knowledge.changes) expect(text).toContain(`${change.date} · ${change.title}`);
  });
});

describe('signposts', () => {
  it('answer a situation told in the first person, and only then', () => {
    const owed = (question: string) => recordOf(ask(desk, question).answer, desk).signposts.map((s) => s.id);
    expect(owed('i got an email from interpol, they want money to close my red notice')).toContain('scam');
    expect(owed('border guard says my passport is cancelled, what now for me')).toContain('passport-flagged');
    expect(owed('they threatened my family back home because of my articles')).toContain('family-threatened');
    expect(owed('what does the report say about threats to family')).not.toContain('family-threatened');
  });
});
