// A bare discord.js bot that only replies, with as many words as an answer has: what the desk in Discord is measured against.
import { Client, ComponentType, MessageFlags } from 'discord.js';

const client = new Client({
  intents: [],
  rest: { api: process.env['DISCORD_API_URL'] ?? '', version: '10', globalRequestsPerSecond: 1_000_000 },
});
const components = [{ type: ComponentType.TextDisplay as const, content: 'x'.repeat(2000) }];
client.on('interactionCreate', (interaction) => {
  if (interaction.isChatInputCommand())
    void interaction.reply({ components, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral });
});
await client.login(process.env['DISCORD_TOKEN'] ?? '');
process.stdout.write('bare discord.js is ready\n');
