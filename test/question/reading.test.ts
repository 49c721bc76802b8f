import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS, type Desk } from '../../src/index.ts';
import { clausesOf } from '../../src/question/clauses.ts';
import { commandOf } from '../../src/question/command.ts';
import { languageOf } from '../../src/question/language.ts';
import { LONGEST, quiet } from '../../src/question/noise.ts';
import { plainMarks, quotationsOf } from '../../src/question/quotation.ts';
import { namedBy, read } from '../../src/question/read.ts';
import { buildSpeller } from '../../src/question/spelling.ts';
import { fold, wordsOf } from '../../src/question/words.ts';
import { theDesk } from '../the-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await theDesk();
});
const reading = (text: string) => read(text, desk.held, desk.vocabulary, desk.speller);

describe('noise', () => {
  it.each([
    ['<@U123ABC> what is a red notice', 'what is a red notice'],
    ['<@!1234> hi', 'hi'],
    ['<!channel> para 72', 'para 72'],
    ['@everyone @bot saudi?', 'saudi?'],
    ['<:sob:12345> why', 'why'],
    [':pray: para 72 :pray:', 'para 72'],
    ['> quoted line\nwhat is this', 'quoted line\nwhat is this'],
    ['```para 72```', 'para 72'],
    ['see https://example.org/a?b=c para 72', 'see   para 72'],
    ['Fish &amp; chips', 'Fish & chips'],
    ['para\u0000 72', 'para  72'],
  ])('%j', (typed, text) => {
    expect(quiet(typed)).toBe(text);
  });

  it('is taken off any text at all, leaving well-formed text no longer than the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 9000 }), (text) => {
        const out = quiet(text);
        expect(out.length).toBeLessThanOrEqual(LONGEST);
        expect(out.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('words', () => {
  it('fold what differs only by keyboard', () => {
    expect(fold('KIRMIZI Bülten')).toBe(fold('kirmizi bulten'));
    expect(fold('يك')).toBe(fold('یک'));
    expect(fold('٧٤')).toBe('74');
    expect(fold('naïve’s')).toBe("naive's");
  });

  it('stem English, part Chinese into pairs and drop possessives', () => {
    expect(wordsOf("INTERPOL's Notices").map((w) => w.stem)).toEqual(['interpol', 'notic']);
    expect(wordsOf('红色通报').map((w) => w.folded)).toEqual(['红色', '色通', '通报']);
    expect(wordsOf("don't").map((w) => w.folded)).toEqual(['dont']);
  });
});

describe('terms', () => {
  it.each([
    ['RN vs diffusion', ['red-notice', 'diffusion']],
    ['im busy rn', []],
    ['what did Ankara do', ['turkey']],
    ['kırmızı bülteni nedir', ['red-notice']],
    ['красного уведомления', ['red-notice']],
    ['اعلان قرمز', ['red-notice']],
    ['والنشرة الحمراء', ['red-notice']],
    ['红色通报 beijing', ['red-notice', 'china']],
    ['notificación roja', ['red-notice']],
    ['notice rouge', ['red-notice']],
    ['JSR report', ['joint-committee-on-human-rights']],
    ['the five eyes', ['five-eyes']],
    ['Stolen and Lost Travel Documents', ['stolen-and-lost-travel-documents-database']],
    ['US and us', ['united-states']],
  ])('%s', (text, ids) => {
    expect([...reading(text).terms].sort()).toEqual([...ids].sort());
  });

  it('are named alone or not at all by a command', () => {
    expect(namedBy('Rhys Davies', desk.vocabulary)).toBe('rhys-davies');
    expect(namedBy('called it the sniper rifle', desk.vocabulary)).toBeNull();
  });
});

describe('spelling', () => {
  const speller = buildSpeller(
    new Map([
      ['notice', 50],
      ['recommend', 20],
      ['committee', 30],
      ['visas', 9],
      ['rare', 1],
    ]),
  );
  const mended = (text: string) =>
    speller
      .mend(wordsOf(text))
      .words.map((w) => w.folded)
      .join(' ');

  it('mends letters dropped, doubled and swapped', () => {
    expect(mended('ntoice recomend comittee')).toBe('notice recommend committee');
  });

  it('leaves short words, other scripts and far-off words alone', () => {
    expect(mended('rn заметка zebra')).toBe('rn заметка zebra');
  });

  it('does not mend into a word it hardly knows', () => {
    expect(mended('rarre')).toBe('rarre');
  });
});

describe('quotations', () => {
  it.each([
    ['who said "the ship is being steered"', ['the ship is being steered']],
    ['“sniper rifle” and «снайпер»', ['sniper rifle', 'снайпер']],
    ["the 'clear procedures' statement", ['clear procedures']],
    ["INTERPOL's rules and the Committee's view", []],
  ])('%s', (text, found) => {
    expect(quotationsOf(text)).toEqual(found);
  });

  it('compare alike whatever the typewriter', () => {
    expect(plainMarks('“a” ‘b’ c–d…')).toBe(plainMarks('"a" \'b\' c-d...'));
  });
});

describe('language', () => {
  it.each([
    ['what is a red notice', 'en'],
    ['kırmızı bülten nedir ve ne demek', 'tr'],
    ['что такое красное уведомление', 'ru'],
    ['що таке червоне повідомлення', 'uk'],
    ['什么是红色通报', 'zh'],
    ['ما هي النشرة الحمراء', 'ar'],
    ['اعلان قرمز چیست', 'fa'],
    ['qué es la notificación roja de interpol', 'es'],
    ["qu'est-ce que la notice rouge dans le rapport", 'fr'],
    ['', 'en'],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('clauses', () => {
  it('part a question that asks several things', () => {
    expect(clausesOf('china tactics vs turkey tactics, plus which other states got accused')).toHaveLength(3);
    expect(clausesOf('1) what did the govt claim 2) what did ben keith say back')).toEqual([
      'what did the govt claim',
      'what did ben keith say back',
    ]);
  });

  it.each([
    'Что заключил комитет и как ответил Интерпол?',
    'Що каже комітет і хто це сказав',
    'rapor ne diyor ve bunu kim söyledi',
    '¿Qué dice el informe y cuánto tarda la comisión?',
    'Que dit le rapport et combien de temps cela prend ?',
    'گزارش چه می‌گوید و چه کسی گفته است',
    'ماذا يقول التقرير وكم تستغرق اللجنة؟',
    '红色通报是什么，谁来审查？',
    "what is a red notice based on, and isn't interpol banned from politics?",
  ])('part "%s" at its second question word', (text) => {
    expect(clausesOf(text)).toHaveLength(2);
  });

  it.each(['does anybody warn the person', 'is it the Home Office or the police', 'Россия и Турция в докладе'])(
    'leave "%s" whole',
    (text) => expect(clausesOf(text)).toEqual([]),
  );

  it('take no time over a text of commas', () => {
    expect(clausesOf(`x ${','.repeat(50_000)} y`)).toEqual([]);
  });
});

describe('commands', () => {
  it('are listed once, each with one line of help that fits a menu', () => {
    expect(new Set(COMMANDS.map((c) => c.name)).size).toBe(COMMANDS.length);
    for (const c of COMMANDS) expect(c.help.length).toBeLessThanOrEqual(100);
  });

  it.each(COMMANDS.map((c) => [c.example, c.name] as const))('%s is read as it stands in the help', (example, name) => {
    expect(commandOf(example)?.name).toBe(name);
  });

  it.each([
    'who called it the sniper rifle',
    'about how many were refused?',
    'check whether china is named',
    'country notes are outdated?',
    'help me win my case',
    'compare the two definitions',
  ])('%s is a question', (text) => {
    expect(reading(text).command).toBeNull();
  });

  it('chosen with a slash are commands whatever follows', () => {
    expect(reading('/rednotice who called it the sniper rifle').command?.name).toBe('who');
  });
});

describe('reading', () => {
  it('never throws and keeps to the limit, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (text) => {
        expect(reading(text).text.length).toBeLessThanOrEqual(LONGEST);
      }),
      { numRuns: 300 },
    );
  });
});
