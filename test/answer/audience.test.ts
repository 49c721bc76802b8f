import { expect, it } from 'vitest';
import { ask, excerptsOf, isForEverybody, isUrgent } from '../../src/index.ts';
import { theDesk } from '../the-desk.ts';

const desk = await theDesk();
const answer = (typed: string) => ask(desk, typed).answer;

it('what may be shared is the excerpts and nothing beside them', () => {
  for (const typed of [
    'i think i am being followed',
    'how many people in leeds have a red notice',
    'trail 72',
    'para 72, 999',
  ]) {
    const { excerpts, ...rest } = excerptsOf(answer(typed));
    expect(excerpts).toEqual(answer(typed).excerpts);
    expect(rest).toMatchObject({ message: null, signposts: [], nearest: [], missing: [] });
    expect(rest.extra?.kind ?? 'trail').toBe('trail');
  }
});

it.each([
  ['does anybody have to warn the person?', true],
  ['para 72', true],
  ['country Turkey', true],
  ['para 72, 999', false],
  ['check "the ship is being steered by others"', false],
  ['i think i am being followed', false],
  ['how many people in leeds have a red notice', false],
])('"%s" may stand where others read along: %s', (typed, may) => {
  expect(isForEverybody(answer(typed))).toBe(may);
});

it.each([
  ['i think i am being followed', true],
  ['define i am being followed', true],
  ['they threaten my mother at home because of me, does the report say anything on visas', true],
  ['does anybody have to warn the person?', false],
  ['para 72', false],
])('"%s" comes from somebody who may be in danger: %s', (typed, is) => {
  expect(isUrgent(answer(typed))).toBe(is);
});
