import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Desk, layOut, plainBlocks } from '../../src/index.ts';
import { voiceLabel } from '../../src/page/labels.ts';
import { theDesk } from '../the-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await theDesk();
});
const text = (question: string) => plainBlocks(layOut(ask(desk, question).answer, desk));

describe('a page', () => {
  it('names the speaker before every stretch of words', () => {
    const lines = text('para 67').split('\n');
    const official = lines.findIndex((l) => l.includes('an effective way of helping'));
    expect(lines[official - 1]).toBe('Government: a Home Office official:');
    const share = lines.findIndex((l) => l.includes('around 6%'));
    expect(lines[share - 1]).toBe('Witness, not a finding: Rhys Davies:');
  });

  it('keeps the voice of a list of accused states in a footnote', () => {
    expect(text('para 66')).toContain(
      '[138] Evidence, nobody named, not a finding: The Committee also heard allegations of misuse by Algeria',
    );
  });

  it('resolves every note that a paragraph cites', () => {
    const page = text('para 64');
    for (let n = 126; n <= 134; n++) expect(page).toContain(`\n[${n}] `);
  });

  it('marks nearest passages as no answer before showing them', () => {
    const page = text('why did the Committee recommend that the UK leave INTERPOL?');
    expect(page.indexOf('They do NOT answer the question.')).toBeGreaterThan(-1);
    expect(page.indexOf('They do NOT answer the question.')).toBeLessThan(page.indexOf('Paragraph'));
  });

  it('puts where to turn first when there is danger', () => {
    const page = text('two men from the embassy follow me since yesterday, i am scared');
    expect(page.indexOf('Call 999')).toBeLessThan(400);
  });

  it('shows the licence under the words of the report, once, and not where none are shown', () => {
    expect(text('paras 71-75').match(/Open Parliament Licence/g)).toHaveLength(1);
    expect(text('best pizza in town?')).not.toContain('Open Parliament Licence');
  });

  it('calls editorial links the desk’s own', () => {
    expect(text('para 72')).toContain("Follows conclusion 71 (the desk's link)");
  });
});

describe('voice labels', () => {
  it('call a finding only what the Committee concludes or recommends', () => {
    const label = (kind: Parameters<typeof voiceLabel>[0]['kind'], passage: Parameters<typeof voiceLabel>[1]) =>
      voiceLabel({ kind, name: 'X' }, passage);
    expect(label('committee', 'conclusion')).toBe('Committee conclusion');
    expect(label('committee', 'evidence')).toContain('not a finding');
    expect(label('witness', 'evidence')).toContain('not a finding');
    expect(label('evidence', 'evidence')).toContain('not a finding');
    expect(label('commentary', 'commentary')).toContain('not the Committee');
  });
});
