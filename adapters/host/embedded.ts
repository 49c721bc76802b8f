// The embedded store: one file that survives a killed process, for a desk that runs alone on its machine.

import { EventEmitter } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { KeyvStoreAdapter, StoredData } from 'keyv';
import { faultOf } from './log.ts';

// Its types describe a default export that the CommonJS package does not have.
const Nedb = createRequire(import.meta.url)('@seald-io/nedb') as typeof import('@seald-io/nedb').default;

interface Row {
  readonly _id: string;
  readonly value: unknown;
  /** When it is forgotten, in milliseconds since 1970; null for never. */
  readonly until: number | null;
}

type Rows = InstanceType<typeof Nedb<Row>>;

/** Files open in this process: stores over one file share its rows. */
const FILES = new Map<string, { readonly rows: Rows; readonly ready: Promise<void>; users: number }>();
const lockOf = (path: string) => `${path}.lock`;

function fileAt(path: string) {
  const open = FILES.get(path);
  if (open) return open;
  try {
    makeDirectory(dirname(path));
    probe(path);
    take(lockOf(path), path);
  } catch (error) {
    throw unusable(error);
  }
  const rows: Rows = new Nedb<Row>({ filename: path });
  const ready = rows.loadDatabaseAsync().catch((error: unknown) => {
    FILES.delete(path);
    rmSync(lockOf(path), { force: true });
    throw unusable(error);
  });
  ready.catch(() => undefined);
  const file = { rows, ready, users: 0 };
  FILES.set(path, file);
  return file;
}

/** Node's own recursion tries for ever where a file system makes no directories, such as /proc. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(path)) throw error;
  }
}

/** Throws for what is there and cannot be read and written, a directory above all: NeDB would end the process. */
function probe(path: string): void {
  if (existsSync(path)) closeSync(openSync(path, 'r+'));
}

/** What to do about a file that cannot be opened; what says so already is left as it is. */
function unusable(error: unknown): Error {
  if (error instanceof Error && 'corruptionRate' in error)
    return new Error(
      'The file that STORE_URL names is damaged, or none of the desk. Move it away, or give STORE_URL another path: file:<path>.',
    );
  if (error instanceof Error && !('code' in error)) return error;
  return new Error(
    `The file that STORE_URL names cannot be used (${faultOf(error)}). Give STORE_URL a file in a directory that this user may write in: file:<path>.`,
  );
}

export interface EmbeddedStore extends KeyvStoreAdapter {
  /** Rejects, with what to do, when the file cannot be read. */
  readonly ready: Promise<void>;
  /** Drops what is past its time, from memory and from the file. */
  readonly sweep: () => Promise<void>;
  readonly disconnect: () => Promise<void>;
}

/**
 * A keyv adapter over NeDB's append-only file: every change is written before it is promised. One process a file: a
 * second one is refused with a sentence that says so.
 */
export function openEmbedded(path: string): EmbeddedStore {
  const file = fileAt(path);
  file.users += 1;
  const { rows, ready } = file;
  const events = new EventEmitter();
  const past = (row: Row) => row.until !== null && row.until <= Date.now();
  const sweep = async () => {
    await ready;
    const dropped = await rows.removeAsync({ until: { $ne: null, $lte: Date.now() } }, { multi: true });
    if (dropped > 0) await rows.compactDatafileAsync();
  };

  const get = async <Value>(key: string): Promise<StoredData<Value> | undefined> => {
    await ready;
    const row = await rows.findOneAsync<Row>({ _id: key });
    if (!row) return undefined;
    if (!past(row)) return row.value as StoredData<Value>;
    await rows.removeAsync({ _id: key }, {});
    return undefined;
  };
  const store: EmbeddedStore = {
    // keyv iterates only stores whose dialect it knows; this is the nearest of its names.
    opts: { dialect: 'sqlite', url: 'file:' },
    on: (event, listener) => {
      events.on(event, listener);
      return store;
    },
    get,
    getMany: <Value>(keys: string[]) => Promise.all(keys.map((key) => get<Value>(key))),
    set: async (key, value, ttl) => {
      await ready;
      const until = ttl ? Date.now() + ttl : null;
      await rows.updateAsync({ _id: key }, { _id: key, value, until }, { upsert: true });
      return true;
    },
    has: async (key) => (await get(key)) !== undefined,
    delete: async (key) => {
      await ready;
      return (await rows.removeAsync({ _id: key }, {})) > 0;
    },
    deleteMany: async (keys) => {
      await ready;
      return (await rows.removeAsync({ _id: { $in: keys } }, { multi: true })) > 0;
    },
    clear: async () => {
      await ready;
      const mine = store.namespace ? { _id: new RegExp(`^${store.namespace.replace(/[^\w-]/g, '\\$&')}:`) } : {};
      await rows.removeAsync(mine, { multi: true });
      await rows.compactDatafileAsync();
    },
    async *iterator<Value>(namespace?: string): AsyncGenerator<(string | Awaited<Value> | undefined)[], void> {
      await ready;
      const begins = namespace ? `${namespace}:` : '';
      for (const row of rows.getAllData<Row>()) {
        if (row._id.startsWith(begins) && !past(row)) yield [row._id, row.value as Awaited<Value>];
      }
    },
    ready,
    sweep,
    disconnect: async () => {
      await ready;
      await sweep();
      file.users -= 1;
      if (file.users > 0) return;
      FILES.delete(path);
      rmSync(lockOf(path), { force: true });
    },
  };
  return store;
}

function take(lock: string, path: string): void {
  for (;;) {
    try {
      const file = openSync(lock, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const owner = Number(readFileSync(lock, 'utf8'));
      if (owner !== process.pid && isAlive(owner)) {
        throw new Error(
          `${path} is in use by another desk (process ${owner}). Stop that one, or give both a shared store: STORE_URL=redis://… or postgres://… If no desk runs, that process is another program: delete ${lock}.`,
        );
      }
      rmSync(lock, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
