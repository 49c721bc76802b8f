import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../adapters/host/place.ts';
import { digestOf, openPrepared } from '../../../adapters/host/prepared.ts';
import { ask } from '../../../src/index.ts';

let root = '';
/** A checkout with the knowledge and what was learned from it, and few enough questions to learn anew in a moment. */
function checkout(): string {
  root = mkdtempSync(join(tmpdir(), 'desk-'));
  cpSync(join(projectRoot(), 'knowledge'), join(root, 'knowledge'), { recursive: true });
  mkdirSync(join(root, 'dist'));
  for (const file of ['prepared.json', 'learned.bin'])
    cpSync(join(projectRoot(), 'dist', file), join(root, 'dist', file));
  return root;
}
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
afterEach(() => root && rmSync(root, { recursive: true, force: true }));

describe('the prepared desk', () => {
  it('opens from what was kept, silently, while the knowledge is the same', async () => {
    const said: string[] = [];
    const desk = await openPrepared((line) => said.push(line), checkout());
    expect(said).toEqual([]);
    expect(ask(desk, 'para 72').answer.excerpts[0]?.ref).toBe('jchr-tnr/72');
  });

  it('never answers from knowledge that has changed: it says so and reads it anew', async () => {
    checkout();
    edit('knowledge/signposts.md', (t) => t.replace('The desk does not hold that reference.', 'That is not here.'));
    const said: string[] = [];
    const desk = await openPrepared((line) => said.push(line), root);
    expect(said.join()).toContain('The knowledge has changed since the last build');
    expect(desk.signpost('not-found')?.text).toBe('That is not here.');
  }, 240_000);

  it('refuses to start with faulty knowledge, naming file, line and column', async () => {
    checkout();
    edit('knowledge/jchr-tnr/report.md', (t) => t.replace('We are deeply concerned', 'We are concerned'));
    await expect(openPrepared(() => undefined, root)).rejects.toThrow(
      /^\d+ faults?[^\n]*\n(?:[^\n]*\n)*knowledge\/jchr-tnr\/report\.md:\d+:\d+ /,
    );
  });

  it('has another digest for every changed, added or renamed file', () => {
    checkout();
    const knowledge = join(root, 'knowledge');
    const before = digestOf(knowledge);
    expect(digestOf(knowledge)).toBe(before);
    writeFileSync(join(knowledge, 'more.md'), '');
    const added = digestOf(knowledge);
    expect(added).not.toBe(before);
    rmSync(join(knowledge, 'more.md'));
    writeFileSync(join(knowledge, 'more2.md'), '');
    expect(digestOf(knowledge)).not.toBe(added);
  });
});
