// A question that names a term and asks nothing else of it: "ccf?", "is Kazakhstan mentioned?", "什么是红色通报".
import type { Term } from '../knowledge/model.ts';
import type { Request } from './read.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

/** Words that only ask after a name. */
const ASKING_AFTER = new Set(
  `a an the is are was were be in on of about for to at and or also too even as well what whats who whos where wheres which does do did it its
  they them their there this that these those any anything something mention mentions mentioned name names named list lists listed
  appear appears included include come comes up say says said report reports paper committee jchr info information details tell me
  us show please pls plz explain define definition meaning mean means stand stands describe described us i need want know can could you give
  get hi hello hey ok okay lol tbh btw anywhere somewhere one ones among country countries state states here bit section chapter actually
  even though so then really just quick question wtf tf heck hell exactly called word term abbreviation acronym short s whole thing
  упоминается упоминаются упомянут упомянута есть ли в докладе отчете отчёте что такое это кто такой какой про о об там вообще доклад отчет и расскажите
  згадується згадуються чи є у звіті хто про взагалі це що
  raporda geciyor gecti mi mu mı var adi ne nedir kim hakkinda kimdir demek bu
  aparece aparecen menciona mencionan mencionado el la los las en informe que es quien esta sobre qué está significa
  est mentionne mentionnee mentionnes cite cité dans le la les rapport qu que c quoi est ce qui sur figure t il elle signifie
  هل ورد ذکر ذکرت مذکورة مذکور فی التقریر ما هو هی من عن ماذا یعنی مذکوره
  آیا در گزارش نام برده شده است چیست کیست درباره چه یعنی آمده`
    .split(/\s+/)
    .flatMap((w) => wordsOf(w).map((x) => x.folded)),
);
const HAN_FILLERS = /[什么是的吗呢有没被提到及报告里在中谁哪关于意思请问解释一下这个和与了？?，,\s]/g;

/** The terms asked after, or none when the question says anything more. */
export function mentionOf(request: Request, vocabulary: Vocabulary): readonly Term[] {
  const { text, words, terms } = request;
  if (terms.length === 0 || terms.length > 4 || words.length > 14) return [];
  const named = terms.flatMap((id) => vocabulary.terms.get(id) ?? []);
  if (named.length === 0 || !named.every((t) => t.kind !== 'word')) return [];
  const left = unnamed(words, vocabulary, text);
  const asked = named.filter((t) => !HOUSEHOLD.has(t.id));
  // "An INTERPOL Red Notice" asks after the notice.
  const subject = asked.length > 1 ? asked.filter((t) => t.id !== 'interpol') : asked;
  return left.every((w) => ASKING_AFTER.has(w)) && subject.length > 0 ? subject : [];
}

/** Terms that name the report and its makers: they are part of asking, not of what is asked. */
const HOUSEHOLD = new Set(['joint-committee-on-human-rights']);

/** The folded words that belong to no term. */
function unnamed(words: readonly Word[], vocabulary: Vocabulary, text: string): string[] {
  const out: string[] = [];
  for (let i = 0; i < words.length; ) {
    const length = vocabulary.spanAt(words, i);
    if (length === 0) out.push(words[i]?.folded ?? '');
    i += Math.max(1, length);
  }
  if (!/\p{Script=Han}/u.test(text)) return out;
  const rest = vocabulary.withoutHan(text).replace(HAN_FILLERS, '');
  return [...out.filter((w) => !/\p{Script=Han}/u.test(w)), ...(/\p{Script=Han}/u.test(rest) ? [rest] : [])];
}
