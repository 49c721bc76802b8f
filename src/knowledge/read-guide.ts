// Reads a topic file of the desk's own guide: one entry a fact, each with its source, date, confidence and check date.
import type { Place, Reporter } from './fault.ts';
import type { GuideFact, Passage, Reference, Source } from './model.ts';
import { type Item, readOutline, type Section } from './outline.ts';
import type { SourceFile } from './read-source.ts';

/** The guide as a source. Its entries name their own sources, addresses and dates. */
export const GUIDE: Source = {
  id: 'guide',
  kind: 'guide',
  title: 'Desk guide',
  author: 'Red Notice Desk',
  short: 'Guide',
  url: '',
  licence: 'Our own words; every entry names its source, its date and how sure we are.',
  licenceUrl: null,
  published: null,
  session: null,
  lords: null,
  commons: null,
  series: null,
  paragraphs: [0, 0],
  notes: null,
  sha256: null,
};

const KEYS = [
  'from',
  'dated',
  'url',
  'confidence',
  'changes',
  'check again',
  'compare',
  'shown with',
  'related',
] as const;
type Key = (typeof KEYS)[number];
/** Characters. Source, date and a sentence must fit a page of 500 together. */
const LONGEST = { from: 80, dated: 40, sentence: 170, changes: 90 } as const;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Reads one topic file into `into`; every fault found is reported. */
export function readGuide(text: string, into: SourceFile, report: Reporter): SourceFile {
  const passages: Passage[] = [];
  const places = new Map<Reference, Place>(into.places);
  let topic = '';
  for (const section of readOutline(text, 'guide', report)) {
    if (section.depth === 1) {
      topic = section.title;
      continue;
    }
    const [id = '', title = ''] = section.title.split(' — ').map((s) => s.trim());
    const ref = `${GUIDE.id}/${id}`;
    if (section.depth !== 2 || !/^[a-z][a-z0-9-]*$/.test(id) || !title) {
      report.fault(section.at, 'write "## name — what it is about", the name in small letters with hyphens');
      continue;
    }
    if (places.has(ref)) report.fault(section.at, `${ref} stands twice`);
    places.set(ref, section.at);
    const passage = readEntry(ref, id, title, topic, section, report);
    for (const s of passage.sentences) places.set(s.ref, section.at);
    passages.push(passage);
  }
  return { ...into, passages: [...into.passages, ...passages], places };
}

export const noGuide = (): SourceFile => ({
  source: GUIDE,
  pinned: null,
  passages: [],
  order: [],
  places: new Map(),
  pilled: new Set(),
});

function readEntry(
  ref: Reference,
  id: string,
  title: string,
  topic: string,
  section: Section,
  report: Reporter,
): Passage {
  const voice = { kind: 'guide', name: GUIDE.author } as const;
  const lines = section.lines.filter((l) => l.text !== '');
  if (lines.length === 0) report.fault(section.at, `${ref} says nothing; write its statement, one sentence a line`);
  for (const line of lines) {
    if (line.text.length > LONGEST.sentence)
      report.fault(
        line.at,
        `this sentence has ${line.text.length} characters; make two of it, at most ${LONGEST.sentence} each`,
      );
    if (line.text.includes('`'))
      report.fault(line.at, 'a guide speaks in the voice of the desk; no `pill` can change that');
  }
  const { fact, compare } = readFact(title, section, report);
  return {
    ref,
    source: GUIDE.id,
    number: id,
    kind: 'guide',
    heading: topic,
    sentences: lines.map(({ text }, i) => ({
      ref: `${ref}.${i + 1}`,
      runs: [{ voice, text, marked: text }],
      text,
      marked: text,
      notes: [],
      quoted: false,
    })),
    notes: [],
    citedIn: null,
    follows: [],
    followedBy: [],
    rests: [],
    leadsTo: [],
    compare,
    guide: fact,
  };
}

function readFact(title: string, section: Section, report: Reporter): { fact: GuideFact; compare: Reference[] } {
  const found = new Map<Key, Item[]>();
  for (const item of section.items) {
    const [, key, text] = /^([a-z ]+): (\S.*)$/.exec(item.text) ?? [];
    if (!key || !KEYS.includes(key as Key))
      report.fault(item.at, `write one of: ${KEYS.map((k) => `- ${k}: …`).join('; ')}`);
    else found.set(key as Key, [...(found.get(key as Key) ?? []), { text: text ?? '', at: item.at }]);
  }
  const one = (key: Key, must: boolean): string => {
    const [first, second] = found.get(key) ?? [];
    if (!first && must)
      report.fault(section.at, `"- ${key}: …" is missing; an entry has a source, a date and a confidence`);
    if (second) report.fault(second.at, `"- ${key}:" stands twice`);
    const most = LONGEST[key as keyof typeof LONGEST];
    if (first && most && first.text.length > most)
      report.fault(first.at, `"${key}" may have ${most} characters at the most`);
    return first?.text ?? '';
  };
  const list = (key: Key) => (found.get(key) ?? []).flatMap((i) => i.text.split(',').map((t) => t.trim()));
  const confidence = one('confidence', true);
  if (confidence && confidence !== 'high' && confidence !== 'medium')
    report.fault(
      found.get('confidence')?.[0]?.at ?? section.at,
      'write "- confidence: high" or "- confidence: medium"',
    );
  const checkAgain = one('check again', true);
  if (checkAgain && !DATE.test(checkAgain))
    report.fault(found.get('check again')?.[0]?.at ?? section.at, 'write a date such as "- check again: 2027-06-05"');
  const urls = found.get('url') ?? [];
  if (urls.length === 0) report.fault(section.at, '"- url: …" is missing; give the address of the source');
  for (const u of urls)
    if (!/^https?:\/\/\S+$/.test(u.text)) report.fault(u.at, 'write a full address that begins with https://');
  return {
    fact: {
      title,
      from: one('from', true),
      dated: one('dated', true),
      urls: urls.map((u) => u.text),
      confidence: confidence === 'medium' ? 'medium' : 'high',
      changes: one('changes', false) || null,
      checkAgain,
      shownWith: list('shown with').map((id) => `${GUIDE.id}/${id}`),
      related: list('related').map((id) => `${GUIDE.id}/${id}`),
    },
    compare: list('compare'),
  };
}
