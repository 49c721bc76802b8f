// Buttons: what they carry is checked before it is believed, and an old or unknown one gets a friendly word.
import { type ButtonInteraction, InteractionContextType, MessageFlags } from 'discord.js';
import { type Answer, recall, unpackRefs } from '../../src/index.ts';
import { lookUpOffered } from '../host/offers.ts';
import { PHRASES, waitPhrase } from '../host/phrases.ts';
import { readButton } from './buttons.ts';
import { canShare, whoAsks } from './commands.ts';
import type { Parts } from './parts.ts';
import { fixed, reply, shared } from './reply.ts';
import { answerPrivately, say, sayOpenly, turn } from './respond.ts';
import { tellForm } from './tell.ts';

const NOT_SHARED = 'Answers of the desk stay private here: this one was not shared.';

/** Does what the button carries; what it carries and no longer holds is said so. */
export async function answerPress(interaction: ButtonInteraction, parts: Parts): Promise<void> {
  const { desk, health, guilds, curators } = parts;
  const pressed = readButton(interaction.customId);
  if (!pressed) return say(interaction, fixed(PHRASES.unknownButton));
  const { name, page, carried } = pressed;
  const { person, community } = whoAsks(interaction);
  const seconds = name === 'page' ? 0 : await parts.limits.wait(person, community);
  if (seconds > 0) return say(interaction, fixed(waitPhrase(seconds)));
  const show = async (answer: Answer, at = 1) => {
    const { sharing } = await guilds.find(interaction.guildId);
    return reply(answer, desk, { page: at, shareable: sharing && canShare(interaction), curators: curators !== null });
  };
  switch (name) {
    case 'page': {
      const answer = recall(desk, carried);
      if (!answer) return say(interaction, fixed(PHRASES.notHeld));
      const message = await show(answer, page);
      return isOnlyTheirs(interaction) ? turn(interaction, message) : say(interaction, message);
    }
    case 'share': {
      const answer = recall(desk, carried);
      if (!answer || answer.excerpts.length === 0) return say(interaction, fixed(PHRASES.nothingToShare));
      const { sharing } = await guilds.find(interaction.guildId);
      if (!sharing || !canShare(interaction)) return say(interaction, fixed(NOT_SHARED));
      return sayOpenly(interaction, shared(answer, desk, page));
    }
    case 'notes':
    case 'context':
    case 'cite':
    case 'trail':
      return void (await answerPrivately(interaction, async () => {
        const answer = lookUpOffered(name, unpackRefs(carried, desk) ?? [], desk);
        return { message: answer ? await show(answer) : fixed(PHRASES.notHeld) };
      }));
    case 'helpful':
    case 'unhelpful':
      for (const ref of unpackRefs(carried, desk) ?? []) health.count(`${name}.${ref}`);
      return say(interaction, fixed(PHRASES.thanks));
    case 'tell':
      if (!curators) return say(interaction, fixed(PHRASES.toldNobody));
      return void (await interaction.showModal(tellForm(unpackRefs(carried, desk) ?? [])));
    default: {
      const never: never = name;
      return never;
    }
  }
}

/** A message that nobody else sees may be turned in place; where others read along, the page is shown to whoever asked for it. */
function isOnlyTheirs(interaction: ButtonInteraction): boolean {
  return interaction.message.flags.has(MessageFlags.Ephemeral) || interaction.context === InteractionContextType.BotDM;
}
