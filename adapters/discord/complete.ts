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
  const choices = suggest(source, interaction.options.getFocused(), desk)
    .filter((c) => c.value.length > 0 && c.value.length <= CHOICE)
    .slice(0, CHOICES);
  // Suggestions are a courtesy: whoever types on has moved past this one.
  await interaction
    .respond(choices.map(({ label, value }) => ({ name: label.slice(0, CHOICE), value })))
    .catch(() => undefined);
}
