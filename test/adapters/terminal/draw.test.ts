import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { canvasOf, draw } from '../../../adapters/terminal/draw.ts';
import { ask, type Desk, HERE, layOut } from '../../../src/index.ts';
import { theDesk } from '../../the-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await theDesk();
});
const page = (question: string, columns: number, styled = false) =>
  draw(layOut(ask(desk, question).answer, desk), { columns, styled });
const QUESTIONS = [
  'paras 64-79',
  'ein/1',
  'note 138',
  'help',
  'about',
  'privacy',
  'compare visas',
  'define red notice',
  'egypt?',
  'cite 72',
  'am i safe to fly',
  '红色通缉令',
];

describe('the terminal page', () => {
  it('keeps within the columns, at 60 as at 100', () => {
    for (const columns of [40, 60, 100])
      for (const question of QUESTIONS)
        for (const line of page(question, columns).split('\n'))
          expect(stringWidth(line), `${question} at ${columns}: ${line}`).toBeLessThanOrEqual(columns);
  });

  it('loses no word of any paragraph by wrapping', () => {
    const squash = (text: string) => text.replace(/[\s│▶]+/g, '').replaceAll('here:', '');
    const shown = squash(page('paras 64-79', 60));
    for (const passage of desk.knowledge.passages.filter((p) => p.source === 'jchr-tnr' && p.kind !== 'note'))
      for (const sentence of passage.sentences)
        for (const run of sentence.runs) expect(shown).toContain(squash(run.marked));
  });

  it('says the same with and without styles', () => {
    for (const question of QUESTIONS)
      expect(stripVTControlCharacters(page(question, 60, true))).toBe(page(question, 60));
  });

  it('marks the sentence that answers by a word, not by a style alone', () => {
    expect(page('who called notices the sniper rifle of autocrats', 60)).toContain(HERE);
  });

  it('names the speaker before the words', () => {
    const text = page('para 66', 60);
    expect(text.indexOf('Evidence, nobody named, not a finding:')).toBeLessThan(text.indexOf('We were told'));
  });
});

describe('the canvas', () => {
  const terminal = { isTTY: true, columns: 120 };
  it('has styles on a terminal only, and none where NO_COLOR or a dumb terminal asks for none', () => {
    expect(canvasOf(terminal, {}).styled).toBe(true);
    expect(canvasOf({ columns: 120 }, {}).styled).toBe(false);
    expect(canvasOf(terminal, { NO_COLOR: '1' }).styled).toBe(false);
    expect(canvasOf(terminal, { TERM: 'dumb' }).styled).toBe(false);
  });

  it('is as wide as the terminal, within what can be read', () => {
    expect(canvasOf({ isTTY: true, columns: 60 }, {}).columns).toBe(60);
    expect(canvasOf(terminal, {}).columns).toBe(100);
    expect(canvasOf({ isTTY: true, columns: 10 }, {}).columns).toBe(40);
    expect(canvasOf({}, {}).columns).toBe(80);
  });
});
