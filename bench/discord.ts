// `npm run bench`: questions answered through the real adapter, beside a bare discord.js bot that only replies; and what 10,000 servers weigh.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../adapters/host/place.ts';
import { type LeanDiscord, openLeanDiscord } from './lean-discord.ts';
import { load, middle, p99 } from './load.ts';

const ROUNDS = 5;
const SECONDS = 2;
/** Questions a second that both are offered: a busy bot in thousands of servers is asked fewer. */
const OFFERED = 150;
const IN_FLIGHT = 50;
const LEAST_THROUGHPUT = 0.7;
/** Times the bare p99, and a millisecond on top, since the load generator shares the machine. */
const MOST_P99 = 2;
const ROOM = 1;
const GUILDS = 10_000;
const MOST_MEMORY = 150;

const QUESTIONS = [
  ['para', 'numbers', '72'],
  ['ask', 'question', 'does anybody have to warn the person?'],
  ['define', 'term', 'CCF'],
  ['who', 'name', 'Rhys Davies'],
  ['ask', 'question', 'is a red notice an arrest warrant'],
] as const;

interface Bot {
  readonly child: ChildProcess;
  readonly discord: LeanDiscord;
}

/** The flags of `npm run discord`. */
const FLAGS =
  /"discord": "node ((?:--\S+ )*)/
    .exec(readFileSync(join(projectRoot(), 'package.json'), 'utf8'))?.[1]
    ?.trim()
    .split(' ') ?? [];

async function start(file: string, guilds = 0): Promise<Bot> {
  const discord = await openLeanDiscord(guilds);
  const env = {
    ...process.env,
    PORT: '0',
    DISCORD_TOKEN: 'token',
    DISCORD_API_URL: discord.api,
    STORE_URL: 'memory:',
    LIMIT_PERSON: '100000000',
    LIMIT_COMMUNITY: '100000000',
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, [...FLAGS, join(projectRoot(), 'dist', file)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((go, fail) => {
    child.stdout?.on('data', (said: Buffer) => said.includes('ready') && go());
    child.on('exit', () => fail(new Error(`${file} did not start`)));
  });
  return { child, discord };
}

function stop({ child, discord }: Bot): void {
  child.removeAllListeners('exit');
  child.kill();
  discord.close();
}

interface Load {
  readonly perSecond: number;
  readonly p99: number;
}

let serial = 0;

/** So many questions a second, or with no pace as many as are answered, fifty under way at once. */
async function measure({ discord }: Bot, seconds: number, pace = 0): Promise<Load> {
  const times: number[] = [];
  const one = async () => {
    serial += 1;
    const [name, argument, text] = QUESTIONS[serial % QUESTIONS.length] ?? QUESTIONS[0];
    times.push(await discord.ask(name, argument, text));
  };
  await load(one, IN_FLIGHT, seconds, pace);
  return { perSecond: times.length / seconds, p99: p99(times) };
}

/** Megabytes that a process holds. */
const weight = ({ child }: Bot): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

const line = (text: string) => process.stdout.write(`${text}\n`);
const [bare, desk] = [await start('bench/bare-discord.js'), await start('adapters/discord/start.js')];
for (const bot of [bare, desk]) await measure(bot, 1.5);
const runs: { one: Load; two: Load }[] = [];
for (let round = 0; round < ROUNDS; round++)
  runs.push({ one: await measure(bare, SECONDS, OFFERED), two: await measure(desk, SECONDS, OFFERED) });
const full = { one: await measure(bare, SECONDS), two: await measure(desk, SECONDS) };
for (const bot of [bare, desk]) stop(bot);

const throughput = middle(runs, (r) => r.two.perSecond / r.one.perSecond);
const [bareP99, deskP99] = [middle(runs, (r) => r.one.p99), middle(runs, (r) => r.two.p99)];
line(`offered ${OFFERED} questions/s, middle of ${ROUNDS} rounds:`);
line(`  bare discord.js, replying only: p99 ${bareP99.toFixed(1)} ms`);
line(
  `  the desk, answering: ${throughput.toFixed(2)} of bare's throughput (least ${LEAST_THROUGHPUT}), p99 ${deskP99.toFixed(1)} ms (most ${MOST_P99} times bare and ${ROOM} ms)`,
);
line(
  `as fast as each can, ${IN_FLIGHT} under way: bare ${full.one.perSecond.toFixed(0)} replied/s; the desk ${full.two.perSecond.toFixed(0)} answered/s (${(full.two.perSecond / full.one.perSecond).toFixed(2)})`,
);

const over = [
  ...(throughput < LEAST_THROUGHPUT ? ['throughput'] : []),
  ...(deskP99 > MOST_P99 * bareP99 + ROOM ? ['the answer'] : []),
];
for (const messages of ['off', 'on']) {
  process.env['DISCORD_MESSAGES'] = messages;
  const many = await start('adapters/discord/start.js', GUILDS);
  await measure(many, 1, OFFERED);
  const held = weight(many);
  stop(many);
  line(`${GUILDS} servers, DISCORD_MESSAGES=${messages}: ${held.toFixed(0)} MB (most ${MOST_MEMORY})`);
  if (messages === 'off' && !(held < MOST_MEMORY)) over.push('memory');
}
if (over.length > 0) {
  line(`beyond what is allowed: ${over.join(', ')}`);
  process.exitCode = 1;
}
