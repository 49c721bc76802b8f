import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../adapters/host/place.ts';
import { SCOPES } from '../../../adapters/slack/scopes.ts';

const folder = join(projectRoot(), 'adapters/slack');
const manifest = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const code = readdirSync(folder)
  .filter((f) => f.endsWith('.ts'))
  .map((f) => readFileSync(join(folder, f), 'utf8'))
  .join('\n');

/** What each scope is for: without a sign of it in the code, the scope is asked for in vain. */
const NEEDS: Record<string, RegExp> = {
  'app_mentions:read': /app\.event\('app_mention'/,
  'assistant:write': /assistant\.threads\./,
  'channels:history': /app\.event\('message'/,
  'groups:history': /app\.event\('message'/,
  'chat:write': /chat\.postMessage/,
  commands: /app\.command\(/,
  'im:history': /channel_type === 'im'/,
};
/** The scope each event needs; none for those about the app itself. */
const EVENTS: Record<string, string | null> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  app_uninstalled: null,
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  tokens_revoked: null,
};

describe('the manifests', () => {
  it('ask for the scopes of the code and no others, and each is used', () => {
    const scopes: string[] = manifest('manifest.json').oauth_config.scopes.bot;
    expect([...scopes].sort()).toEqual([...SCOPES].sort());
    for (const scope of scopes) expect(code, scope).toMatch(NEEDS[scope] ?? /never/);
    expect(manifest('manifest-minimal.json').oauth_config.scopes.bot).toEqual(['commands']);
  });

  it('subscribe to the events that the code listens to, each with its scope', () => {
    const { settings, oauth_config } = manifest('manifest.json');
    for (const event of settings.event_subscriptions.bot_events) {
      expect(Object.keys(EVENTS)).toContain(event);
      const scope = EVENTS[event];
      if (scope) expect(oauth_config.scopes.bot).toContain(scope);
      expect(code).toContain(`'${event.split('.')[0]}'`);
    }
    expect(manifest('manifest-minimal.json').settings.event_subscriptions).toBeUndefined();
  });

  it('name the command and the shortcuts that the code answers', () => {
    for (const name of ['manifest.json', 'manifest-minimal.json']) {
      const { features } = manifest(name);
      expect(features.slash_commands.map((c: { command: string }) => c.command)).toEqual(['/rednotice']);
      for (const { callback_id } of features.shortcuts) expect(code).toContain(`'${callback_id}'`);
    }
  });
});
