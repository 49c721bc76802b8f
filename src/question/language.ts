// The language a question is most likely written in: by script, then by small words.
import type { Language } from '../knowledge/model.ts';
import { wordsOf } from './words.ts';

const SMALL: readonly [Language, ReadonlySet<string>][] = [
  ['tr', new Set('bir ve bu mi mu ne nasil icin var yok hangi kim beni bana olur mı raporda diyor'.split(' '))],
  ['es', new Set('el la los las que de y en un una es por como quien cual segun del'.split(' '))],
  ['fr', new Set('le la les des que qui est et un une pour dans sur comment quel quelle selon je du'.split(' '))],
  ['en', new Set('the a is are of to and in what who does do it on for that this i you can how why'.split(' '))],
];

/** English where nothing speaks for another language. */
export function languageOf(text: string): Language {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / Math.max(1, letters);
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh';
  if (share(/\p{Script=Arabic}/gu) > 0.3) return /[پچژگکی]/.test(text) ? 'fa' : 'ar';
  if (share(/\p{Script=Cyrillic}/gu) > 0.3) return /[іїєґІЇЄҐ]/.test(text) ? 'uk' : 'ru';
  const words = wordsOf(text).map((w) => w.folded);
  let best: Language = 'en';
  let most = words.filter((w) => SMALL[3]?.[1].has(w)).length;
  for (const [language, small] of SMALL) {
    const hits = words.filter((w) => small.has(w)).length;
    if (hits > most) {
      best = language;
      most = hits;
    }
  }
  return best;
}
