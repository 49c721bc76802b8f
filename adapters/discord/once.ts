// Discord brings a dispatch again after a lost connection: each is answered once. One shard hears all of its own.

/** Dispatches are repeated within a session, minutes at the most. */
const REMEMBERED = 10_000;

/** True the first time an id is seen, of the last ten thousand. */
export function once(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (oldest && seen.size > REMEMBERED) seen.delete(oldest);
    return true;
  };
}
