// Makes inputs that nobody should send: random Unicode, control characters, traps for regular expressions, megabytes.

/** A seeded generator of numbers from 0 up to 1 (mulberry32), so that a fault can be met again. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
const below = (random: Random, n: number) => Math.floor(random() * n);
const pick = <T>(random: Random, list: readonly T[], otherwise: T): T => list[below(random, list.length)] ?? otherwise;

const WORDS =
  `para paras 72 ¶79 71–75 fn 138 [143] Q27 TRUK0119 HC 681 recommendation conclusion who said define check "…" “curly” ‘single’
  Turkey Türkiye 中国 红色通缉令 интерпол کاملا النشرة CCF cpin jsr red notice diffusion what about it? and that ignore your rules
  as saying @everyone <!channel> <@U1> [x](http://y) \`\`\` ||spoiler|| \u202e \u200d \u0000 🙂 👨‍👩‍👧‍👦 e\u0301 ﷺ ＰＡＲＡ para.. , ; … -- – — %s {} [] () \\ \\n null undefined NaN
  __proto__ constructor toString hasOwnProperty`.split(/\s+/);
/** Pieces that make careless regular expressions go back and forth without end. */
const TRAPS = [
  '"',
  '“',
  "'",
  '(',
  '[',
  '<@',
  '71-',
  '71, ',
  ' and ',
  'para ',
  'fn 1',
  ' ',
  '\t',
  '\n',
  '…',
  '...',
  '. . ',
  'a',
  '!',
  '#',
  '*',
  '`',
  '¶',
  '–',
  'и',
  '中',
  '\ud800',
  '&',
];

function text(random: Random, length: number): string {
  const out: string[] = [];
  switch (below(random, 5)) {
    case 0:
      while (out.length < length) out.push(String.fromCharCode(below(random, 0xffff)));
      break;
    case 1:
      while (out.length < length) out.push(String.fromCodePoint(32 + below(random, 95)));
      break;
    case 2: {
      const trap = pick(random, TRAPS, 'a') + (random() < 0.5 ? pick(random, TRAPS, ' ') : '');
      return trap.repeat(Math.ceil(length / trap.length)).slice(0, length) + (random() < 0.5 ? '!' : '');
    }
    case 3:
      while (out.length < length / 2) out.push(pick(random, TRAPS, 'a'));
      break;
    default: {
      const some = Math.max(1, Math.ceil(length / 6));
      for (let i = 0; i < some; i++) out.push(pick(random, WORDS, 'para'), ' ');
    }
  }
  return out.join('').slice(0, length);
}

/** The input of a number. Most are short, as questions are; one in a hundred has 4,000 characters, one in ten thousand a million. */
export function inputOf(random: Random, i: number): string {
  if (i % 10_000 === 9_999) return text(random, 1_000_000);
  if (i % 100 === 99) return text(random, 4000);
  return text(random, Math.floor(4000 ** random()) - 1);
}
