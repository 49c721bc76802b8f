import { describe, expect, it } from 'vitest';
import { checkQuestions } from '../../src/knowledge/check-links.ts';
import { type Fault, formatFaults, reporterFor } from '../../src/knowledge/fault.ts';
import { readComparisons } from '../../src/knowledge/read-comparisons.ts';
import { readQuestions } from '../../src/knowledge/read-questions.ts';
import { readSignposts } from '../../src/knowledge/read-signposts.ts';
import { readTerms } from '../../src/knowledge/read-terms.ts';
import { theKnowledge } from '../the-desk.ts';

function collect(run: (report: ReturnType<typeof reporterFor>) => unknown): string {
  const faults: Fault[] = [];
  run(reporterFor('file.md', faults));
  return formatFaults(faults);
}

const head = (kind: string) => `---\nkind: ${kind}\n---\n\n`;

describe('terms', () => {
  it('are read with synonyms and languages', () => {
    const faults: Fault[] = [];
    const { terms } = readTerms(
      `${head('terms')}# Terms\n\n## Red Notice\n- see: jchr-tnr/n130\n- also: RN, red alert\n- tr: kırmızı bülten*\n`,
      reporterFor('f', faults),
    );
    expect(faults).toEqual([]);
    expect(terms).toEqual([
      {
        id: 'red-notice',
        name: 'Red Notice',
        kind: 'term',
        see: ['jchr-tnr/n130'],
        also: ['Red Notice', 'RN', 'red alert'],
        other: { tr: ['kırmızı bülten*'] },
      },
    ]);
  });

  it.each([
    [
      'a shared synonym',
      '# Terms\n\n## A\n- also: thing\n\n## B\n- also: thing\n',
      /"thing" is a synonym of "A" as well as of "B"/,
    ],
    ['an unknown language', '# Terms\n\n## A\n- xx: thing\n', /write "- also: …"/],
    ['an unknown section', '# Stuff\n', /write one of these headings/],
    ['a loose line', '# Terms\n\n## A\nthing\n', /write "- also: …"/],
    ['an indented item', '# Terms\n\n## A\n  - also: x\n', /from the first column/],
  ])('report %s', (_what, body, message) => {
    expect(collect((r) => readTerms(head('terms') + body, r))).toMatch(message);
  });

  it('of the desk cover the eight languages for the six subjects', async () => {
    const { terms } = await theKnowledge();
    for (const id of [
      'red-notice',
      'diffusion',
      'asylum',
      'extradition',
      'interpol',
      'commission-for-the-control-of-interpols-files',
    ]) {
      const term = terms.find((t) => t.id === id);
      expect(Object.keys(term?.other ?? {}).sort(), id).toEqual(['ar', 'es', 'fa', 'fr', 'ru', 'tr', 'uk', 'zh']);
    }
  });
});

describe('curated questions', () => {
  it('are read by the passages that answer them, near misses beneath', () => {
    const faults: Fault[] = [];
    const groups = readQuestions(
      `${head('questions')}# Topic\n\n## jchr-tnr/67.6, jchr-tnr/n142 — the share refused\n\n- how many?\n\n### nothing answers\n\n- in 2019?\n\n### false premise\n\n- why 60%?\n`,
      'f.md',
      reporterFor('f', faults),
    );
    expect(faults).toEqual([]);
    expect(groups.map((g) => [g.verdict, g.questions])).toEqual([
      [{ kind: 'answered', refs: ['jchr-tnr/67.6', 'jchr-tnr/n142'] }, ['how many?']],
      [{ kind: 'not_covered', nearest: ['jchr-tnr/67.6', 'jchr-tnr/n142'], premise: false }, ['in 2019?']],
      [{ kind: 'not_covered', nearest: ['jchr-tnr/67.6', 'jchr-tnr/n142'], premise: true }, ['why 60%?']],
    ]);
  });

  it.each([
    ['a heading without a title', '# T\n\n## jchr-tnr/67\n- q\n', /write "## jchr-tnr/],
    ['an unknown reason', '# T\n\n## declined: because — x\n- q\n', /write "## jchr-tnr/],
    ['a near miss under nothing', '# T\n\n### nothing answers\n- q\n', /under a heading with references/],
    ['a group without questions', '# T\n\n## not covered — x\n', /at least one question/],
    ['a missing head', '', /must begin with the three lines/],
  ])('report %s', (_what, body, message) => {
    expect(collect((r) => readQuestions(body === '' ? '# T\n' : head('questions') + body, 'f.md', r))).toMatch(message);
  });

  it('report a reference that does not exist and a question that stands twice', () => {
    const message = collect((r) => {
      const groups = readQuestions(
        `${head('questions')}# T\n\n## jchr-tnr/99 — x\n- same\n\n## not covered — y\n- Same\n`,
        'f.md',
        r,
      );
      checkQuestions(groups, new Set(['jchr-tnr/67']), new Map(), r);
    });
    expect(message).toMatch(/jchr-tnr\/99 does not exist/);
    expect(message).toMatch(/"Same" stands twice; also under f\.md:7/);
  });

  it('of the desk reach every paragraph, conclusion and recommendation', async () => {
    const { passages, questions } = await theKnowledge();
    const reached = new Set(
      questions.flatMap((g) =>
        g.verdict.kind === 'answered' ? g.verdict.refs.map((r) => r.replace(/\.\d+$/, '')) : [],
      ),
    );
    expect(passages.filter((p) => p.kind !== 'note' && !reached.has(p.ref)).map((p) => p.ref)).toEqual([]);
  });
});

describe('comparisons', () => {
  it('refuse a cell that is not in the voice of its row', async () => {
    const { passages } = await theKnowledge();
    const body = `${head('comparisons')}## visas — Visas\n- Government: jchr-tnr/77.6\n- Committee, finding: jchr-tnr/76.2\n- Nobody: jchr-tnr/64.1\n`;
    const message = collect((r) => readComparisons(body, passages, r));
    expect(message).toMatch(/jchr-tnr\/77\.6 is not in the voice of "Government"/);
    expect(message).toMatch(/jchr-tnr\/76\.2 is not in the voice of "Committee, finding"/);
    expect(message).toMatch(/write one of: also, Government/);
  });
});

describe('signposts', () => {
  it('must hold every piece of fixed words and no other', () => {
    const message = collect((r) =>
      readSignposts(`${head('signposts')}# S\n\n## empty — Nothing\nWords.\n\n## extra — More\nWords.\n`, r),
    );
    expect(message).toMatch(/"## emergency — …" is missing/);
    expect(message).toMatch(/the desk shows nothing under the name "extra"/);
  });
});
