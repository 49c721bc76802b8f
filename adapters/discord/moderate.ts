// /rednotice-settings: what moderators of a community may set, shown and changed in one private message.
import {
  type AnySelectMenuInteraction,
  type APIComponentInContainer,
  type ButtonInteraction,
  ButtonStyle,
  ChannelType,
  type ChatInputCommandInteraction,
  ComponentType,
  PermissionFlagsBits,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { LANGUAGES, type Language } from '../../src/index.ts';
import { type GuildSettings, USUAL } from './guilds.ts';
import { bold, plain, small } from './markdown.ts';
import type { Parts } from './parts.ts';
import { fixed, type Message, message, text } from './reply.ts';
import { answerPrivately, say, turn } from './respond.ts';

const MODERATORS = 'Only members who may manage this server can change what the desk does here.';
const NO_SERVER = 'These settings belong to a server. In a direct message there is nothing to set.';
const NAMES: Record<Language, string> = {
  en: 'English only',
  tr: 'Türkçe',
  ru: 'Русский',
  uk: 'Українська',
  zh: '中文',
  ar: 'العربية',
  fa: 'فارسی',
  es: 'Español',
  fr: 'Français',
};

/** Shows the form to those who may manage the server. */
export async function showSettings(interaction: ChatInputCommandInteraction, parts: Parts): Promise<void> {
  await answerPrivately(interaction, async () => {
    const guild = interaction.guildId;
    if (!guild) return { message: fixed(NO_SERVER) };
    return { message: mayManage(interaction) ? form(await parts.guilds.find(guild)) : fixed(MODERATORS) };
  });
}

/** True for the ids of this form. */
export const isSetting = (id: string): boolean => id.startsWith('1.set.');

/** Keeps what was chosen, when whoever chose may manage the server, and shows the form as it is then. */
export async function changeSettings(
  interaction: AnySelectMenuInteraction | ButtonInteraction,
  parts: Parts,
): Promise<void> {
  const guild = interaction.guildId;
  if (!guild || !mayManage(interaction)) return say(interaction, fixed(MODERATORS));
  const before = await parts.guilds.find(guild);
  const after = changed(before, interaction);
  await (after === USUAL ? parts.guilds.drop(guild) : parts.guilds.keep(guild, after));
  await turn(interaction, form(after));
}

/** Permissions come with the interaction: the desk reads no roles. */
const mayManage = (interaction: ChatInputCommandInteraction | AnySelectMenuInteraction | ButtonInteraction): boolean =>
  interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;

function changed(before: GuildSettings, interaction: AnySelectMenuInteraction | ButtonInteraction): GuildSettings {
  const values = interaction.isButton() ? [] : interaction.values;
  const [first] = values;
  switch (interaction.customId) {
    case '1.set.channels':
      return { ...before, channels: values.filter((v) => /^\d+$/.test(v)).slice(0, 25) };
    case '1.set.sharing':
      return { ...before, sharing: first === 'on' };
    case '1.set.language':
      return { ...before, language: LANGUAGES.find((l) => l === first) ?? 'en' };
    case '1.set.reset':
      return USUAL;
    default:
      return before;
  }
}

const CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
] as const;

function form({ channels, sharing, language }: GuildSettings): Message {
  const title = (name: string, words: string) => text(`${bold(plain(name))}\n${small(plain(words))}`);
  const option = (value: string, label: string, chosen: boolean) => ({ value, label, default: chosen });
  const languages = (['en', ...LANGUAGES] as const).map((l) => option(l, NAMES[l], l === language));
  return message([
    text('### The desk in this server'),
    title('Channels', 'Where the desk answers. Choose none for everywhere. Danger is answered everywhere, privately.'),
    row({
      type: ComponentType.ChannelSelect,
      custom_id: '1.set.channels',
      placeholder: 'Everywhere',
      min_values: 0,
      max_values: 25,
      channel_types: [...CHANNELS],
      default_values: channels.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
    }),
    title('Sharing', 'Whether members may show an excerpt to everybody. Answers are private unless shared.'),
    row({
      type: ComponentType.StringSelect,
      custom_id: '1.set.sharing',
      options: [option('on', 'Members may share excerpts', sharing), option('off', 'Answers stay private', !sharing)],
    }),
    title('Language', 'Where to turn for help is shown in this language as well as in English.'),
    row({ type: ComponentType.StringSelect, custom_id: '1.set.language', options: languages }),
    row({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: '1.set.reset',
      label: 'Forget these settings',
    }),
  ]);
}

type Row = Extract<APIComponentInContainer, { type: ComponentType.ActionRow }>;
const row = (component: Row['components'][number]): Row =>
  ({ type: ComponentType.ActionRow, components: [component] }) as Row;
