import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openEmbedded } from '../../../adapters/host/embedded.ts';
import { openHost } from '../../../adapters/host/host.ts';
import { HOST_SETTINGS } from '../../../adapters/host/host-settings.ts';
import { openLog } from '../../../adapters/host/log.ts';
import { projectRoot } from '../../../adapters/host/place.ts';
import { readSettings } from '../../../adapters/host/settings.ts';
import { openStore } from '../../../adapters/host/store.ts';
import { theDesk } from '../../the-desk.ts';
import { until } from '../../until.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'desk-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));
const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));
const never = (fault: unknown) => {
  throw fault;
};

describe.each(['memory:', 'file:desk.db'])('the store at %s', (url) => {
  it('keeps shelves apart, forgets in time and on demand', async () => {
    const store = await openStore(url, directory, never);
    const [one, two] = [store.shelf('one'), store.shelf('two')];
    await one.set('k', { a: 1 });
    await two.set('k', 'other', 40);
    expect([await one.get('k'), await two.get('k'), await one.get('absent')]).toEqual([{ a: 1 }, 'other', undefined]);
    await pause(60);
    expect(await two.get('k')).toBeUndefined();
    await one.delete('k');
    expect(await one.get('k')).toBeUndefined();
    await store.close();
  });
});

describe('the embedded store', () => {
  it('gives nothing that is past its time, without anybody looking after it', async () => {
    const store = openEmbedded(join(directory, 'alone.db'));
    await store.set('k', 'v', 30);
    expect([await store.get('k'), await store.has?.('k')]).toEqual(['v', true]);
    await pause(50);
    expect([await store.get('k'), await store.has?.('k')]).toEqual([undefined, false]);
    await store.disconnect();
  });

  it('has everything it promised after a restart, and no trace of what was to be forgotten', async () => {
    const path = join(directory, 'deep', 'desk.db');
    const first = openEmbedded(path);
    await first.set('desk:keep', 'kept');
    await first.set('desk:short', 'zebrafinch', 30);
    await pause(50);
    await first.sweep();
    expect(readFileSync(path, 'utf8')).not.toContain('zebrafinch');
    await first.disconnect();
    const second = openEmbedded(path);
    expect(await second.get('desk:keep')).toBe('kept');
    await second.disconnect();
  });

  it('is rid of what is past its time as soon as a desk opens it', async () => {
    const path = join(directory, 'desk.db');
    const first = openEmbedded(path);
    await first.set('desk:short', 'zebrafinch', 30);
    await first.disconnect();
    await pause(50);
    const store = await openStore(`file:${path}`, directory, never);
    await until(() => !readFileSync(path, 'utf8').includes('zebrafinch'));
    await store.close();
  });

  it('survives a killed process: whatever was promised is there', async () => {
    const path = join(directory, 'desk.db');
    const module = join(projectRoot(), 'dist/adapters/host/embedded.js');
    const script = `import { openEmbedded } from ${JSON.stringify(module)};
      const store = openEmbedded(${JSON.stringify(path)});
      for (let i = 0; ; i++) { await store.set('k' + i, 'v'.repeat(500)); process.stdout.write(i + '\\n'); }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    let promised = -1;
    await new Promise<void>((go) => {
      child.stdout.on('data', (data: Buffer) => {
        const lines = data.toString().trim().split('\n');
        promised = Number(lines.at(-1));
        if (promised > 200) child.kill('SIGKILL');
      });
      child.on('close', () => go());
    });
    const store = openEmbedded(path);
    for (let i = 0; i <= promised; i += 7) expect(await store.get(`k${i}`), `k${i} of ${promised}`).toBeDefined();
    await store.disconnect();
  });

  it('reads past a line that was cut short', async () => {
    const path = join(directory, 'desk.db');
    const first = openEmbedded(path);
    for (let i = 0; i < 30; i++) await first.set(`k${i}`, i);
    await first.disconnect();
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"_id":"half`);
    const second = openEmbedded(path);
    expect(await second.get('k29')).toBe(29);
    await second.disconnect();
  });

  it('is refused to a second process while the first lives, with a sentence that says what to do', () => {
    const path = join(directory, 'desk.db');
    writeFileSync(`${path}.lock`, String(process.ppid));
    expect(() => openEmbedded(path)).toThrow(
      /in use by another desk.*STORE_URL=redis.*If no desk runs.*delete .*\.lock/,
    );
    writeFileSync(`${path}.lock`, '999999999');
    const taken = openEmbedded(path);
    return taken.disconnect();
  });
});

describe('a file that cannot be a store', () => {
  it('is refused with a sentence that names STORE_URL, and leaves no lock', async () => {
    const at = (path: string) => openStore(`file:${path}`, directory, never);
    mkdirSync(join(directory, 'folder'));
    writeFileSync(join(directory, 'garbage'), 'no line of this\nis a row\n'.repeat(20));
    await expect(at('folder')).rejects.toThrow(/STORE_URL names cannot be used \(EISDIR\)/);
    await expect(at('garbage/desk.db')).rejects.toThrow(/STORE_URL names cannot be used \(\w+\)/);
    if (process.platform === 'linux')
      await expect(at('/proc/nothing/x')).rejects.toThrow(/STORE_URL names cannot be used/);
    await expect(at('garbage')).rejects.toThrow(/STORE_URL names is damaged, or none of the desk\. Move it away/);
    expect(readdirSync(directory).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });
});

describe('a store that cannot be reached', () => {
  it.each(['redis://127.0.0.1:1', 'postgres://desk:hush-hush@127.0.0.1:1/desk'])(
    'is named to the operator: %s',
    async (url) => {
      const lines: string[] = [];
      const settings = readSettings(z.object(HOST_SETTINGS), { values: { STORE_URL: url }, placeOf: () => 'test' });
      const log = openLog('info', (line) => lines.push(line));
      const host = await openHost(await theDesk(), settings, log, directory);
      expect(lines.join('')).toMatch(/the store at STORE_URL does not answer.*see that it runs/);
      expect(lines.join('')).not.toMatch(/hush-hush|127\.0\.0\.1/);
      expect(host.health.well()).toBe(false);
      await host.close(0);
    },
  );

  it('leaves the desk without memory, not without answers', async () => {
    const faults: unknown[] = [];
    const store = await openStore('redis://127.0.0.1:1', directory, (error) => faults.push(error));
    const shelf = store.shelf('x');
    const outcome = await Promise.race([shelf.get('k').then((v) => v), pause(5000).then(() => 'never')]);
    expect(outcome).toBeUndefined();
    expect(faults.length).toBeGreaterThan(0);
  });
});
