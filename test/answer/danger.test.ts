import { describe, expect, it } from 'vitest';
import { ask, isUrgent, recordOf } from '../../src/index.ts';
import { answerTo, theDesk } from '../the-desk.ts';

const signpostsFor = async (text: string) => (await answerTo(text)).signposts.map((s) => s.id);

describe('words of despair', () => {
  it.each([
    'i want to die',
    '我想自杀',
    '不想活了',
    'больше не хочу жить',
    'не хочу більше жити',
    'artık yaşamak istemiyorum',
    'ya no quiero vivir',
    'je veux mourir',
    'لا أريد أن أعيش',
    'می‌خواهم بمیرم',
    'asking for a friend: what if someone wants to end it all because of a red notice',
  ])('"%s" come before everything', async (text) => {
    const answer = await answerTo(text);
    expect([answer.outcome, answer.signposts[0]?.id]).toEqual(['declined', 'despair']);
  });
});

describe('words of danger', () => {
  it.each([
    ['para 64 i am being followed', 'jchr-tnr/64'],
    ['note 138 my life is in danger', 'jchr-tnr/n138'],
    ['who Rhys Davies they want to kill me', 'jchr-tnr/65'],
  ])('in a look-up, "%s", stand above what was looked up', async (text, ref) => {
    const desk = await theDesk();
    const { answer } = ask(desk, text);
    expect(isUrgent(answer)).toBe(true);
    expect(recordOf(answer, desk).excerpts[0]?.ref).toBe(ref);
    expect(answer.signposts[0]).toBe('emergency');
  });

  it.each([
    ['check "they are going to kill me"', 'emergency'],
    ['أخي اختفى بعد أن تحدثت ضد الحكومة', 'family-threatened'],
    ['我的家人被警察威胁', 'family-threatened'],
    ['за мной следят', 'tnr-guidance'],
    ['me amenazan por teléfono', 'tnr-guidance'],
    ['yarın sınır dışı edileceğim', 'arrested-abroad-other'],
    ["on va m'extrader demain", 'arrested-abroad-other'],
    ['my wife was arrested in Morocco yesterday because of Interpol', 'arrested-abroad-other'],
    ['در فرودگاه بازداشت شدم', 'arrested-abroad-other'],
    ['i got a whatsapp from interpol officer saying pay 2000 euro to close my file', 'scam'],
    ['my visa was refused because of red notice what now', 'refused-claim'],
    ['my passport was declared lost by the embassy', 'passport-flagged'],
  ])('"%s" brings %s', async (text, id) => {
    expect(await signpostsFor(text)).toContain(id);
  });

  it.each([
    'our client was arrested in Morocco on a red notice; which paragraph speaks of travel?',
    'do i get arrested in the uk if there is a red notice',
    'what does the report say about threats to family members',
  ])('are not heard in "%s"', async (text) => {
    expect((await signpostsFor(text)).filter((id) => /emergency|arrested|family|despair/.test(id))).toEqual([]);
  });
});
