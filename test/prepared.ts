// Before any test: dist/ holds the sources as they stand, compiled, and what was learned from the knowledge as it stands.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../adapters/host/place.ts';
import { digestOf, prepare } from '../adapters/host/prepared.ts';

export default async function setup(): Promise<void> {
  const root = projectRoot();
  execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', root], {
    stdio: 'inherit',
  });
  let kept = '';
  try {
    kept = (JSON.parse(readFileSync(join(root, 'dist', 'prepared.json'), 'utf8')) as { digest: string }).digest;
  } catch {
    // Nothing is kept yet.
  }
  if (kept !== digestOf(join(root, 'knowledge'))) await prepare(root);
}
