import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadKnowledge, readKnowledge } from '../../src/index.ts';
import { knowledgeDirectory } from '../the-desk.ts';

let copy = '';
function broken(change: Record<string, (text: string) => string>): string {
  copy = mkdtempSync(join(tmpdir(), 'desk-'));
  cpSync(knowledgeDirectory, copy, { recursive: true });
  for (const [file, edit] of Object.entries(change))
    writeFileSync(join(copy, file), edit(readFileSync(join(copy, file), 'utf8')));
  return copy;
}
afterEach(() => copy && rmSync(copy, { recursive: true, force: true }));

describe('loading knowledge', () => {
  it('finds no fault in the knowledge of the desk', async () => {
    expect((await readKnowledge(knowledgeDirectory)).faults).toEqual([]);
  });

  it('refuses faulty knowledge with every fault of every file at once, as file:line:column message', async () => {
    const directory = broken({
      'jchr-tnr/report.md': (t) => t.replace('We are deeply', '`witness: X` We are deeply'),
      'terms.md': (t) => t.replace('- see: jchr-tnr/n130', '- see: jchr-tnr/n999'),
      'questions/findings.md': (t) => t.replace('## jchr-tnr/73.1', '## jchr-tnr/99.1'),
      'signposts.md': (t) => t.replace('## emergency — ', '## emergencies — '),
    });
    const error = await loadKnowledge(directory).then(
      () => null,
      (e: Error) => e,
    );
    const lines = error?.message.split('\n') ?? [];
    expect(lines[0]).toMatch(/\d+ faults in the knowledge files; mend them and run: npm run knowledge/);
    for (const file of ['jchr-tnr/report.md', 'terms.md', 'questions/findings.md', 'signposts.md']) {
      expect(
        lines.some((l) => new RegExp(`^knowledge/${file}:\\d+:\\d+ \\S`).test(l)),
        file,
      ).toBe(true);
    }
  });
});
