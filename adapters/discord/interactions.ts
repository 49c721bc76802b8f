// Every interaction Discord sends, each once: to the surface it belongs to, and never into silence.
import type { Client, Interaction } from 'discord.js';
import { PHRASES } from '../host/phrases.ts';
import { answerCommand, answerMenu } from './commands.ts';
import { complete } from './complete.ts';
import { NAME, SETTINGS } from './definitions.ts';
import { changeSettings, isSetting, showSettings } from './moderate.ts';
import { once } from './once.ts';
import type { Parts } from './parts.ts';
import { answerPress } from './press.ts';
import { fixed } from './reply.ts';
import { say } from './respond.ts';
import { answerForm } from './tell.ts';

/** Listens to every interaction; one that is old, unknown or fails is answered with a private word. */
export function answerInteractions(client: Client, parts: Parts): void {
  const first = once();
  // Without servers in its memory, discord.js forgets which channel a thread belongs to; the packet itself says it.
  let parent: string | null = null;
  client.on('raw', (packet: { t?: string; d?: { channel?: { parent_id?: string | null } } }) => {
    if (packet.t === 'INTERACTION_CREATE') parent = packet.d?.channel?.parent_id ?? null;
  });
  client.on('interactionCreate', (interaction) => {
    // A session that is resumed brings again what it brought before.
    if (!first(interaction.id)) return;
    const within = parent;
    void parts.flight.run(() => attempt(interaction, within, parts));
  });
}

/** Whoever asked is told when something fails; the operator's log hears of it too. */
async function attempt(interaction: Interaction, parent: string | null, parts: Parts): Promise<void> {
  try {
    await answer(interaction, parent, parts);
  } catch (fault) {
    if (!interaction.isAutocomplete()) await say(interaction, fixed(PHRASES.failed)).catch(() => undefined);
    throw fault;
  }
}

function answer(interaction: Interaction, parent: string | null, parts: Parts): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, parts);
  if (interaction.isChatInputCommand()) {
    if (interaction.commandName === NAME) return answerCommand(interaction, parent, parts);
    if (interaction.commandName === SETTINGS) return showSettings(interaction, parts);
    return say(interaction, fixed(PHRASES.unknownCommand));
  }
  if (interaction.isMessageContextMenuCommand()) return answerMenu(interaction, parent, parts);
  if (interaction.isButton() || interaction.isAnySelectMenu()) {
    if (isSetting(interaction.customId)) return changeSettings(interaction, parts);
    return interaction.isButton() ? answerPress(interaction, parts) : say(interaction, fixed(PHRASES.unknownButton));
  }
  if (interaction.isModalSubmit()) return answerForm(interaction, parts);
  return say(interaction, fixed(PHRASES.unknownCommand));
}
