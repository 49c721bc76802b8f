// Before any test: what is kept in dist/ must belong to the knowledge as it stands, so that no test learns it again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../adapters/host/place.ts';
import { digestOf, prepare } from '../adapters/host/prepared.ts';

export default async function setup(): Promise<void> {
  const root = projectRoot();
  let kept = '';
  try {
    kept = (JSON.parse(readFileSync(join(root, 'dist', 'prepared.json'), 'utf8')) as { digest: string }).digest;
  } catch {
    // Nothing is kept yet.
  }
  if (kept !== digestOf(join(root, 'knowledge'))) await prepare(root);
}
