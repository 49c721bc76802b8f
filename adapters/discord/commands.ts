// /rednotice and the two message menus: answered to the asker alone, and to everybody only where that was asked for and may be.
import {
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { type Answer, excerptsOf, isForEverybody, isUrgent, LANGUAGES, type Language } from '../../src/index.ts';
import { PHRASES, waitPhrase } from '../host/phrases.ts';
import { CHECK, FIND } from './definitions.ts';
import { isOpen } from './guilds.ts';
import type { Parts } from './parts.ts';
import { fixed, reply, shared } from './reply.ts';
import { type Answerable, answerPrivately, say, sayInstead, sayOpenly } from './respond.ts';

/** Words of this adapter for communities that keep the desk to some channels, or to private answers. */
const NOT_SHARED =
  'This answer was not shared: it holds words of yours, says where to turn, or shows nothing of the report. Only you see it.';
const SHARING_OFF = 'Answers of the desk stay private here. Only you see this one.';
const SHARING = 'Sharing the excerpt and its citation …';
const ELSEWHERE =
  'The moderators here keep the desk to other channels. "/rednotice" in a direct message with the desk works everywhere.';

/** A subcommand: its argument as typed, chosen or not. */
export async function answerCommand(
  interaction: ChatInputCommandInteraction,
  parent: string | null,
  parts: Parts,
): Promise<void> {
  const name = interaction.options.getSubcommand(false);
  const typed = interaction.options.data[0]?.options?.find((o) => typeof o.value === 'string')?.value ?? '';
  const share = interaction.options.getBoolean('share') ?? false;
  const words = name === 'ask' ? String(typed) : `/${name} ${typed}`;
  await answer(words.trim() || '/help', { surface: 'command', share, parent }, interaction, parts);
}

/** The words of the message that the menu was opened on. */
export async function answerMenu(
  interaction: MessageContextMenuCommandInteraction,
  parent: string | null,
  parts: Parts,
): Promise<void> {
  const words = interaction.targetMessage.content.trim();
  const question = { [FIND]: words, [CHECK]: `/check ${words}` }[interaction.commandName];
  if (question === undefined) return say(interaction, fixed(PHRASES.unknownShortcut));
  if (words === '') return say(interaction, fixed(PHRASES.noWords));
  await answer(question, { surface: 'menu', share: false, parent }, interaction, parts);
}

interface Asked {
  readonly surface: string;
  readonly share: boolean;
  /** The channel that a thread belongs to. */
  readonly parent: string | null;
}

async function answer(
  text: string,
  { surface, share, parent }: Asked,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  parts: Parts,
): Promise<void> {
  const { desk, guilds, reception, curators } = parts;
  const guild = interaction.guildId;
  const open = await answerPrivately(interaction, async () => {
    const settings = await guilds.find(guild);
    const received = await reception.receive({ text, ...whoAsks(interaction), surface });
    if (received.kind === 'wait') return { message: fixed(waitPhrase(received.seconds)) };
    const found = spoken(received.answer, interaction.locale, settings.language);
    if (!isUrgent(found) && guild && !isOpen(settings, interaction.channelId, parent))
      return { message: fixed(ELSEWHERE) };
    const shareable = canShare(interaction) && settings.sharing;
    const mine = (line?: string) =>
      reply(found, desk, { shareable: shareable && !share, curators: curators !== null, ...(line ? { line } : {}) });
    if (!share) return { message: mine() };
    if (!shareable) return { message: mine(SHARING_OFF) };
    const shown = excerptsOf(found);
    if (!isForEverybody(found) || (shown.excerpts.length === 0 && !shown.extra)) return { message: mine(NOT_SHARED) };
    return { message: fixed(SHARING), openly: shared(found, desk) };
  });
  if (!open) return;
  await sayOpenly(interaction, open);
  await sayInstead(interaction, fixed(PHRASES.shared));
}

/** Who asks and where, for limits and conversations. */
export function whoAsks(interaction: Answerable): { person: string; community: string; place: readonly string[] } {
  const guild = interaction.guildId ?? '';
  const { id } = interaction.user;
  return { person: id, community: guild || id, place: ['discord', guild, interaction.channelId ?? '', '', id] };
}

/**
 * In a direct message with the desk nobody reads along; and where the desk came with a person and not with the server,
 * Discord shows what it says to that person alone, unless they may use apps of their own in public.
 */
export function canShare(interaction: Answerable): boolean {
  if (interaction.context === InteractionContextType.BotDM) return false;
  const ofServer = Boolean(interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall]);
  if (!interaction.guildId || ofServer) return true;
  return interaction.memberPermissions?.has(PermissionFlagsBits.UseExternalApps) ?? false;
}

/** Fixed words are shown in the asker's own language as well, where it is held: of the question, the client, the community. */
export function spoken(answer: Answer, locale: string, community: Language): Answer {
  if (answer.language !== 'en') return answer;
  const own = LANGUAGES.find((l) => l === locale.split('-')[0]);
  return { ...answer, language: own ?? community };
}
