// /rednotice and the two message menus: answered to the asker alone, and to everybody only where that was asked for and may be.
import {
  type ChatInputCommandInteraction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { type Answer, isForEverybody, LANGUAGES, type Language } from '../../src/index.ts';
import { PHRASES, waitPhrase } from '../host/phrases.ts';
import { CHECK, FIND } from './definitions.ts';
import { isOpen } from './guilds.ts';
import type { Parts } from './parts.ts';
import { fixed, type Message, reply, shared } from './reply.ts';
import { type Answerable, answerPrivately, sayOpenly } from './respond.ts';

/** Words of this adapter for communities that keep the desk to some channels, or to private answers. */
const NOT_SHARED = 'This answer was not shared: it holds words of yours, or says where to turn. Only you see it.';
const SHARING_OFF = 'The moderators here keep answers of the desk private. Only you see this one.';
const ELSEWHERE = 'The moderators here keep the desk to other channels. A direct message to the desk works everywhere.';

/** A subcommand: its argument as typed, chosen or not. */
export async function answerCommand(interaction: ChatInputCommandInteraction, parts: Parts): Promise<void> {
  const name = interaction.options.getSubcommand(false);
  const typed = interaction.options.data[0]?.options?.find((o) => typeof o.value === 'string')?.value ?? '';
  const share = interaction.options.getBoolean('share') ?? false;
  const words = name === 'ask' ? String(typed) : `/${name} ${typed}`;
  await answer(words.trim() || '/help', 'command', share, interaction, parts);
}

/** The words of the message that the menu was opened on. */
export async function answerMenu(interaction: MessageContextMenuCommandInteraction, parts: Parts): Promise<void> {
  const words = interaction.targetMessage.content.trim();
  const question = { [FIND]: words, [CHECK]: `/check ${words}` }[interaction.commandName];
  if (question === undefined) return answerPrivately(interaction, async () => fixed(PHRASES.unknownShortcut));
  if (words === '') return answerPrivately(interaction, async () => fixed(PHRASES.noWords));
  await answer(question, 'menu', false, interaction, parts);
}

async function answer(
  text: string,
  surface: string,
  share: boolean,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  parts: Parts,
): Promise<void> {
  const { desk, guilds, reception, curators } = parts;
  const guild = interaction.guildId;
  let open: Message | null = null;
  await answerPrivately(interaction, async () => {
    const settings = await guilds.find(guild);
    const received = await reception.receive({ text, ...whoAsks(interaction), surface });
    if (received.kind === 'wait') return fixed(waitPhrase(received.seconds));
    const found = spoken(received.answer, interaction.locale, settings.language);
    const urgent = found.outcome === 'declined' && found.reason === 'safety';
    if (!urgent && guild && !isOpen(settings, interaction.channelId, parentOf(interaction))) return fixed(ELSEWHERE);
    const shareable = canShare(interaction) && settings.sharing;
    const full = reply(found, desk, { shareable: shareable && !share, curators: curators !== null });
    if (!share) return full;
    if (!settings.sharing)
      return reply(found, desk, { shareable: false, curators: curators !== null, line: SHARING_OFF });
    if (!isForEverybody(found) || found.excerpts.length === 0)
      return reply(found, desk, { shareable: false, curators: curators !== null, line: NOT_SHARED });
    open = shared(found, desk);
    return fixed(PHRASES.shared);
  });
  if (open) await sayOpenly(interaction, open);
}

/** Who asks and where, for limits and conversations. */
export function whoAsks(interaction: Answerable): { person: string; community: string; place: readonly string[] } {
  const guild = interaction.guildId ?? '';
  const { id } = interaction.user;
  return { person: id, community: guild || id, place: ['discord', guild, interaction.channelId ?? '', '', id] };
}

/** In a direct message with the desk nobody reads along. */
export const canShare = (interaction: Answerable): boolean => interaction.context !== InteractionContextType.BotDM;

/** Fixed words are shown in the asker's own language as well, where it is held: of the question, the client, the community. */
export function spoken(answer: Answer, locale: string, community: Language): Answer {
  if (answer.language !== 'en') return answer;
  const own = LANGUAGES.find((l) => l === locale.split('-')[0]);
  return { ...answer, language: own ?? community };
}

function parentOf(interaction: Answerable): string | null {
  const { channel } = interaction;
  return channel && 'parentId' in channel ? channel.parentId : null;
}
