// Whether the commands that Discord holds are those of the desk, so that they are registered only when they have changed.
import { isDeepStrictEqual } from 'node:util';

/** What Discord adds of its own. */
const ADDED = ['id', 'application_id', 'version', 'guild_id', 'dm_permission', 'nsfw', 'handler'];
/** Where a command may be used: Discord keeps it for commands of everywhere, not for those of one server. */
const PLACES = ['contexts', 'integration_types'];

/** Only what the desk says is compared. `local`: the commands are those of one server. */
export function isSame(held: readonly unknown[], ours: readonly unknown[], local: boolean): boolean {
  const left = new Set([...ADDED, ...(local ? PLACES : [])]);
  const byName = (list: readonly unknown[]) =>
    [...(list as { name: string }[])].sort((a, b) => (a.name < b.name ? -1 : 1)).map((c) => essence(c, left));
  return isDeepStrictEqual(byName(held), byName(ours));
}

/** Without what is left out, and without what says nothing: null, false, empty. */
function essence(value: unknown, left: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((v) => essence(v, left));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, v]) => !left.has(name) && !isSilent(v))
      .map(([name, v]): [string, unknown] => [name, essence(v, left)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const isSilent = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);
