// Where the project stands, wherever its compiled code runs from.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest directory above this file that holds both package.json and knowledge/. */
export function projectRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!(existsSync(join(directory, 'package.json')) && existsSync(join(directory, 'knowledge')))) {
    const above = dirname(directory);
    if (above === directory) throw new Error('the knowledge/ directory is missing; run the desk from its own checkout');
    directory = above;
  }
  return directory;
}
