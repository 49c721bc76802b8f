import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { button, readValue } from '../../../adapters/slack/buttons.ts';
import { fixed, reply, shared } from '../../../adapters/slack/reply.ts';
import { answerModal, browseForm, checkForm, homeView, tellForm, toldBlocks } from '../../../adapters/slack/views.ts';
import { ask, layOut, splitPages } from '../../../src/index.ts';
import { anyQuestion } from '../../questions.ts';
import { theDesk } from '../../the-desk.ts';
import { faultsOf, textOf, viewFaults } from './block-rules.ts';

const desk = await theDesk();
const REFS = desk.knowledge.passages.map((p) => p.ref);
const question = anyQuestion(desk);

describe('Slack blocks', () => {
  it('are valid for any answer, on every page, privately and shared', () => {
    fc.assert(
      fc.property(question, (typed) => {
        const { answer } = ask(desk, typed);
        const pages = splitPages(layOut(answer, desk), 2800).length;
        for (let page = 1; page <= Math.max(1, pages); page++) {
          const message = reply(answer, desk, { page, shareable: true, curators: true });
          expect(faultsOf(message.blocks)).toEqual([]);
          expect(message.text).not.toMatch(/https?:|[<>&]/);
          if (page < pages) expect(JSON.stringify(message.blocks)).toContain('Next page');
        }
        if (answer.excerpts.length > 0) expect(faultsOf(shared(answer, desk).blocks)).toEqual([]);
        expect(viewFaults(answerModal(answer, desk))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('show every sentence of the answer over the pages, letter for letter', () => {
    for (const typed of ['para 64-66', 'findings', 'note 126-140']) {
      const { answer } = ask(desk, typed);
      const of = splitPages(layOut(answer, desk), 2800).length;
      const whole = Array.from({ length: of }, (_, i) =>
        JSON.stringify(reply(answer, desk, { page: i + 1, shareable: true, curators: false }).blocks),
      ).join('');
      for (const { ref } of answer.excerpts)
        for (const s of desk.held.passage(ref)?.sentences ?? [])
          expect(whole).toContain(JSON.stringify(s.marked).slice(1, -1));
    }
  });

  it('let nothing that was typed be read as a mention, a link or markup', () => {
    const typed = 'check "<!channel> <@U1> *bold* <https://evil.example|click> & the ship is being steered by others"';
    const { blocks } = reply(ask(desk, typed).answer, desk, { shareable: true, curators: true });
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
    expect(JSON.stringify(blocks)).not.toContain('"url":"https://evil');
  });

  it('of the Home tab and the forms are valid', () => {
    const words = 'x'.repeat(9000);
    for (const view of [homeView(desk), checkForm(words), browseForm(desk), tellForm(REFS.slice(0, 3))])
      expect(viewFaults(view)).toEqual([]);
    expect(faultsOf(toldBlocks(words))).toEqual([]);
    expect(textOf(fixed('hello').blocks)).toBe(5);
  });
});

describe('what a button carries', () => {
  it('is never believed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (line) => void readValue(line)));
    expect(readValue('{"v":2,"r":["jchr-tnr/72"]}')).toBeNull();
  });

  it('fits, or there is no button', () => {
    expect(button('page', 'Next', { a: 'x'.repeat(3000) })).toBeNull();
  });
});
