// One way of speaking to the desk for both transports: the same scenarios run over HTTP and over Socket Mode.
import { openLog } from '../../../adapters/host/log.ts';
import { projectRoot } from '../../../adapters/host/place.ts';
import type { Running } from '../../../adapters/host/run.ts';
import { readSettings } from '../../../adapters/host/settings.ts';
import { openSlack } from '../../../adapters/slack/app.ts';
import { SlackSettings } from '../../../adapters/slack/settings.ts';
import { theDesk } from '../../the-desk.ts';
import { openSlackDouble, SECRET, type SlackDouble, signed } from './double.ts';

export type Transport = 'socket' | 'http';

export interface Line {
  readonly slack: SlackDouble;
  readonly running: Running;
  readonly log: string[];
  /** Each resolves with the status (HTTP) or 200 (socket) once acknowledged. */
  readonly command: (text: string, more?: Record<string, string>) => Promise<{ url: string; status: number }>;
  readonly event: (event: object, more?: object) => Promise<number>;
  readonly interact: (payload: object) => Promise<number>;
  readonly post: (body: string, headers: Record<string, string>) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export const settingsFor = (slack: SlackDouble, transport: Transport, more: Record<string, string> = {}) =>
  readSettings(SlackSettings, {
    placeOf: () => 'test',
    values: {
      PORT: '0',
      STORE_URL: 'memory:',
      SLACK_MODE: transport,
      SLACK_API_URL: slack.api,
      SLACK_BOT_TOKEN: 'xoxb-one',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_CURATORS_CHANNEL: 'C0CURATORS',
      LOG_LEVEL: 'debug',
      LIMIT_PERSON: '200',
      ...more,
    },
  });

export async function openLine(
  transport: Transport,
  more: Record<string, string> = {},
  slack?: SlackDouble,
): Promise<Line> {
  const double = slack ?? (await openSlackDouble());
  const log: string[] = [];
  const settings = settingsFor(double, transport, more);
  const running = await openSlack(
    await theDesk(),
    settings,
    openLog('debug', (l) => log.push(l)),
    projectRoot(),
  );
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${running.port}/slack/events`, { method: 'POST', headers, body });
  const form = async (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields).toString();
    return (await post(body, signed(body, 'application/x-www-form-urlencoded'))).status;
  };
  let n = 0;
  return {
    slack: double,
    running,
    log,
    post,
    command: async (text, extra = {}) => {
      const url = double.responseUrl();
      const payload = {
        command: '/rednotice',
        text,
        user_id: 'U1',
        channel_id: 'C1',
        team_id: 'T1',
        response_url: url,
        trigger_id: double.trigger(),
        ...extra,
      };
      if (transport === 'http') return { url, status: await form(payload) };
      await double.envelope('slash_commands', payload);
      return { url, status: 200 };
    },
    event: async (event, extra = {}) => {
      n += 1;
      const payload = {
        type: 'event_callback',
        event_id: `Ev${n}`,
        team_id: 'T1',
        authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
        event,
        ...extra,
      };
      if (transport === 'http') {
        const body = JSON.stringify(payload);
        return (await post(body, signed(body, 'application/json'))).status;
      }
      await double.envelope('events_api', payload);
      return 200;
    },
    interact: async (payload) => {
      const whole = { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' }, api_app_id: 'A1', ...payload };
      if (transport === 'http') return form({ payload: JSON.stringify(whole) });
      await double.envelope('interactive', whole);
      return 200;
    },
    close: async () => {
      await running.stop(2000);
      if (!slack) await double.close();
    },
  };
}
