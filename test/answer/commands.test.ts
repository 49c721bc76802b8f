import { describe, expect, it } from 'vitest';
import { ask, type Desk, layOut, plainBlocks } from '../../src/index.ts';
import { answerTo, refsFor, theDesk } from '../the-desk.ts';

const shown = async (text: string) => {
  const desk: Desk = await theDesk();
  return plainBlocks(layOut(ask(desk, text).answer, desk));
};

describe('commands', () => {
  it('para and note look up', async () => {
    expect(await refsFor('/rednotice para 71-72')).toEqual(['jchr-tnr/71', 'jchr-tnr/72']);
    expect(await refsFor('/rednotice note 144')).toEqual(['jchr-tnr/n144']);
  });

  it('findings shows each conclusion with its recommendations', async () => {
    expect(await refsFor('findings')).toEqual([71, 72, 73, 74, 75, 78, 79].map((n) => `jchr-tnr/${n}`));
  });

  it('who shows everything a person is cited for, notes included', async () => {
    expect(await refsFor('who Rhys Davies')).toEqual(['jchr-tnr/65', 'jchr-tnr/69', 'jchr-tnr/70', 'jchr-tnr/67']);
    expect(await refsFor('who Browder')).toEqual(['jchr-tnr/n134', 'jchr-tnr/n135', 'jchr-tnr/n138']);
  });

  it('who of somebody no source names says so', async () => {
    const answer = await answerTo('/who Jane Roe');
    expect(answer.outcome).toBe('not_found');
    expect(answer.message).toMatch(/^Not named/);
  });

  it('country answers by capital and by adjective', async () => {
    for (const name of ['Turkey', 'Ankara', 'turkish'])
      expect((await refsFor(`country ${name}`))[0], name).toBe('jchr-tnr/66');
  });

  it('define finds a term in any language held', async () => {
    expect(await refsFor('define NCB')).toEqual(['jchr-tnr/n127', 'guide/const-ncb']);
    expect(await refsFor('define 红色通报')).toEqual(['jchr-tnr/n130', 'jchr-tnr/n126']);
    expect(await shown('define CCF')).toContain('ru: ');
  });

  it('cite gives OSCOLA and plain', async () => {
    const text = await shown('cite 72');
    expect(text).toContain(
      'OSCOLA: Joint Committee on Human Rights, Transnational repression in the UK (2024–25, HL 160, HC 681) para 72',
    );
    expect(text).toContain(
      'Plain: JCHR, Transnational repression in the UK, Seventh Report of Session 2024–25, HC 681 / HL Paper 160, para 72',
    );
    expect(await shown('cite fn 138')).toContain('para 66, n 138');
  });

  it('trail leads from a recommendation to its conclusion and evidence, and says that the links are editorial', async () => {
    const text = await shown('trail 74');
    expect(text).toMatch(/Conclusion\n {2}73: /);
    expect(text).toMatch(/Evidence\n {2}64: /);
    expect(text).toContain('The report does not state them.');
  });

  it('compare sets the Government beside the witnesses and the Committee, each cell cited', async () => {
    const text = await shown('compare visas');
    const order = [
      '\nParagraph 76',
      'Witness, not a finding: Ben Keith',
      'Committee conclusion:',
      'Committee recommendation:',
    ].map((s) => text.indexOf(s));
    expect(order.every((at, i) => at >= 0 && (i === 0 || at > (order[i - 1] ?? 0)))).toBe(true);
    expect(text.match(/para 7[6-9]/g)?.length).toBeGreaterThan(4);
  });

  it('compare without a topic lists the topics', async () => {
    expect(await shown('compare')).toContain('compare visas');
  });

  it('about says what is held, how current, and under which licence', async () => {
    const text = await shown('about');
    expect(text).toContain('Contains Parliamentary information licensed under the Open Parliament Licence v3.0.');
    expect(text).toContain('2025-07-30');
  });

  it('cite, after an answer, cites what was shown', async () => {
    const desk = await theDesk();
    for (const said of ['cite it', 'cite this please', '/cite']) {
      const { conversation } = ask(desk, 'para 71');
      expect(ask(desk, said, conversation).answer.extra).toEqual({ kind: 'citations', refs: ['jchr-tnr/71'] });
    }
  });

  it('country UK shows where the Government is spoken of', async () => {
    expect(await refsFor('country UK')).toEqual(expect.arrayContaining(['jchr-tnr/70', 'jchr-tnr/77']));
  });

  it('privacy and help answer in fixed words', async () => {
    expect(await shown('privacy')).toContain(
      'No question text is kept or logged, and no name or number of whoever asks.',
    );
    expect(await shown('help')).toContain('check "the ship is being steered by others"');
  });

  it('with an argument that fits nothing say what is held', async () => {
    expect((await answerTo('/rednotice para twelve')).outcome).toBe('not_found');
    expect((await answerTo('/rednotice compare bananas')).outcome).toBe('not_found');
    expect((await answerTo('/rednotice define flux capacitor')).outcome).toBe('not_found');
  });
});
