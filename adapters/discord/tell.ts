// A word to the curators: the form shows all that will be sent, to be changed at will.
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  Routes,
  TextInputStyle,
} from 'discord.js';
import { PHRASES } from '../host/phrases.ts';
import { plain } from './markdown.ts';
import type { Parts } from './parts.ts';
import { fixed, message, text } from './reply.ts';
import { answerPrivately, say } from './respond.ts';

const FORM = '1.tell';
/** What is left of a message's 4,000 characters when every sign is marked. */
const LONGEST = 1800;

/** The form, with the references shown and room for words; nothing is sent before the reader presses Submit. */
export function tellForm(refs: readonly string[]): APIModalInteractionResponseCallbackData {
  return {
    custom_id: FORM,
    title: 'Tell the curators',
    components: [
      {
        type: ComponentType.TextDisplay,
        content:
          'Only the words in this box are sent, without your name. Change or delete anything; please leave out names and details of people.',
      },
      {
        type: ComponentType.Label,
        label: 'What will be sent',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'words',
          style: TextInputStyle.Paragraph,
          max_length: LONGEST,
          required: true,
          value: `Shown: ${refs.join(', ') || 'nothing'}\nWhat was wrong or missing: `,
        },
      },
    ],
  };
}

/** Sends what the form holds, as text and never as markup, to the curators' channel. */
export async function answerForm(interaction: ModalSubmitInteraction, parts: Parts): Promise<void> {
  const { curators } = parts;
  if (interaction.customId !== FORM) return say(interaction, fixed(PHRASES.unknownButton));
  await answerPrivately(interaction, async () => {
    const words = interaction.fields.getTextInputValue('words').slice(0, LONGEST);
    const sent = curators
      ? await parts.rest.post(Routes.channelMessages(curators), { body: told(words) }).then(
          () => true,
          () => false,
        )
      : false;
    return { message: fixed(sent ? PHRASES.told : PHRASES.toldNobody) };
  });
}

function told(words: string) {
  const { components, flags } = message([text(`**From a reader, as written**\n${plain(words)}`)]);
  return { components, flags, allowed_mentions: { parse: [] } };
}
