import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, learnFrom, openDesk, readKnowledge } from '../../src/index.ts';
import { preview } from '../../src/page/preview.ts';
import { knowledgeDirectory } from '../the-desk.ts';

const example = readFileSync(join(knowledgeDirectory, 'README.md'), 'utf8').split('## Worked example: ')[1] ?? '';
/** The steps as a reader finds them: the first file named, and what is to be written. */
const steps = example
  .split(/^\*\*\d\. /m)
  .slice(1)
  .map((step) => ({
    title: step.slice(0, step.indexOf('.')),
    file: /`([\w/-]+\.md)`(?=[:.,][ \n]|[,:])/.exec(step.replaceAll('a file `article.md`', ''))?.[1] ?? '',
    words: /```md\n([\s\S]*?)```/.exec(step)?.[1] ?? '',
  }));

describe('the worked example of knowledge/README.md', () => {
  let copy = '';
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'desk-'));
    cpSync(knowledgeDirectory, copy, { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const read = (file: string) => readFileSync(join(copy, file), 'utf8');
  const faults = async () => (await readKnowledge(copy)).faults.filter((f) => f.level === 'fault');

  it('has five steps, each with a file and words to write', () => {
    expect(steps.map((s) => [s.title, s.file])).toEqual([
      ['The source', 'journal/article.md'],
      ['The fact', 'guide/ccf.md'],
      ['The question', 'questions/guide-ccf.md'],
      ['The term', 'terms.md'],
      ['Check', 'changes.md'],
    ]);
    for (const step of steps) expect(step.words.length).toBeGreaterThan(20);
  });

  it('leads, step by step, to knowledge without a fault that shows, finds and knows what was added', async () => {
    const [source, fact, question, term, change] = steps;
    if (!source || !fact || !question || !term || !change) throw new Error('a step is missing');
    mkdirSync(dirname(join(copy, source.file)));
    writeFileSync(join(copy, source.file), source.words);
    for (const step of [fact, question]) {
      expect(existsSync(join(copy, step.file))).toBe(true);
      writeFileSync(join(copy, step.file), `${read(step.file).trimEnd()}\n${step.words}`);
    }
    const commission = "## Commission for the Control of INTERPOL's Files";
    const [before = '', after = ''] = read(term.file).split(commission);
    writeFileSync(join(copy, term.file), `${before}${commission}${after.replace('- also: CCF,', term.words.trim())}`);

    const said = await faults();
    const lines = said.flatMap((f) => /with "(- [a-z-]+: [0-9a-f]{16})"/.exec(f.message)?.[1] ?? []);
    expect(said).toHaveLength(lines.length);
    expect(lines.map((l) => l.split(':')[0])).toEqual(expect.arrayContaining(['- journal', '- guide']));
    const heading = '# What changed in the held text\n';
    const entry = `${change.words.trimEnd()}\n${lines.join('\n')}\n\nA journal note on waiting times.\n`;
    writeFileSync(join(copy, change.file), read(change.file).replace(heading, `${heading}${entry}`));
    expect(await faults()).toEqual([]);

    const { knowledge } = await readKnowledge(copy);
    expect(preview(knowledge, 'journal/1')).toContain('Commentary, not the Committee: Example Law Journal');
    // A few groups are enough to see that the new question is learnt and told from its neighbours.
    const few = knowledge.questions.filter((g) => g.file.includes('guide-ccf') || g.file.includes('declined'));
    const desk = openDesk({ ...knowledge, questions: few }, learnFrom({ ...knowledge, questions: few }));
    expect(ask(desk, 'journal/1').answer.excerpts[0]?.ref).toBe('journal/1');
    const { answer } = ask(desk, 'journal note ccf waiting times');
    expect(answer.excerpts[0]?.ref).toBe('guide/ccf-journal-note');
    expect(ask(desk, 'define lyon archive people').answer.excerpts[0]?.ref).toMatch(/^jchr-tnr\//);
  });

  it.each([
    ['a fact without a source', 'guide/ccf.md', '## ccf-x — X\n- dated: 2026\n\nIt is so.\n', /"- from: …" is missing/],
    [
      'a question for nothing held',
      'questions/guide-ccf.md',
      '## guide/nothing — x\n\n- why is this so\n',
      /guide\/nothing/,
    ],
    [
      'a synonym that two terms share',
      'terms.md',
      '## Another body\n- see: jchr-tnr/68\n- also: CCF\n',
      /is a synonym of/,
    ],
  ])('explains %s in a sentence, with its line', async (_what, file, words, message) => {
    const kept = read(file);
    writeFileSync(join(copy, file), `${kept.trimEnd()}\n\n${words}`);
    const said = await faults();
    expect(said.some((f) => message.test(f.message) && f.line > 1 && f.file.endsWith(file))).toBe(true);
    writeFileSync(join(copy, file), kept);
  });
});
