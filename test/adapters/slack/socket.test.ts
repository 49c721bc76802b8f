import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../until.ts';
import { type Line, openLine } from './line.ts';

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));

describe('Socket Mode', () => {
  let line: Line;
  beforeEach(async () => {
    line = await openLine('socket');
  });
  afterEach(() => line.close());

  const health = async () => (await fetch(`http://127.0.0.1:${line.running.port}/healthz`)).status;
  const answers = async () => {
    const { url } = await line.command('para 72');
    return until(() => line.slack.responses.find((r) => r.url === url));
  };

  it('reconnects within about a second when Slack asks for it, and when the network cuts it', async () => {
    for (const how of ['refresh', 'cut'] as const) {
      line.slack.drop(how);
      await until(() => line.slack.connections() === 0 || how === 'refresh', 3000);
      const began = Date.now();
      await pause(50);
      await until(() => line.slack.connections() > 0, 3000);
      expect(Date.now() - began).toBeLessThan(2500);
      await until(async () => (await health()) === 200);
      await answers();
    }
  });

  it('outlives an outage of Slack, says so in its health, and is back soon after', async () => {
    line.slack.faults.down = true;
    line.slack.drop('cut');
    await pause(3500);
    expect(await health()).toBe(503);
    line.slack.faults.down = false;
    const began = Date.now();
    await until(() => line.slack.connections() > 0, 4000);
    expect(Date.now() - began).toBeLessThan(2500);
    await pause(100);
    expect(await health()).toBe(200);
    await answers();
  });

  it('finishes an answer under way before it stops, and takes no new question meanwhile', async () => {
    const own = await openLine('socket', {}, line.slack);
    await until(() => line.slack.connections() === 2);
    await line.running.stop(1000);
    await until(() => line.slack.connections() === 1);
    line.slack.faults.next.set('respond', { status: 429, after: 1 });
    const { url } = await own.command('para 72');
    const stopped = own.running.stop(5000);
    await until(() => line.slack.connections() === 0, 900);
    await stopped;
    expect(line.slack.responses.some((r) => r.url === url)).toBe(true);
  });

  it('ignores frames that are no envelopes', async () => {
    for (const frame of ['', 'garbage', '[]', '{}', '{"type":"x"}', '{"envelope_id":"a","type":"slash_commands"}'])
      line.slack.raw(frame);
    await pause(50);
    await answers();
  });
});
