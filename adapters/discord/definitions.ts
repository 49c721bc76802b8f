// The commands as Discord registers them, made from the registry: one command with subcommands, two message menus, the moderators' settings.
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { COMMANDS, type Command } from '../../src/index.ts';
import { LOCALISED } from './localised.ts';

export const NAME = 'rednotice';
export const SETTINGS = 'rednotice-settings';
export const FIND = 'Find in the report';
export const CHECK = 'Check this quotation';
/** A question may be as long as a quotation that is checked. */
const LONGEST = 4000;

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** Commands that show the desk's own pages have nothing to share. */
export const isShareable = (command: Command): boolean => !['about', 'privacy', 'help'].includes(command.name);

/** The body of the bulk registration. */
export function definitions(): RESTPutAPIApplicationCommandsJSONBody {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: NAME,
      description: 'The report, the passage, who is speaking, and the citation',
      description_localizations: described('rednotice'),
      options: COMMANDS.map(subcommand),
      ...EVERYWHERE,
    },
    ...[FIND, CHECK].map((name) => ({
      type: ApplicationCommandType.Message as const,
      name,
      name_localizations: named(name),
      ...EVERYWHERE,
    })),
    {
      type: ApplicationCommandType.ChatInput,
      name: SETTINGS,
      description: 'For moderators: channels, sharing and language of the desk here',
      description_localizations: described(SETTINGS),
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      integration_types: [ApplicationIntegrationType.GuildInstall],
      contexts: [InteractionContextType.Guild],
    },
  ];
}

function subcommand(command: Command): APIApplicationCommandSubcommandOption {
  const { argument } = command;
  const options: APIApplicationCommandBasicOption[] = [];
  if (argument)
    options.push({
      type: ApplicationCommandOptionType.String,
      name: argument.name,
      name_localizations: named(`argument:${argument.name}`),
      description: argument.help,
      description_localizations: described(`argument:${argument.name}`),
      required: argument.required,
      max_length: LONGEST,
      ...(argument.suggest ? { autocomplete: true } : {}),
    });
  if (isShareable(command))
    options.push({
      type: ApplicationCommandOptionType.Boolean,
      name: 'share',
      name_localizations: named('share'),
      description: 'Show the excerpt to everybody here; your question is not shown',
      description_localizations: described('share'),
    });
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name,
    name_localizations: named(command.name),
    description: command.help,
    description_localizations: described(command.name),
    options,
  };
}

const named = (key: string): LocalizationMap => pick(key, 0);
const described = (key: string): LocalizationMap => pick(key, 1);

function pick(key: string, which: 0 | 1): LocalizationMap {
  return Object.fromEntries(
    Object.entries(LOCALISED).flatMap(([locale, words]) => {
      const word = words[key]?.[which];
      return word ? [[locale, word]] : [];
    }),
  );
}
