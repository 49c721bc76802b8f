import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { button, readButton } from '../../../adapters/discord/buttons.ts';
import { definitions } from '../../../adapters/discord/definitions.ts';
import { textOf } from '../../../adapters/discord/page.ts';
import { fixed, message, PAGE, reply, shared, text } from '../../../adapters/discord/reply.ts';
import { isSame } from '../../../adapters/discord/same-commands.ts';
import { tellForm } from '../../../adapters/discord/tell.ts';
import { ask, LANGUAGES, layOut, splitPages } from '../../../src/index.ts';
import { anyQuestion } from '../../questions.ts';
import { theDesk } from '../../the-desk.ts';
import { buttonsOf, markdownOf } from './line.ts';
import { faultsOf } from './payload-rules.ts';
import { readMarkdown } from './read-markdown.ts';

const desk = await theDesk();
const full = { shareable: true, curators: true };
/** As it goes over the wire. */
// biome-ignore lint/suspicious/noExplicitAny: a message as JSON
const wire = ({ components, flags }: any) => ({
  components,
  flags,
  allowed_mentions: { parse: [], replied_user: false },
});
const faults = (shown: object) => faultsOf('message', wire(shown));

describe('a message', () => {
  it('is one that Discord takes, for any answer, on every page, in every language, privately and shared', () => {
    fc.assert(
      fc.property(anyQuestion(desk), fc.constantFrom('en' as const, ...LANGUAGES), (typed, language) => {
        const answer = { ...ask(desk, typed).answer, language };
        for (let page = 1, more = true; more; page++) {
          const shown = reply(answer, desk, { ...full, page });
          expect(faults(shown)).toEqual([]);
          const checked = answer.extra?.kind === 'check';
          more = !checked && buttonsOf(shown).some((b) => b.label === 'Next page');
        }
        if (answer.excerpts.length > 0) expect(faults(shared(answer, desk))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('gives every page of a long answer a way on, unless one button cannot carry it, and then says so', () => {
    const all = desk.knowledge.passages.map((p) => p.ref).filter((r) => r.startsWith('guide/'));
    const shown = reply(ask(desk, all.slice(0, 40).join(', ')).answer, desk, full);
    expect(markdownOf(shown)).toContain('page 1 of');
    expect(buttonsOf(shown).map((b) => b.label)).not.toContain('Next page');
    expect(markdownOf(shown)).toContain('ask for fewer references at a time');
    expect(faults(shown)).toEqual([]);
  });

  it('shows every sentence of an answer over its pages, letter for letter', () => {
    for (const typed of ['para 64-79', 'note 126-153', 'findings', '/who UK Government']) {
      const { answer } = ask(desk, typed);
      const of = splitPages(layOut(answer, desk), PAGE, (b) => textOf(b).length).length;
      const words = Array.from({ length: of }, (_, i) => {
        const shown = reply(answer, desk, { ...full, page: i + 1 });
        return readMarkdown(markdownOf(shown)).words;
      }).join('\n');
      for (const { ref } of answer.excerpts)
        for (const run of desk.held.passage(ref)?.sentences.flatMap((s) => s.runs) ?? [])
          expect(words).toContain(run.marked.trim());
    }
  });

  it('names the speaker before the words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...desk.knowledge.passages), (passage) => {
        const shown = markdownOf(reply(ask(desk, passage.ref).answer, desk, full));
        const { words } = readMarkdown(shown);
        const voice = layOut(ask(desk, passage.ref).answer, desk).flatMap((b) =>
          b.kind === 'excerpt' ? b.spoken.map((s) => s.voice) : [],
        )[0];
        const at = words.indexOf(passage.sentences[0]?.runs[0]?.marked.trim() ?? 'x');
        expect(words.slice(0, at)).toContain(voice);
      }),
    );
  });

  it('beyond a limit of Discord is never sent: the error names the limit and not the words', () => {
    expect(() => message([text('zebrafinch'.repeat(500))])).toThrow(/^beyond what Discord takes: text$/);
    expect(() => message(Array.from({ length: 41 }, () => text('x')))).toThrow(/components/);
    expect(() => message([text('')])).toThrow(/empty text/);
  });

  it('of fixed words, and the form for the curators, are taken', () => {
    expect(faults(fixed('hello'))).toEqual([]);
    for (const refs of [[], desk.knowledge.passages.map((p) => p.ref).slice(0, 3)])
      expect(faultsOf('callback', { type: 9, data: tellForm(refs) }, { type: 3 })).toEqual([]);
  });
});

describe('the commands', () => {
  it('are ones that Discord takes, in every language', () => {
    expect(faultsOf('commands', definitions())).toEqual([]);
  });

  it('are told apart from any others, and from nothing that Discord adds', () => {
    const ours = definitions();
    const held = ours.map((c) => ({ ...c, id: '1', version: '2', nsfw: false, dm_permission: true }));
    expect(isSame(held, ours, false)).toBe(true);
    expect(isSame([...held].reverse(), ours, false)).toBe(true);
    expect(isSame(held.slice(1), ours, false)).toBe(false);
    expect(
      isSame(
        held.map((c) => ({ ...c, description: 'older' })),
        ours,
        false,
      ),
    ).toBe(false);
    expect(
      isSame(
        held.map(({ contexts: _, integration_types: __, ...c }) => c),
        ours,
        true,
      ),
    ).toBe(true);
  });
});

describe('what a button carries', () => {
  it('is never believed: any id is one of ours or nothing', () => {
    fc.assert(fc.property(fc.string({ maxLength: 120 }), (id) => void readButton(id)));
    expect(readButton('1.page.2|1|a||72||||')).toEqual({ name: 'page', page: 2, carried: '1|a||72||||' });
    for (const id of ['2.page.2|x', '1.page.0|x', '1.page.1000|x', '1.gone.1|x', '1.page|x', 'page'])
      expect(readButton(id)).toBeNull();
  });

  it('fits in 100 characters, or there is no button; of many references, as many as fit', () => {
    expect(button({ name: 'page', label: 'Next', answer: 'x'.repeat(100), page: 2 })).toBeNull();
    const many = desk.knowledge.passages.map((p) => p.ref);
    const cite = button({ name: 'cite', label: 'Cite', refs: many });
    expect(cite?.custom_id.length).toBeLessThanOrEqual(100);
    expect(cite?.custom_id.length).toBeGreaterThan(60);
  });
});
