// What the desk remembers between questions, wherever STORE_URL says: memory, a file, Redis or PostgreSQL.
import { EventEmitter } from 'node:events';
import { isAbsolute, join } from 'node:path';
import { Keyv } from 'keyv';
import { openEmbedded } from './embedded.ts';
import { faultOf } from './log.ts';

/** One kind of thing remembered, apart from all others. `forget` is in milliseconds. */
export interface Shelf {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, forget?: number) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
}

export interface Store {
  /** False while the store does not answer: what is read then is nothing, what is written is lost. */
  readonly well: () => boolean;
  readonly shelf: (name: string) => Shelf;
  readonly close: () => Promise<void>;
}

/** A store that does not answer within this is left alone for a while; nobody waits for memory. */
const PATIENCE = 1500;
const REST = 5000;
/** How often a store that forgets nothing by itself is rid of what is past its time. */
const SWEEP = 60_000;
const TABLE = 'red_notice_desk';
/** PostgreSQL was away when the adapter would have made the table. */
const NO_TABLE = '42P01';

/**
 * Opens the store. A relative file stands in `root`. `changed` hears when it stops answering, and when it answers
 * again; in between the desk goes on without memory rather than without answers.
 */
export async function openStore(url: string, root: string, changed: (fault: unknown) => void): Promise<Store> {
  const { keyv, sweep } = await keyvOf(url, root);
  let restUntil = 0;
  let well = true;
  const ail = (fault: unknown) => {
    restUntil = Date.now() + REST;
    if (well) changed(fault);
    well = false;
  };
  keyv.on('error', ail);
  const or = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    if (Date.now() < restUntil) return otherwise;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error('the store does not answer')), PATIENCE);
    });
    try {
      const done = await Promise.race([work(), late]);
      if (!well && Date.now() >= restUntil) {
        well = true;
        changed(null);
      }
      return done;
    } catch (fault) {
      ail(fault);
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  };
  // What cannot be swept now is swept in a minute.
  const tidy = () => void sweep?.().catch(() => undefined);
  tidy();
  const sweeping = setInterval(tidy, SWEEP);
  sweeping.unref();
  return {
    well: () => well,
    shelf: (name) => ({
      get: (key) => or<unknown>(() => keyv.get(`${name}:${key}`), undefined),
      set: async (key, value, forget) => void (await or(() => keyv.set(`${name}:${key}`, value, forget), false)),
      delete: async (key) => void (await or(() => keyv.delete(`${name}:${key}`), false)),
    }),
    close: async () => {
      clearInterval(sweeping);
      await Promise.race([
        keyv.disconnect().catch(() => undefined),
        new Promise((go) => setTimeout(go, PATIENCE).unref()),
      ]);
    },
  };
}

interface Opened {
  readonly keyv: Keyv;
  /** Deletes what is past its time, where nothing else does. */
  readonly sweep?: () => Promise<unknown>;
}

async function keyvOf(url: string, root: string): Promise<Opened> {
  const options = { namespace: 'desk', throwOnErrors: false };
  if (url === 'memory:') return { keyv: new Keyv(options) };
  if (url.startsWith('file:')) {
    const path = url.slice('file:'.length);
    const store = openEmbedded(isAbsolute(path) ? path : join(root, path));
    await store.ready;
    return { keyv: new Keyv({ ...options, store }), sweep: store.sweep };
  }
  // The drivers of the servers load only where one is used.
  if (/^rediss?:/.test(url)) {
    const { default: KeyvRedis } = await import('@keyv/redis');
    const store = new KeyvRedis(url, { throwOnConnectError: false, connectionTimeout: PATIENCE });
    return { keyv: new Keyv({ ...options, store }) };
  }
  const { default: KeyvPostgres } = await import('@keyv/postgres');
  const pool = { log: listening };
  const store = new KeyvPostgres({ uri: url, table: TABLE, ...pool });
  // keyv drops a row past its time only when that row is asked for again, which a conversation seldom is.
  const sweep = () =>
    store
      .query(`DELETE FROM ${TABLE} WHERE (value::json ->> 'expires')::numeric <= $1`, [Date.now()])
      .catch((error: unknown) => {
        if (faultOf(error) !== NO_TABLE) throw error;
        return store.query(`CREATE TABLE IF NOT EXISTS ${TABLE} (key VARCHAR(255) PRIMARY KEY, value TEXT)`);
      });
  return { keyv: new Keyv({ ...options, store }), sweep };
}

/**
 * A connection that PostgreSQL ends ends the process too, unless somebody listens to the pool. The adapter hides its
 * pool; the pool calls its log as a method of its own, before it connects.
 */
function listening(this: unknown): void {
  if (this instanceof EventEmitter && this.listenerCount('error') === 0) this.on('error', () => undefined);
}
