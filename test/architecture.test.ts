import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../adapters/host/place.ts';

const root = projectRoot();
const ORDER = ['knowledge', 'question', 'search', 'answer', 'page'];

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile() && e.name.endsWith('.ts'))
    .map((e) => relative(root, join(e.parentPath, e.name)));
}

/** What a file imports, as paths from the root or package names. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1] ?? '');
  return found.map((to) => (to.startsWith('.') ? relative(root, join(root, file, '..', to)) : to));
}

const source = filesUnder('src');
const adapters = filesUnder('adapters');

describe('the arrows', () => {
  it('inside src run page, answer, search, question, knowledge and never upward', () => {
    const wrong = source.flatMap((file) => {
      const from = ORDER.indexOf(file.split('/')[1] ?? '');
      if (from < 0) return [];
      return importsOf(file)
        .filter((to) => to.startsWith('src/'))
        .filter((to) => {
          const target = ORDER.indexOf(to.split('/')[1] ?? '');
          return target < 0 || target > from;
        })
        .map((to) => `${file} imports ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  it('never lead from src to an adapter', () => {
    expect(source.flatMap(importsOf).filter((to) => to.startsWith('adapters/'))).toEqual([]);
  });

  it('lead from adapters to src/index.ts and nothing deeper, and from one adapter to none but the host', () => {
    const wrong = adapters.flatMap((file) => {
      const own = file.split('/')[1];
      return importsOf(file)
        .filter(
          (to) =>
            (to.startsWith('src/') && to !== 'src/index.ts') ||
            (to.startsWith('adapters/') && ![own, 'host'].includes(to.split('/')[1])),
        )
        .map((to) => `${file} imports ${to}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('src', () => {
  it('knows no platform, logger, store, clock or network', () => {
    const banned =
      /^(?:node:(?:net|http|https|dgram|tls|dns|child_process|worker_threads)|@slack\/|discord\.js|keyv|pino|@keyv\/)/;
    expect(
      source.flatMap((f) =>
        importsOf(f)
          .filter((to) => banned.test(to))
          .map((to) => `${f} imports ${to}`),
      ),
    ).toEqual([]);
    const clocks = source.filter((f) =>
      /\b(?:Date\.now|new Date|setTimeout|setInterval|process\.|console\.|fetch\()/.test(
        readFileSync(join(root, f), 'utf8'),
      ),
    );
    expect(clocks).toEqual([]);
  });

  it('reads files only where knowledge is loaded', () => {
    const readers = source.filter((f) => importsOf(f).includes('node:fs'));
    expect(readers).toEqual(['src/knowledge/load.ts']);
  });
});

describe('every file', () => {
  it('begins by saying what it is for', () => {
    const silent = [...source, ...adapters].filter(
      (f) => !/^(?:#!.*\n)?\/\/ \S.{10,}/.test(readFileSync(join(root, f), 'utf8')),
    );
    expect(silent).toEqual([]);
  });

  it('has about 200 lines at the most', () => {
    const long = [...source, ...adapters].filter((f) => readFileSync(join(root, f), 'utf8').split('\n').length > 215);
    expect(long).toEqual([]);
  });

  it('is named with words a reader knows', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|managers?|services?|common|misc|data|items?|chunks?|docs?|content)\.ts$/;
    expect([...source, ...adapters].filter((f) => vague.test(f))).toEqual([]);
  });

  it('uses no any, no enum and no class', () => {
    const loose = [...source, ...adapters].filter((f) =>
      /(?:: any\b|<any>|as any\b|^\s*(?:export )?(?:const )?enum |^\s*(?:export )?class )/m.test(
        readFileSync(join(root, f), 'utf8'),
      ),
    );
    expect(loose).toEqual([]);
  });
});
