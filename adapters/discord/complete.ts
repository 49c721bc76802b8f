// Suggestions while an argument is typed: never late, never failing, and any other text may be sent as well.
import type { AutocompleteInteraction } from 'discord.js';
import { COMMANDS, suggest } from '../../src/index.ts';
import { NAME } from './definitions.ts';
import type { Parts } from './parts.ts';
import { CHOICE, CHOICES } from './within-limits.ts';

/** Offers what the registry suggests for the argument that is being typed; nothing where it suggests nothing. */
export async function complete(interaction: AutocompleteInteraction, { desk }: Parts): Promise<void> {
  const command = COMMANDS.find((c) => c.name === interaction.options.getSubcommand(false));
  const source = interaction.commandName === NAME ? (command?.argument?.suggest ?? null) : null;
  const typed = interaction.options.getFocused();
  // "71-75, 7": what stands before the last piece is kept.
  const [, before = '', last = typed] = /^(.*[,;]\s*|.*\d\s*-\s*)?(.*)$/s.exec(typed) ?? [];
  const listed = source === 'paragraph' || source === 'note';
  const head = listed ? before : '';
  const choices = suggest(source, listed ? last : typed, desk)
    .map(({ value, label }) => ({ value: `${head}${value}`, label: `${head}${label}` }))
    .filter((c) => c.value.length > 0 && c.value.length <= CHOICE && !c.value.endsWith(' …'))
    .slice(0, CHOICES);
  // Suggestions are a courtesy: whoever types on has moved past this one.
  await interaction
    .respond(choices.map(({ label, value }) => ({ name: label.slice(0, CHOICE).toWellFormed(), value })))
    .catch(() => undefined);
}
