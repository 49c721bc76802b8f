// What the desk remembers between questions, wherever STORE_URL says: memory, a file, Redis or PostgreSQL.
import { isAbsolute, join } from 'node:path';
import { Keyv } from 'keyv';
import { EmbeddedStore } from './embedded.ts';

/** One kind of thing remembered, apart from all others. `forget` is in milliseconds. */
export interface Shelf {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, forget?: number) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
}

export interface Store {
  readonly shelf: (name: string) => Shelf;
  readonly close: () => Promise<void>;
}

/**
 * Opens the store. A relative file stands in `root`. `failed` hears of a store that stops answering; the desk then
 * goes on without memory rather than without answers.
 */
export async function openStore(url: string, root: string, failed: (error: unknown) => void): Promise<Store> {
  const keyv = await keyvOf(url, root);
  keyv.on('error', failed);
  const never = async <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    work.catch((error: unknown) => {
      failed(error);
      return otherwise;
    });
  return {
    shelf: (name) => ({
      get: (key) => never(keyv.get<unknown>(`${name}:${key}`), undefined),
      set: async (key, value, forget) => void (await never(keyv.set(`${name}:${key}`, value, forget), false)),
      delete: async (key) => void (await never(keyv.delete(`${name}:${key}`), false)),
    }),
    close: () => keyv.disconnect(),
  };
}

async function keyvOf(url: string, root: string): Promise<Keyv> {
  const options = { namespace: 'desk', throwOnErrors: false };
  if (url === 'memory:') return new Keyv(options);
  if (url.startsWith('file:')) {
    const path = url.slice('file:'.length);
    return new Keyv({ ...options, store: new EmbeddedStore(isAbsolute(path) ? path : join(root, path)) });
  }
  // The drivers of the servers load only where one is used.
  if (/^rediss?:/.test(url)) {
    const { default: KeyvRedis } = await import('@keyv/redis');
    return new Keyv({ ...options, store: new KeyvRedis(url) });
  }
  const { default: KeyvPostgres } = await import('@keyv/postgres');
  return new Keyv({ ...options, store: new KeyvPostgres({ uri: url, table: 'red_notice_desk' }) });
}
