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
  client.on('interactionCreate', (interaction) => {
    // A session that is resumed brings again what it brought before.
    if (!first(interaction.id)) return;
    void parts.flight.run(() => attempt(interaction, parts));
  });
}

/** Whoever asked is told when something fails; the operator's log hears of it too. */
async function attempt(interaction: Interaction, parts: Parts): Promise<void> {
  try {
    await answer(interaction, parts);
  } catch (fault) {
    if (!interaction.isAutocomplete()) await say(interaction, fixed(PHRASES.failed)).catch(() => undefined);
    throw fault;
  }
}

function answer(interaction: Interaction, parts: Parts): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, parts);
  if (interaction.isChatInputCommand()) {
    if (interaction.commandName === NAME) return answerCommand(interaction, parts);
    if (interaction.commandName === SETTINGS) return showSettings(interaction, parts);
    return say(interaction, fixed(PHRASES.unknownCommand));
  }
  if (interaction.isMessageContextMenuCommand()) return answerMenu(interaction, parts);
  if (interaction.isButton() || interaction.isAnySelectMenu()) {
    if (isSetting(interaction.customId)) return changeSettings(interaction, parts);
    return interaction.isButton() ? answerPress(interaction, parts) : say(interaction, fixed(PHRASES.unknownButton));
  }
  if (interaction.isModalSubmit()) return answerForm(interaction, parts);
  return say(interaction, fixed(PHRASES.unknownCommand));
}
