// The desk's own pages: the Home tab, prompts for a new conversation, and leaving when a workspace removes the desk.
import type { App, InstallationStore } from '@slack/bolt';
import type { Once } from './once.ts';
import type { Parts } from './parts.ts';
import { homeView, PROMPTS } from './views.ts';

/** Listens to the desk's own pages being opened, and to workspaces leaving. */
export function answerHome(app: App, once: Once, installations: InstallationStore | null, parts: Parts): void {
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (!(await once.first(body.event_id))) return;
    await parts.flight.run(async () => {
      if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: homeView(parts.desk) });
      // Without a thread: with one, an app of the agent kind is silently ignored.
      else
        await client.apiCall('assistant.threads.setSuggestedPrompts', { channel_id: event.channel, prompts: PROMPTS });
    });
  });
  for (const gone of ['app_uninstalled', 'tokens_revoked'] as const) {
    app.event(gone, async ({ event, body, context }) => {
      const bots = 'tokens' in event ? (event.tokens.bot ?? []) : null;
      if (bots?.length === 0 || !installations?.deleteInstallation) return;
      await installations.deleteInstallation({
        teamId: context.teamId ?? body.team_id,
        enterpriseId: context.enterpriseId,
        isEnterpriseInstall: context.isEnterpriseInstall,
      });
      parts.log.record('info', 'a workspace removed the desk');
    });
  }
}
