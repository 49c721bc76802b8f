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

export interface Done {
  readonly message: Message;
  /** What is to be shown openly after it. */
  readonly openly?: Message;
}

/**
 * Does the work and shows its message to the asker alone; what takes long is announced first. Gives back what is to be
 * shown openly, or null.
 */
export async function answerPrivately(interaction: Answerable, work: () => Promise<Done>): Promise<Message | null> {
  let waiting: Promise<void> | null = null;
  const timer = setTimeout(() => {
    waiting = again(
      () => interaction.deferReply({ flags: MessageFlags.Ephemeral }),
      () => {
        interaction.deferred = true;
      },
    );
    waiting.catch(() => undefined);
  }, SLOW);
  try {
    const { message, openly = null } = await work();
    clearTimeout(timer);
    await waiting;
    await say(interaction, message);
    return openly;
  } finally {
    clearTimeout(timer);
    await (waiting as Promise<void> | null)?.catch(() => undefined);
  }
}

/** To the asker alone: the first reply, or one more. */
export async function say(interaction: Answerable, message: Message): Promise<void> {
  if (interaction.deferred && !interaction.replied) await interaction.editReply(message);
  else if (interaction.replied) await interaction.followUp(privately(message));
  else await reply(interaction, privately(message));
}

/** For everybody who reads along. */
export async function sayOpenly(interaction: Answerable, message: Message): Promise<void> {
  if (interaction.replied || interaction.deferred) await interaction.followUp(message);
  else await reply(interaction, message);
}

/** In place of the first reply. */
export async function sayInstead(interaction: Answerable, message: Message): Promise<void> {
  await interaction.editReply(message);
}

function reply(interaction: Answerable, message: Omit<Message, 'flags'> & { flags: number }): Promise<void> {
  return again(
    () => interaction.reply(message),
    () => {
      interaction.replied = true;
    },
  );
}

/** In place of the message whose button was pressed. */
export async function turn(interaction: MessageComponentInteraction, message: Message): Promise<void> {
  await again(() => interaction.update(message));
}

/**
 * Runs a first response, and once more when the connection broke: discord.js does not, and the asker would read that
 * the desk did not respond. A response that had arrived after all is no error, and `arrived` hears of it.
 */
async function again(respond: () => Promise<unknown>, arrived: () => void = () => undefined): Promise<void> {
  try {
    await respond();
  } catch (first) {
    if (first instanceof DiscordAPIError) throw first;
    await respond().catch((second: unknown) => {
      if (!(second instanceof DiscordAPIError && second.code === ALREADY_ACKNOWLEDGED)) throw second;
      arrived();
    });
  }
}
