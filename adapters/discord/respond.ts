// Replies to an interaction: within three seconds whatever happens, once, and said again when the network lost the first.
import {
  type AutocompleteInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import type { Message } from './reply.ts';

export type Answerable = Exclude<Interaction, AutocompleteInteraction>;

/** After so many milliseconds of work Discord is told to wait; it gives up after 3,000. */
const SLOW = 1500;
const ALREADY_ACKNOWLEDGED = 40060;

const privately = (message: Message) => ({ ...message, flags: message.flags | MessageFlags.Ephemeral });

/** Does the work and shows what it gives to the asker alone; what takes long is announced first. */
export async function answerPrivately(interaction: Answerable, work: () => Promise<Message>): Promise<void> {
  let waiting: Promise<unknown> | null = null;
  const timer = setTimeout(() => {
    waiting = again(() => interaction.deferReply({ flags: MessageFlags.Ephemeral }));
  }, SLOW);
  try {
    const message = await work();
    clearTimeout(timer);
    if (waiting === null) return await say(interaction, message);
    await waiting;
    await interaction.editReply(message);
  } finally {
    clearTimeout(timer);
  }
}

/** To the asker alone: the first reply, or one more. */
export async function say(interaction: Answerable, message: Message): Promise<void> {
  if (interaction.deferred && !interaction.replied) await interaction.editReply(message);
  else if (interaction.replied) await interaction.followUp(privately(message));
  else await again(() => interaction.reply(privately(message)));
}

/** For everybody who reads along. */
export async function sayOpenly(interaction: Answerable, message: Message): Promise<void> {
  if (interaction.replied || interaction.deferred) await interaction.followUp(message);
  else await again(() => interaction.reply(message));
}

/** In place of the message whose button was pressed. */
export async function turn(interaction: MessageComponentInteraction, message: Message): Promise<void> {
  await again(() => interaction.update(message));
}

/**
 * Runs a first response, and once more when the connection broke: discord.js does not, and the asker would read that
 * the desk did not respond. A response that had arrived after all is not an error.
 */
export async function again(respond: () => Promise<unknown>): Promise<void> {
  try {
    await respond();
  } catch (first) {
    if (first instanceof DiscordAPIError) throw first;
    await respond().catch((second: unknown) => {
      if (!(second instanceof DiscordAPIError && second.code === ALREADY_ACKNOWLEDGED)) throw second;
    });
  }
}
