// The embedded store: one file that survives a killed process, for a desk that runs alone on its machine.

import { EventEmitter } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { KeyvStoreAdapter, StoredData } from 'keyv';

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
  mkdirSync(dirname(path), { recursive: true });
  take(lockOf(path), path);
  const rows: Rows = new Nedb<Row>({ filename: path });
  const ready = rows.loadDatabaseAsync();
  ready.catch(() => undefined);
  const file = { rows, ready, users: 0 };
  FILES.set(path, file);
  return file;
}

/** How often rows past their time are dropped from the file. */
const SWEEP = 60_000;

/**
 * A keyv adapter over NeDB's append-only file: every change is written before it is promised. One process a file: a
 * second one is refused with a sentence that says so.
 */
export class EmbeddedStore extends EventEmitter implements KeyvStoreAdapter {
  /** keyv iterates only stores whose dialect it knows; this is the nearest of its names. */
  opts = { dialect: 'sqlite', url: 'file:' };
  namespace?: string | undefined;
  readonly #path: string;
  readonly #rows: Rows;
  readonly #ready: Promise<void>;
  readonly #sweeping: NodeJS.Timeout;

  constructor(path: string) {
    super();
    this.#path = path;
    const file = fileAt(path);
    file.users += 1;
    this.#rows = file.rows;
    this.#ready = file.ready;
    this.#sweeping = setInterval(() => void this.sweep().catch((error) => this.emit('error', error)), SWEEP);
    this.#sweeping.unref();
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    await this.#ready;
    const row = await this.#rows.findOneAsync<Row>({ _id: key });
    if (!row) return undefined;
    if (row.until !== null && row.until <= Date.now()) {
      await this.#rows.removeAsync({ _id: key }, {});
      return undefined;
    }
    return row.value as StoredData<Value>;
  }

  async getMany<Value>(keys: string[]): Promise<(StoredData<Value> | undefined)[]> {
    return Promise.all(keys.map((key) => this.get<Value>(key)));
  }

  async set(key: string, value: unknown, ttl?: number): Promise<boolean> {
    await this.#ready;
    const until = ttl ? Date.now() + ttl : null;
    await this.#rows.updateAsync({ _id: key }, { _id: key, value, until }, { upsert: true });
    return true;
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async delete(key: string): Promise<boolean> {
    await this.#ready;
    return (await this.#rows.removeAsync({ _id: key }, {})) > 0;
  }

  async deleteMany(keys: string[]): Promise<boolean> {
    await this.#ready;
    return (await this.#rows.removeAsync({ _id: { $in: keys } }, { multi: true })) > 0;
  }

  async clear(): Promise<void> {
    await this.#ready;
    await this.#rows.removeAsync(this.#mine(), { multi: true });
    await this.#rows.compactDatafileAsync();
  }

  async *iterator<Value>(namespace?: string): AsyncGenerator<[string, Value]> {
    await this.#ready;
    const begins = namespace ? `${namespace}:` : '';
    for (const row of this.#rows.getAllData<Row>()) {
      if (!row._id.startsWith(begins) || (row.until !== null && row.until <= Date.now())) continue;
      yield [row._id, row.value as Value];
    }
  }

  /** Drops what is past its time, from memory and from the file. */
  async sweep(): Promise<void> {
    await this.#ready;
    const dropped = await this.#rows.removeAsync({ until: { $ne: null, $lte: Date.now() } }, { multi: true });
    if (dropped > 0) await this.#rows.compactDatafileAsync();
  }

  async disconnect(): Promise<void> {
    clearInterval(this.#sweeping);
    await this.#ready;
    await this.sweep();
    const file = FILES.get(this.#path);
    if (!file) return;
    file.users -= 1;
    if (file.users > 0) return;
    FILES.delete(this.#path);
    rmSync(lockOf(this.#path), { force: true });
  }

  #mine() {
    return this.namespace ? { _id: new RegExp(`^${this.namespace.replace(/[^\w-]/g, '\\$&')}:`) } : {};
  }
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
          `${path} is in use by another desk (process ${owner}). Stop that one, or give both a shared store: STORE_URL=redis://… or postgres://…`,
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
