// Opens the desk fast: what was read and learned at build time is kept in dist/ and used while the knowledge is the same.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Desk,
  decodeLearned,
  encodeLearned,
  type Knowledge,
  type Learned,
  learnFrom,
  loadKnowledge,
  openDesk,
} from '../../src/index.ts';
import { projectRoot } from './place.ts';

const FILE = 'prepared.json';
const LEARNED = 'learned.bin';

interface Kept {
  readonly digest: string;
  readonly knowledge: Knowledge;
}

/** One digest over every file of the knowledge directory, names and contents. */
export function digestOf(directory: string): string {
  const hash = createHash('sha256');
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = join(path, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (/\.(?:md|txt)$/.test(entry.name)) hash.update(`${entry.name}\0`).update(readFileSync(file)).update('\0');
    }
  };
  visit(directory);
  return hash.digest('hex');
}

/** Reads, checks and learns; keeps the result in dist/ when `keep` is set. Faulty knowledge throws, with every fault. */
export async function prepare(root = projectRoot(), keep = true): Promise<{ knowledge: Knowledge; learned: Learned }> {
  const directory = join(root, 'knowledge');
  const knowledge = await loadKnowledge(directory);
  const learned = learnFrom(knowledge);
  if (keep) {
    const dist = join(root, 'dist');
    mkdirSync(dist, { recursive: true });
    const kept: Kept = { digest: digestOf(directory), knowledge: withoutQuestions(knowledge) };
    writeFileSync(join(dist, LEARNED), encodeLearned(learned));
    writeFileSync(join(dist, FILE), JSON.stringify(kept));
  }
  return { knowledge, learned };
}

/**
 * The desk. When the knowledge has changed since the last build it is read, checked and learned anew, which takes
 * about a minute; `say` is told so.
 */
export async function openPrepared(say: (line: string) => void, root = projectRoot()): Promise<Desk> {
  const kept = readKept(root);
  if (kept && kept.digest === digestOf(join(root, 'knowledge'))) {
    return openDesk(kept.knowledge, decodeLearned(readFileSync(join(root, 'dist', LEARNED))));
  }
  say(
    'The knowledge has changed since the last build: reading and learning it anew, about a minute. "npm run build" keeps the result.',
  );
  const { knowledge, learned } = await prepare(root, false);
  return openDesk(knowledge, learned);
}

function readKept(root: string): Kept | null {
  try {
    return JSON.parse(readFileSync(join(root, 'dist', FILE), 'utf8')) as Kept;
  } catch {
    return null;
  }
}

/** Answering needs the headings of the curated questions and one example each, not the thousands of questions. */
function withoutQuestions(knowledge: Knowledge): Knowledge {
  return {
    ...knowledge,
    questions: knowledge.questions.map((g) => ({ ...g, questions: g.questions.slice(0, 1) })),
  };
}
