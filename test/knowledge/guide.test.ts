import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Fault, Knowledge } from '../../src/index.ts';
import { reporterFor } from '../../src/knowledge/fault.ts';
import { noGuide, readGuide } from '../../src/knowledge/read-guide.ts';
import { knowledgeDirectory, theKnowledge } from '../the-desk.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await theKnowledge();
});

const ENTRY = `---
kind: guide
---

# Other notices

## notice-silver — What a Silver Notice is
- from: INTERPOL release
- dated: 10 January 2025
- url: https://www.interpol.int/silver
- confidence: medium
- changes: it is a pilot
- check again: 2026-09-30

It traces assets.
It is a pilot.
`;
function faultsOf(text: string): Fault[] {
  const faults: Fault[] = [];
  readGuide(text, noGuide(), reporterFor('guide/x.md', faults));
  return faults;
}

describe('an entry of the guide', () => {
  it('holds a statement, a source, a date, a confidence and a check date', () => {
    const faults: Fault[] = [];
    const { passages } = readGuide(ENTRY, noGuide(), reporterFor('guide/x.md', faults));
    expect(faults).toEqual([]);
    expect(passages[0]).toMatchObject({
      ref: 'guide/notice-silver',
      kind: 'guide',
      heading: 'Other notices',
      guide: { from: 'INTERPOL release', dated: '10 January 2025', confidence: 'medium', checkAgain: '2026-09-30' },
    });
    expect(passages[0]?.sentences.map((s) => s.text)).toEqual(['It traces assets.', 'It is a pilot.']);
  });

  it.each([
    ['without a source', '- from: INTERPOL release\n', '', 9, /"- from: …" is missing/],
    ['without an address', '- url: https://www.interpol.int/silver\n', '', 7, /"- url: …" is missing/],
    ['with an address that is none', 'https://www.interpol.int/silver', 'interpol.int', 10, /full address/],
    ['with another confidence', 'medium', 'certain', 11, /high.*or.*medium/],
    ['with a check date that is no date', '2026-09-30', 'next year', 13, /write a date/],
    ['with a key nobody knows', '- changes:', '- mood:', 12, /write one of/],
    ['that says nothing', 'It traces assets.\nIt is a pilot.\n', '', 7, /says nothing/],
    ['that borrows a voice', 'It traces assets.', '`committee` It traces assets.', 15, /voice of the desk/],
    [
      'with a sentence too long for a phone',
      'It traces assets.',
      `It ${'very '.repeat(40)}long.`,
      15,
      /make two of it/,
    ],
  ])('%s is a fault, said with its line', (_what, from, to, _line, message) => {
    const faults = faultsOf(ENTRY.replace(from, to));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]?.message).toMatch(message);
    expect(faults[0]?.line).toBeGreaterThan(1);
  });
});

describe('the guide', () => {
  it('never carries a voice but its own', () => {
    const guide = knowledge.passages.filter((p) => p.source === 'guide');
    expect(guide.length).toBe(120);
    for (const p of guide)
      for (const s of p.sentences)
        for (const r of s.runs) expect(r.voice).toEqual({ kind: 'guide', name: 'Red Notice Desk' });
  });

  it('shows no figure or date that does not stand in its entry', () => {
    const files = readdirSync(join(knowledgeDirectory, 'guide')).map((f) =>
      readFileSync(join(knowledgeDirectory, 'guide', f), 'utf8'),
    );
    for (const p of knowledge.passages.filter((x) => x.source === 'guide')) {
      const entry = files.flatMap((f) => f.split(/^(?=## )/m)).find((e) => e.startsWith(`## ${p.number} — `)) ?? '';
      for (const figure of p.sentences
        .map((s) => s.text)
        .join(' ')
        .match(/\d[\d.,]*/g) ?? [])
        expect(entry).toContain(figure);
    }
  });
});

describe('the words of the guide', () => {
  it('are our own: no eight of them in a row stand in the report, its notes or the article', () => {
    const runs = (text: string) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.slice(7).map((_, i) => words.slice(i, i + 8).join(' '));
    };
    const theirs = new Set(
      knowledge.passages.filter((p) => !p.guide).flatMap((p) => runs(p.sentences.map((s) => s.text).join(' '))),
    );
    expect(theirs.size).toBeGreaterThan(2000);
    for (const p of knowledge.passages.filter((x) => x.guide))
      expect(
        runs(p.sentences.map((s) => s.text).join(' ')).filter((r) => theirs.has(r)),
        p.ref,
      ).toEqual([]);
  });
});

describe('the tracker', () => {
  it('holds every recommendation, and nothing else', () => {
    const wanted = knowledge.passages.filter((p) => p.kind === 'recommendation').map((p) => p.ref);
    expect(knowledge.tracker.map((t) => t.ref)).toEqual(wanted);
  });
});
