import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/knowledge/check-source.ts';
import { type Fault, reporterFor } from '../../src/knowledge/fault.ts';
import { readSource } from '../../src/knowledge/read-source.ts';
import { knowledgeDirectory, theKnowledge } from '../the-desk.ts';

const folder = join(knowledgeDirectory, 'jchr-tnr');
const report = readFileSync(join(folder, 'report.md'), 'utf8');
const pinned = readFileSync(join(folder, 'source.txt'), 'utf8');

/** The faults of the report after a change to its file. */
function faultsAfter(change: (text: string) => string, original = pinned): Fault[] {
  const changed = change(report);
  const faults: Fault[] = [];
  const reporter = reporterFor('report.md', faults);
  const file = readSource(changed, reporter);
  if (file) checkSource(file, original, reporter);
  return faults;
}

const messages = (faults: Fault[]) => faults.map((f) => f.message);

describe('the report', () => {
  it('has no fault and no warning', () => {
    expect(faultsAfter((t) => t)).toEqual([]);
  });

  it('equals the pinned original, whose digest the head records', () => {
    const digest = createHash('sha256').update(pinned).digest('hex');
    expect(report).toContain(digest);
  });

  it('holds paragraphs 64 to 79 and notes 126 to 153 with their kinds', async () => {
    const knowledge = await theKnowledge();
    const own = knowledge.passages.filter((p) => p.source === 'jchr-tnr');
    expect(own.filter((p) => p.kind !== 'note').map((p) => Number(p.number))).toEqual(
      [...Array(16).keys()].map((i) => 64 + i),
    );
    expect(own.filter((p) => p.kind === 'note').map((p) => Number(p.number))).toEqual(
      [...Array(28).keys()].map((i) => 126 + i),
    );
    const ofKind = (kind: string) => own.filter((p) => p.kind === kind).map((p) => p.number);
    expect(ofKind('conclusion')).toEqual(['71', '73', '78']);
    expect(ofKind('recommendation')).toEqual(['72', '74', '75', '79']);
  });

  it('keeps the slips of the text', async () => {
    const text = (await theKnowledge()).passages.map((p) => p.sentences.map((s) => s.text).join(' ')).join('\n');
    expect(text).toContain(`"the ship is being steered by others', with`);
    expect(text).toContain('time to properly to challenge it');
    expect(text).toContain("Interpol's Stolen and Lost Travel Documents database");
    expect(text).toContain('regarding to transnational repression');
  });

  it('links recommendations to the conclusions they follow', async () => {
    const knowledge = await theKnowledge();
    const follows = Object.fromEntries(
      knowledge.passages.filter((p) => p.follows.length).map((p) => [p.number, p.follows]),
    );
    expect(follows).toEqual({
      72: ['jchr-tnr/71'],
      74: ['jchr-tnr/73'],
      75: ['jchr-tnr/73'],
      79: ['jchr-tnr/78'],
    });
  });
});

describe('the voices of the report', () => {
  const voicesOf = async (ref: string) => {
    const sentence = (await theKnowledge()).passages.flatMap((p) => p.sentences).find((s) => s.ref === ref);
    return sentence?.runs.map((r) => `${r.voice.kind}: ${r.voice.name}`);
  };

  it.each([
    ['jchr-tnr/64.4', ['evidence: nobody is named']],
    ['jchr-tnr/64.6', ['committee: Joint Committee on Human Rights']],
    ['jchr-tnr/65.5', ['witness: Rhys Davies']],
    ['jchr-tnr/66.1', ['committee: Joint Committee on Human Rights']],
    ['jchr-tnr/66.2', ['evidence: nobody is named']],
    ['jchr-tnr/66.3', ['evidence: nobody is named']],
    ['jchr-tnr/66.4', ['evidence: nobody is named']],
    ['jchr-tnr/67.5', ['government: a Home Office official']],
    ['jchr-tnr/67.6', ['witness: Rhys Davies']],
    ['jchr-tnr/68.2', ['committee: Joint Committee on Human Rights', 'interpol: INTERPOL']],
    ['jchr-tnr/68.4', ['evidence: nobody is named']],
    ['jchr-tnr/69.3', ['committee: Joint Committee on Human Rights', 'evidence: nobody is named']],
    ['jchr-tnr/70.1', ['witness: Ben Keith, Rhys Davies']],
    ['jchr-tnr/70.2', ['committee: Joint Committee on Human Rights', 'evidence: nobody is named']],
    ['jchr-tnr/70.3', ['witness: Rhys Davies']],
    ['jchr-tnr/76.4', ['government: the Government']],
    ['jchr-tnr/77.1', ['evidence: nobody is named']],
    ['jchr-tnr/77.6', ['witness: Ben Keith']],
    ['jchr-tnr/77.8', ['evidence: nobody is named']],
    ['jchr-tnr/n138.1', ['evidence: nobody is named']],
  ])('%s speaks as it should', async (ref, voices) => {
    expect(await voicesOf(ref)).toEqual(voices);
  });

  it('never let a conclusion name a country', async () => {
    const knowledge = await theKnowledge();
    const findings = knowledge.passages
      .filter((p) => p.kind === 'conclusion')
      .flatMap((p) => p.sentences.map((s) => s.text));
    for (const country of ['China', 'Russia', 'Turkey', 'Bahrain']) expect(findings.join(' ')).not.toContain(country);
  });

  it('never give a question number to a speaker: note 144 names nobody', async () => {
    const speakers = (await theKnowledge()).passages
      .filter((p) => p.kind === 'note')
      .flatMap((p) => p.sentences.flatMap((s) => s.runs.map((r) => r.voice.kind)));
    expect(new Set(speakers)).toEqual(new Set(['committee', 'evidence']));
  });
});

describe('a fault in the report', () => {
  it.each([
    [
      'a changed word',
      (t: string) => t.replace('deeply concerned', 'gravely concerned'),
      /differs from the pinned original/,
    ],
    [
      'a changed quotation mark',
      (t: string) => t.replace("by others', with", 'by others", with'),
      /differs from the pinned original/,
    ],
    [
      'a lost sentence',
      (t: string) => t.replace(/^States also often.*\n/m, ''),
      /differs from the pinned original|never cited/,
    ],
    [
      'a number out of turn',
      (t: string) => t.replace('## 66\n', '## 67\n'),
      /stands twice|stands where paragraph 66 is due/,
    ],
    [
      'a kind the report does not print',
      (t: string) => t.replace('## 70\n', '## 70 CONCLUSION\n'),
      /differs from the pinned original|own voice/,
    ],
    [
      'a note nobody defined',
      (t: string) => t.replace('safety. [^128]', 'safety. [^999]'),
      /\[\^999\] has no definition/,
    ],
    ['a note cited twice', (t: string) => t.replace('tools. [^129]', 'tools. [^128]'), /note 128 is cited twice/],
    ['a note never cited', (t: string) => t.replace(' [^129]', ''), /note 129 is never cited/],
    [
      'a voice not on the list',
      (t: string) => t.replace('`evidence` We heard Red', '`expert` We heard Red'),
      /`expert` is not a voice/,
    ],
    [
      'a witness the paragraph never names',
      (t: string) => t.replace('`evidence` China was said', '`witness: Jane Roe` China was said'),
      /Jane Roe is named neither/,
    ],
    [
      'a witness in a conclusion',
      (t: string) => t.replace('We are deeply', '`evidence` We are deeply'),
      /Committee's own voice/,
    ],
    [
      'a link from evidence',
      (t: string) => t.replace('## 70\n', '## 70\n\n`follows: 71`\n'),
      /runs from a recommendation to a conclusion/,
    ],
    ['bold text', (t: string) => t.replace('deeply concerned', '**deeply** concerned'), /bold text is not allowed/],
    ['a list', (t: string) => t.replace('## 78 CONCLUSION\n', '## 78 CONCLUSION\n\n- item\n'), /a list is not allowed/],
    [
      'an entity',
      (t: string) => t.replace('Notices & Diffusions', 'Notices &amp; Diffusions'),
      /write the character itself/,
    ],
    ['a heading of another shape', (t: string) => t.replace('## 78 CONCLUSION', '## Para 78'), /write a paragraph as/],
    ['a wrong digest', (t: string) => t.replace(/sha256: ..../, 'sha256: ffff'), /SHA-256/],
    ['an unknown key', (t: string) => t.replace('kind: report', 'kind: report\nauthour: x'), /authour: is not a key/],
    ['a bad range', (t: string) => t.replace('paragraphs: 64-79', 'paragraphs: all'), /write a range such as/],
    ['a range too wide', (t: string) => t.replace('paragraphs: 64-79', 'paragraphs: 64-80'), /the file has 16/],
    [
      'a pill with no words',
      (t: string) => t.replace('`evidence` We heard Red Notices likened', '`evidence`\nWe heard Red Notices likened'),
      /must have words after it/,
    ],
  ])('%s is reported where it stands', (_what, change, message) => {
    const faults = faultsAfter(change).filter((f) => f.level === 'fault');
    expect(messages(faults).join('\n')).toMatch(message);
    for (const fault of faults) expect(fault.line).toBeGreaterThan(0);
  });

  it('does not hide the others: all are reported in one run', () => {
    const faults = faultsAfter((t) =>
      t
        .replace('deeply concerned', 'gravely concerned')
        .replace('`evidence` We heard Red', '`expert` We heard Red')
        .replace(' [^129]', ''),
    );
    expect(messages(faults).join('\n')).toMatch(/never cited/);
    expect(messages(faults).join('\n')).toMatch(/not a voice/);
    expect(messages(faults).join('\n')).toMatch(/differs/);
  });

  it('gives a warning for reported speech that carries no pill', () => {
    const faults = faultsAfter((t) => t.replace('`evidence` However, witnesses argued', 'However, witnesses argued'));
    expect(faults.map((f) => f.level)).toEqual(['warning']);
    expect(faults[0]?.message).toMatch(/write a pill/);
  });

  it('names the line of the change', () => {
    const line = report.split('\n').findIndex((l) => l.includes('deeply concerned')) + 1;
    const [fault] = faultsAfter((t) => t.replace('deeply concerned', 'gravely concerned'));
    expect(fault?.line).toBe(line);
  });
});
