// References in every form people use: "paras 71–75, 79", "fn 144", "[143]", "Q27", "TRUK0119", "HC 681 para 72".
import type { Reference } from '../knowledge/model.ts';
import type { Holdings } from './holdings.ts';
import { fold } from './words.ts';

export interface ReadReferences {
  /** What was asked for and is held, in the order asked, each once. */
  readonly refs: readonly Reference[];
  /** What was asked for and is not held, as the asker would write it: `para 12`, `note 200`. */
  readonly missing: readonly string[];
  /** The folded text with every reference taken out. */
  readonly rest: string;
}

const NUMBER = String.raw`\d{1,4}(?:\.\d{1,2})?`;
const JOIN = String.raw`(?:\s*(?:,|;|&|\+|/)\s*(?:and\s+|then\s+)?|\s+(?:and|or|then|plus|ve|и|та|y|et|و|和|与)\s+|\s*[和与及、]\s*)`;
const RANGE = String.raw`(?:\s*(?:-|至|到)\s*|\s+(?:to|through|thru|till|until|bis|до|a|al|ila)\s+)`;
const LABEL_PARA = String.raw`(?:paragraphs?|paras?|pars?|pgphs?|¶{1,2}|§{1,2}|pp?|sections?|paragraf\w*|парагра[фф]\w*|пункт\w*|абзац\w*|parrafos?|paragrafos?|段落?|الفقرات|الفقره|فقره|الفقرة|بندهای|بند|پاراگراف)`;
const LABEL_FINDING = String.raw`(?:recommendations?|recs?|conclusions?|concs?|findings?)`;
const LABEL_NOTE = String.raw`(?:foot\s?-?notes?|fns?|notes?|nn?|ftns?|ftnotes?|сноск\w*|виноск\w*|примечани\w*|dipnot\w*|脚注|注释|注|الحاشيه|حاشيه|الهامش|هامش|پاورقی|پانوشت|notas?(?:\s+al\s+pie)?)`;
const MARK = String.raw`\.?\s*(?:numbers?|nos?\.?|nr\.?|num\.?|#|№)?\s*:?\s*`;
const PLACED = String.raw`(?:\s+(?:at|in|under)\b)?`;
/** A list of numbers whose label may be said again: "fn 126 and fn 130". */
const listOf = (label: string) => String.raw`${NUMBER}(?:(?:${RANGE}|${JOIN})(?:${label})?${MARK}${NUMBER})*`;
const LIST = listOf(LABEL_PARA);

const PAPERS = /\b(?:hc\s*(?:paper\s*)?681|hl\s*(?:paper\s*)?160)\b[\s,]*(?:\/|and|&)?/g;
const BRACKETS = /\[\s*(\d{1,3})\s*\]\s*(?:-|to)\s*\[\s*(\d{1,3})\s*\]/g;
const BRACKET = /\[\s*(\d{1,3})\s*\]/g;
const ORAL = /(?<![\p{L}\p{N}])q(?:uestion|n)?s?\.?\s?(\d{1,3})\b/gu;
const WRITTEN = /\b(truk|muo)[\s-]?(\d{3,4})\b/g;
const NOTES = new RegExp(String.raw`(?<![\p{L}\p{N}])${LABEL_NOTE}${MARK}(${listOf(LABEL_NOTE)})(?![\d%])`, 'gu');
const PARAS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:第|${LABEL_PARA}|${LABEL_FINDING}${PLACED})${MARK}(${LIST})\s*段?(?![\d%]|[a-z]\b)`,
  'gu',
);
const ORDERED =
  /(?<![\p{L}\p{N}.])(\d{1,3})(?:\.|st|nd|rd|th|-?[ийя]{1,2})?\s*(?:paragraf|paragraph|para\b|параграф|пункт|абзац|段)[\p{L}]*/gu;
const AFTER_PAPER = new RegExp(String.raw`\bat\s*(?:\[)?(${LIST})`, 'gu');
/** "Article 3" alone is an article of a constitution or a convention, not a paragraph of the EIN article. */
const ARTICLE = new RegExp(
  String.raw`\b(?:ein(?:\s+article)?\s*(?:${LABEL_PARA})?|article\s*${LABEL_PARA})${MARK}([1-9])(?!\d|[a-z]\b)`,
  'gu',
);
const BARE = new RegExp(String.raw`(?<![\p{L}\p{N}.,'£$€-])(${LIST})(?![\p{L}\d%])`, 'gu');

/** Stands where a reference was taken out; a control character, which questions are rid of before. */
const TAKEN = '\u0001';

/**
 * Reads the references out of a text. A bare number counts only if `bare` allows it (the caller has seen that
 * nothing else was asked) and only inside what is held, since "1 million" is no paragraph.
 */
export function readReferences(text: string, held: Holdings, bare = false): ReadReferences {
  const found: { ref: Reference; name: string; place: number }[] = [];
  let place = 0;
  const add = (ref: Reference, name: string) => found.push({ ref, name, place });
  let rest = fold(text.normalize('NFKC')).replace(/[\u2010-\u2015\u2212]/g, '-');
  // What is taken leaves as many spaces, so that places stay true and the order asked can be kept.
  const take = (pattern: RegExp, read: (...groups: string[]) => void) => {
    rest = rest.replace(pattern, (all: string, ...groups: unknown[]) => {
      place = groups.find((g): g is number => typeof g === 'number') ?? 0;
      read(
        ...groups
          .slice(
            0,
            groups.findIndex((g) => typeof g === 'number'),
          )
          .filter((g): g is string => typeof g === 'string'),
      );
      return ' '.repeat(all.length);
    });
  };
  const report = held.report;
  const numbers = (list: string, kind: 'para' | 'note') => {
    for (const n of expand(list, held)) {
      if (kind === 'note') add(`${report}/n${n}`, `note ${n}`);
      else add(`${report}/${n}`, n.includes('.') ? `sentence ${n}` : `para ${n}`);
    }
  };
  const evidence = (token: string) => {
    const citing = held.evidence.get(token) ?? [];
    if (citing.length === 0) add(token, token);
    for (const ref of citing) add(ref, token);
  };

  const isParagraph = (number: string) => held.has(`${report}/${number}`);

  take(held.direct, (ref = '') => add(ref, ref));
  const papers = rest;
  take(PAPERS, () => undefined);
  if (papers !== rest) take(AFTER_PAPER, (list = '') => numbers(list, 'para'));
  // A judge's "at [76]-[78]" names paragraphs, the report's own marks are notes: no number is both.
  take(BRACKETS, (from = '', to = '') => numbers(`${from}-${to}`, isParagraph(from) ? 'para' : 'note'));
  take(BRACKET, (number = '') => numbers(number, isParagraph(number) ? 'para' : 'note'));
  take(WRITTEN, (kind = '', number = '') => evidence(`${kind.toUpperCase()}${number.padStart(4, '0')}`));
  take(ARTICLE, (number = '') => add(`ein/${number}`, `ein/${number}`));
  take(NOTES, (list = '') => numbers(list, 'note'));
  take(PARAS, (list = '') => numbers(list, 'para'));
  take(ORDERED, (number = '') => numbers(number, 'para'));
  take(ORAL, (number = '') => evidence(`Q${Number(number)}`));
  if (bare) {
    // What was taken parts the numbers around it; as white space it could be read in more ways than there is time for.
    rest = rest.replace(/\s{3,}/g, (blank) => ` ${TAKEN.repeat(blank.length - 2)} `);
    take(BARE, (list = '') => {
      const all = expand(list, held);
      if (all.every((n) => held.has(`${report}/${n}`))) numbers(list, 'para');
      else if (all.every((n) => held.has(`${report}/n${n}`))) numbers(list, 'note');
      else if (all.every((n) => /^\d{2,3}$/.test(n))) for (const n of all) add(`${report}/${n}`, n);
    });
  }
  found.sort((a, b) => a.place - b.place);
  const unique = (list: string[]) => [...new Set(list)];
  return {
    refs: unique(found.filter((f) => held.has(f.ref)).map((f) => f.ref)),
    missing: unique(found.filter((f) => !held.has(f.ref)).map((f) => f.name)),
    rest: rest.replaceAll(TAKEN, ' ').replace(/\s+/g, ' ').trim(),
  };
}

/** `71-73, 79` as 71, 72, 73, 79; a range wider than what is held is cut to its ends. */
function expand(list: string, held: Holdings): string[] {
  const out: string[] = [];
  let previous: number | null = null;
  for (const [, joint = '', number = ''] of list.matchAll(
    new RegExp(`(^|(?:${RANGE}|${JOIN})[^\\d]*)(${NUMBER})`, 'gu'),
  )) {
    const value = Number(number);
    const ranged = previous !== null && joint !== '' && new RegExp(`^${RANGE}[^\\d]*$`, 'u').test(joint);
    if (ranged && previous !== null && Number.isInteger(value)) {
      const end = completeEnd(previous, value);
      if (end > previous && end - previous <= held.widest)
        for (let n = previous + 1; n <= end; n++) out.push(String(n));
      else if (end < previous && previous - end <= held.widest) {
        // A range written backwards is shown in the order of the text.
        out.pop();
        for (let n = end; n <= previous; n++) out.push(String(n));
      } else out.push(String(value));
      previous = end;
    } else {
      out.push(number);
      previous = Number.isInteger(value) ? value : null;
    }
  }
  return out;
}

/** `126-8` means 126-128. */
function completeEnd(from: number, to: number): number {
  if (to > from) return to;
  const whole = Number(String(from).slice(0, -String(to).length) + String(to));
  return whole > from ? whole : to;
}
