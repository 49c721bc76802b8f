#!/usr/bin/env node
// `npm run discord:shards`: the desk in Discord in several processes, one a shard, for more communities than one process should hold.
import { join } from 'node:path';
import { ShardingManager } from 'discord.js';
import { openHealth, portOf, serveHealth } from '../host/health.ts';
import { openLog } from '../host/log.ts';
import { environmentOf, readSettings } from '../host/settings.ts';
import { DiscordSettings } from './settings.ts';

/** How long the processes have to finish their answers. */
const FINISH = 4500;

try {
  const settings = readSettings(DiscordSettings, environmentOf(process.cwd(), process.env));
  const { DISCORD_SHARDS: shards, STORE_URL: store } = settings;
  // "auto" asks Discord's own address whatever DISCORD_API_URL says.
  if (shards === 'auto')
    throw new Error('environment DISCORD_SHARDS must be a number for several processes: one for each 1,000 servers');
  if (store.startsWith('file:') || store === 'memory:')
    throw new Error('environment STORE_URL must be shared by the processes: redis://… or postgres://…');
  const log = openLog(settings.LOG_LEVEL);
  const health = openHealth();
  const manager = new ShardingManager(join(import.meta.dirname, 'start.js'), {
    totalShards: shards,
    execArgv: ['--max-semi-space-size=4'],
  });
  for (let id = 0; id < shards; id++) health.set(`shard ${id}`, false);
  // Health is answered here, for all of them.
  process.env['PORT'] = '0';
  manager.on('shardCreate', (shard) => {
    shard.on('ready', () => health.set(`shard ${shard.id}`, true));
    shard.on('resume', () => health.set(`shard ${shard.id}`, true));
    for (const lost of ['disconnect', 'reconnecting', 'death'] as const)
      shard.on(lost, () => {
        health.set(`shard ${shard.id}`, false);
        log.record('warn', `shard ${lost}`, { count: shard.id });
      });
    shard.on('death', (child) => {
      // A fault at start, which the process has printed and no other one would be spared: a refused token, say.
      if (shard.ready || !('exitCode' in child) || child.exitCode !== 1) return;
      process.stderr.write('A process of the desk could not start, for the reason above: all of them end.\n');
      // By then the manager has begun the next process, which ends with the others.
      setImmediate(() => end(manager, 1));
    });
  });
  const server = await serveHealth(health, settings.HOST, settings.PORT);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(manager, 0));
  const all = new Promise<void>((go) => {
    manager.on('shardCreate', (shard) => shard.on('ready', () => health.well() && go()));
  });
  // Without a limit of time: Discord may be down for longer, and then every process waits for it.
  await manager.spawn({ timeout: -1 });
  await all;
  process.stdout.write(
    `Red Notice Desk is ready in Discord (${shards} processes). Health: http://${settings.HOST}:${portOf(server)}/healthz\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/** Lets every process finish its answers, and ends this one with `code`. */
function end(manager: ShardingManager, code: number): void {
  manager.respawn = false;
  const ended = [...manager.shards.values()].map(
    (shard) => new Promise((go) => (shard.process ? shard.process.once('exit', go).kill('SIGTERM') : go(null))),
  );
  void Promise.race([Promise.all(ended), new Promise((go) => setTimeout(go, FINISH))]).then(() => {
    for (const shard of manager.shards.values()) shard.process?.kill('SIGKILL');
    process.exit(code);
  });
}
