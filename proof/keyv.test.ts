// The stores against keyv's own test suite: the embedded file always, Redis and PostgreSQL where STORE_URLS names them.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import KeyvPostgres from '@keyv/postgres';
import testSuite, { keyvIteratorTests } from '@keyv/test-suite';
import { Keyv } from 'keyv';
import * as test from 'vitest';
import { openEmbedded } from '../adapters/host/embedded.ts';
import { openStore } from '../adapters/host/store.ts';
import { until } from '../test/until.ts';

const directory = mkdtempSync(join(tmpdir(), 'keyv-'));
// biome-ignore lint/suspicious/noExplicitAny: the suite's own parameter types
const [suite, store] = [test as any, () => openEmbedded(join(directory, 'one.db')) as any];
// biome-ignore lint/suspicious/noExplicitAny: the suite's own parameter types
const keyv = Keyv as any;
testSuite(suite, keyv, store);
keyvIteratorTests(suite, keyv, store);

for (const url of (process.env['STORE_URLS'] ?? '').split(' ').filter(Boolean)) {
  test.describe(url.split('://')[0] ?? '', () => {
    test.it('keeps shelves apart, forgets in time and on demand, and is shared by replicas', async () => {
      const faults: unknown[] = [];
      const [a, b] = [
        await openStore(url, '.', (f) => faults.push(f)),
        await openStore(url, '.', (f) => faults.push(f)),
      ];
      await a.shelf('one').set('k', { x: 1 });
      await a.shelf('two').set('k', 'soon gone', 300);
      test.expect([await b.shelf('one').get('k'), await b.shelf('two').get('k')]).toEqual([{ x: 1 }, 'soon gone']);
      await new Promise((go) => setTimeout(go, 400));
      test.expect(await b.shelf('two').get('k')).toBeUndefined();
      await b.shelf('one').delete('k');
      test.expect(await a.shelf('one').get('k')).toBeUndefined();
      test.expect(faults).toEqual([]);
      await Promise.all([a.close(), b.close()]);
    });

    test.it.skipIf(!url.startsWith('postgres'))('keeps no row past its time, though nobody asks for it', async () => {
      const first = await openStore(url, '.', () => undefined);
      await first.shelf('sweep').set('k', 'zebrafinch', 200);
      await first.close();
      const rows = new KeyvPostgres({ uri: url, table: 'red_notice_desk' });
      const left = async () =>
        (await rows.query("SELECT key FROM red_notice_desk WHERE value LIKE '%zebrafinch%'")).length;
      test.expect(await left()).toBe(1);
      await new Promise((go) => setTimeout(go, 300));
      const second = await openStore(url, '.', () => undefined);
      await until(async () => (await left()) === 0);
      await second.close();
    });

    test.it.skipIf(!url.startsWith('postgres'))('outlives a connection that the server ends', async () => {
      const store = await openStore(url, '.', () => undefined);
      await store.shelf('lost').set('k', 1);
      const admin = new KeyvPostgres({ uri: `${url}?application_name=admin`, table: 'other' });
      await admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'",
      );
      await until(async () => (await store.shelf('lost').get('k')) === 1, 10_000);
      // Both end the pool that was opened last.
      await store.close();
    });
  });
}
