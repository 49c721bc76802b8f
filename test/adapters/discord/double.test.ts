// The fake Discord itself: its answers are as Discord's schema wants, three clients can use it, and it refuses.
import { createRequire } from 'node:module';
import { Client as Core, GatewayDispatchEvents } from '@discordjs/core';
import { Client, Events, GatewayIntentBits, REST, type Interaction as Received } from 'discord.js';
import { Client as Oceanic } from 'oceanic.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaFaults } from './discord-schema.ts';
import { type DiscordDouble, openDiscordDouble, TOKEN } from './double.ts';
import { autocomplete, button, type Interaction, menu, modal, select, slash } from './interactions.ts';
import { APPLICATION, BOT, CHANNEL, GUILD, guildAt, PERSON } from './objects.ts';
import { EPHEMERAL, IS_COMPONENTS_V2 } from './payload-rules.ts';

const said = (content: string, more: object = {}) => ({ content, allowed_mentions: { parse: [] }, ...more });
const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));

let discord: DiscordDouble;
const open: (() => unknown)[] = [];
beforeEach(async () => {
  discord = await openDiscordDouble({ guilds: 2 });
});
afterEach(async () => {
  for (const close of open.splice(0)) await close();
  await discord.close();
});

async function call(method: string, path: string, body?: unknown, token: string | null = TOKEN) {
  const answer = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bot ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = await answer.text();
  // biome-ignore lint/suspicious/noExplicitAny: whatever the fake answered, as JSON
  return { status: answer.status, headers: answer.headers, body: (read ? JSON.parse(read) : null) as any };
}

const callback = (to: { id: string; token: string }, body: unknown, query = '') =>
  call('POST', `/interactions/${to.id}/${to.token}/callback${query}`, body, null);

async function connected(intents: GatewayIntentBits[] = [], double = discord) {
  const bot = new Client({ intents, allowedMentions: { parse: [] }, rest: { api: double.api, version: '10' } });
  open.push(() => bot.destroy());
  const ready = new Promise((go) => bot.once(Events.ClientReady, go));
  await bot.login(TOKEN);
  await ready;
  return bot;
}

/** Sends an interaction and hands over what the bot was given of it, unanswered. */
async function arrived(bot: Client, interaction: Interaction): Promise<Received> {
  const next = new Promise<Received>((go) => bot.once(Events.InteractionCreate, go));
  void discord.interact(interaction);
  return next;
}

describe('what the fake answers', () => {
  it('is what the schema of Discord says', async () => {
    const second = {
      flags: IS_COMPONENTS_V2,
      allowed_mentions: { parse: [] },
      components: [
        {
          type: 17,
          components: [
            {
              type: 9,
              components: [{ type: 10, content: 'x' }],
              accessory: { type: 11, media: { url: 'https://a.b' } },
            },
            { type: 14 },
            { type: 12, items: [{ media: { url: 'https://a.b' } }] },
            { type: 1, components: [{ type: 2, style: 1, custom_id: 'a', emoji: { name: '👍', id: null } }] },
            { type: 1, components: [{ type: 3, custom_id: 's', options: [{ label: 'x', value: 'x' }] }] },
          ],
        },
      ],
    };
    const embed = said('x', { embeds: [{ title: 't', footer: { text: 'f' }, fields: [{ name: 'n', value: 'v' }] }] });
    const asked: [string, string, string, unknown?][] = [
      ['GatewayResponse', 'GET', '/gateway'],
      ['GatewayBotResponse', 'GET', '/gateway/bot'],
      ['UserPIIResponse', 'GET', '/users/@me'],
      ['UserResponse', 'GET', `/users/${PERSON}`],
      ['PrivateApplicationResponse', 'GET', '/applications/@me'],
      ['PrivateApplicationResponse', 'GET', '/oauth2/applications/@me'],
      ['PrivateChannelResponse', 'POST', '/users/@me/channels', { recipient_id: PERSON }],
      ['GuildChannelResponse', 'GET', `/channels/${CHANNEL}`],
      ['MessageResponse', 'POST', `/channels/${CHANNEL}/messages`, embed],
      ['MessageResponse', 'POST', `/channels/${CHANNEL}/messages`, second],
    ];
    for (const [name, method, path, body] of asked) {
      const answer = await call(method, path, body);
      expect([path, answer.status, schemaFaults(name, answer.body)]).toEqual([path, 200, []]);
    }
    expect(discord.refused).toEqual([]);
  });

  it('to commands keeps their ids and adds what Discord adds', async () => {
    const options = [{ type: 1, name: 'find', description: 'd', options: [{ type: 3, name: 'q', description: 'd' }] }];
    const list = [
      { name: 'notice', description: 'Ask', name_localizations: { fr: 'avis' }, options },
      { name: 'Look up', type: 3 },
    ];
    for (const path of [
      `/applications/${APPLICATION}/commands`,
      `/applications/${APPLICATION}/guilds/${GUILD}/commands`,
    ]) {
      const first = await call('PUT', path, list);
      const again = await call('PUT', path, list);
      for (const body of [first.body, again.body, (await call('GET', path)).body])
        expect(schemaFaults('ApplicationCommandResponse', body, { many: true })).toEqual([]);
      expect(again.body[0].id).toBe(first.body[0].id);
      expect(first.body[1]).toMatchObject({ description: '', nsfw: false, default_member_permissions: null });
      expect((await call('GET', path)).body[0].name_localizations).toBeUndefined();
      expect((await call('GET', `${path}?with_localizations=true`)).body[0].name_localizations).toEqual({ fr: 'avis' });
    }
    expect([...discord.commands.keys()]).toEqual(['global', GUILD]);
    expect((await call('PUT', `/applications/${APPLICATION}/commands`, [{ name: 'Bad' }])).body.code).toBe(50035);
    expect((await call('PUT', `/applications/${GUILD}/commands`, list)).status).toBe(403);
  });

  it('to a callback, an edit and a follow-up is a message as the schema has it', async () => {
    const bot = await connected();
    const one = await arrived(bot, slash('notice', 'find', { q: 'x' }));
    const first = await callback(one, { type: 4, data: said('x', { flags: EPHEMERAL }) }, '?with_response=true');
    expect(schemaFaults('InteractionCallbackResponse', first.body)).toEqual([]);
    const hook = `/webhooks/${APPLICATION}/${one.token}`;
    const original = `${hook}/messages/%40original`;
    for (const answer of [
      await call('GET', original, undefined, null),
      await call('PATCH', original, said('y'), null),
      await call('POST', `${hook}?wait=true`, said('z'), null),
    ]) {
      expect(schemaFaults('MessageResponse', answer.body)).toEqual([]);
    }
    expect((await call('GET', original, undefined, null)).body).toMatchObject({ content: 'y', flags: EPHEMERAL });
    const gone = await call('DELETE', original, undefined, null);
    expect([gone.status, gone.headers.get('content-type')]).toEqual([204, null]);
    expect((await call('GET', original, undefined, null)).body.code).toBe(10008);
    expect(await discord.edited(one.token)).toMatchObject({ content: 'y' });
    expect(discord.followUps(one.token)).toMatchObject([{ content: 'z' }]);
  });

  it('to a call without the token is 401, and to an unknown one 404', async () => {
    expect((await call('GET', '/gateway/bot', undefined, 'token-two')).status).toBe(401);
    expect((await call('POST', `/channels/${CHANNEL}/messages`, said('x'), null)).status).toBe(401);
    expect((await call('GET', '/guilds/1')).status).toBe(404);
    expect(discord.refused).toEqual(['no such route: GET /api/v10/guilds/1']);
  });

  it('to a person whose direct messages are closed is 50007', async () => {
    const channel = (await call('POST', '/users/@me/channels', { recipient_id: PERSON })).body.id;
    expect((await call('POST', `/channels/${channel}/messages`, said('x'))).status).toBe(200);
    discord.closedDms.add(PERSON);
    const closed = await call('POST', `/channels/${channel}/messages`, said('x'));
    expect([closed.status, closed.body.code]).toEqual([403, 50007]);
    expect(discord.posted(channel)).toHaveLength(1);
  });

  it('is a fault when one is asked for, once', async () => {
    discord.faults.next.set('gateway', [{ retryAfter: 2, global: true }, { status: 502 }, { cut: true }]);
    const slow = await call('GET', '/gateway/bot');
    expect(slow.body).toEqual({ message: 'You are being rate limited.', retry_after: 2, global: true });
    expect([slow.headers.get('retry-after'), slow.headers.get('x-ratelimit-global')]).toEqual(['2', 'true']);
    expect((await call('GET', '/gateway/bot')).status).toBe(502);
    await expect(call('GET', '/gateway/bot')).rejects.toThrow();
    expect((await call('GET', '/gateway/bot')).status).toBe(200);
  });
});

describe('a callback', () => {
  it('is taken once: the second is refused with 40060', async () => {
    const bot = await connected();
    const one = await arrived(bot, slash('notice', null, {}));
    expect((await callback(one, { type: 5 })).status).toBe(204);
    const again = new Promise<Received>((go) => bot.once(Events.InteractionCreate, go));
    discord.repeat(one.id);
    expect((await again).id).toBe(one.id);
    const second = await callback(one, { type: 5 });
    expect([second.status, second.body.code]).toEqual([400, 40060]);
    expect(discord.refused).toEqual(['callback: twice, type 5 then 5']);
  });

  it('to an interaction nobody made is refused with 10062', async () => {
    const unknown = await callback({ id: '1', token: 'none' }, { type: 5 });
    expect([unknown.status, unknown.body.code, discord.refused.length]).toEqual([404, 10062, 1]);
  });

  it('later than 3 seconds is refused with 10062, and the person is told so', async () => {
    const bot = await connected();
    const next = new Promise<Received>((go) => bot.once(Events.InteractionCreate, go));
    const waiting = discord.interact(slash('notice', null, {}));
    await expect(waiting).rejects.toThrow('not acknowledged within 3 seconds');
    await pause(10);
    const late = await callback(await next, { type: 5 });
    expect([late.status, late.body.code]).toEqual([404, 10062]);
    expect(discord.refused).toEqual([expect.stringContaining('callback: late')]);
  });

  it('with a bad body is refused with 50035, says why, and may be mended', async () => {
    const one = await arrived(await connected(), slash('notice', null, {}));
    const bad = await callback(one, { type: 4, data: said('x'.repeat(2001)) });
    expect([bad.status, bad.body.code, JSON.stringify(bad.body.errors)]).toEqual([
      400,
      50035,
      expect.stringContaining('2000'),
    ]);
    expect((await callback(one, { type: 4, data: said('') })).body.code).toBe(50006);
    expect((await callback(one, { type: 4, data: said('x') })).status).toBe(204);
  });

  it('once of the second version stays so in every edit', async () => {
    const one = await arrived(await connected(), slash('notice', null, {}));
    const components = [{ type: 10, content: 'x' }];
    await callback(one, { type: 5, data: { flags: EPHEMERAL } });
    const original = `/webhooks/${APPLICATION}/${one.token}/messages/@original`;
    const body = { components, allowed_mentions: { parse: [] } };
    expect((await call('PATCH', original, said(''), null)).body.code).toBe(50006);
    expect((await call('PATCH', original, { ...body, flags: IS_COMPONENTS_V2 }, null)).status).toBe(200);
    expect((await call('PATCH', original, body, null)).status).toBe(200);
    expect((await call('PATCH', original, said('y'), null)).body.code).toBe(50035);
    discord.expire(one.token);
    expect((await call('PATCH', original, body, null)).body.code).toBe(50027);
  });

  it('of a bot only its user installed has five follow-ups', async () => {
    const one = await arrived(await connected(), slash('notice', null, {}, { guildId: null, owners: { 1: PERSON } }));
    await callback(one, { type: 5 });
    const hook = `/webhooks/${APPLICATION}/${one.token}`;
    for (let n = 0; n < 5; n++) expect((await call('POST', hook, said('x'), null)).status).toBe(200);
    expect((await call('POST', hook, said('x'), null)).body.code).toBe(40094);
  });
});

describe('discord.js', () => {
  it('receives every kind of interaction as what it is, in a guild and in a direct message', async () => {
    const bot = await connected();
    const within: [Interaction, (i: Received) => unknown, unknown][] = [
      [
        slash('a', 'b c', { q: 'x', n: 2, y: true }),
        (i) =>
          i.isChatInputCommand() && [
            i.options.getSubcommandGroup(),
            i.options.getString('q'),
            i.options.getInteger('n'),
            i.options.getBoolean('y'),
          ],
        ['b', 'x', 2, true],
      ],
      [autocomplete('a', 'b', { q: 'x' }, 'q'), (i) => i.isAutocomplete() && i.options.getFocused(true).value, 'x'],
      [button('press', said('shown')), (i) => i.isButton() && [i.customId, i.message.content], ['press', 'shown']],
      [select('pick', ['v']), (i) => i.isStringSelectMenu() && i.values, ['v']],
      [
        menu('Look up', 'their words'),
        (i) => i.isMessageContextMenuCommand() && i.targetMessage.content,
        'their words',
      ],
      [
        modal('ask', { q: 'typed', s: ['v'] }),
        (i) => i.isModalSubmit() && [i.fields.getTextInputValue('q'), i.fields.getStringSelectValues('s')],
        ['typed', ['v']],
      ],
      [
        slash('a', null, {}, { guildId: null, locale: 'fr' }),
        (i) => [i.guildId, i.user.id, i.locale, i.inGuild()],
        [null, PERSON, 'fr', false],
      ],
    ];
    for (const [sent, read, wanted] of within) expect(read(await arrived(bot, sent))).toEqual(wanted);
    expect(discord.refused).toEqual([]);
  });

  it('answers, edits, follows up and registers commands', async () => {
    const bot = await connected([GatewayIntentBits.Guilds]);
    expect(bot.guilds.cache.size).toBe(2);
    bot.on(Events.InteractionCreate, async (one) => {
      if (!one.isChatInputCommand()) return;
      await one.deferReply();
      await one.editReply('edited');
      await one.followUp('followed');
    });
    const { type, token, data } = await discord.interact(slash('notice', null, {}));
    expect([type, data]).toEqual([5, { flags: 0 }]);
    expect(await discord.edited(token)).toMatchObject({ content: 'edited', allowed_mentions: { parse: [] } });
    await expect.poll(() => discord.followUps(token)).toMatchObject([{ content: 'followed' }]);
    const kept = await bot.application?.commands.set([{ name: 'notice', description: 'Ask' }]);
    expect(kept?.first()?.name).toBe('notice');
    expect(discord.refused).toEqual([]);
  });

  it('resumes after a lost connection and is sent what it missed, and begins anew when the session is gone', async () => {
    const bot = await connected();
    discord.drop();
    const missed = arrived(bot, slash('notice', null, {}));
    expect((await missed).token).toMatch(/^token-of-/);
    expect([discord.gateway.identifies.length, discord.gateway.resumes]).toEqual([1, 1]);
    await pause(50);
    discord.raw({ op: 9, d: false });
    await expect.poll(() => discord.gateway.identifies.length, { timeout: 9000 }).toBe(2);
    await bot.destroy();
    await expect.poll(() => discord.gateway.connections()).toBe(0);
    expect(discord.gateway.closes).toContain(1000);
  });

  it('is told when its token or its intents are not good', async () => {
    const bot = () => new Client({ intents: [], rest: { api: discord.api, version: '10' } });
    await expect(bot().login('token-two')).rejects.toThrow('invalid token');
    discord.faults.identify = 4014;
    await expect(bot().login(TOKEN)).rejects.toThrow('disallowed intents');
  });

  it('is given each guild on its shard, and direct messages on the first', async () => {
    const many = await openDiscordDouble({ shards: 2, maxConcurrency: 2, guilds: 4 });
    open.push(() => many.close());
    const bot = new Client({
      intents: [GatewayIntentBits.Guilds],
      shards: 'auto',
      rest: { api: many.api, version: '10' },
    });
    open.unshift(() => bot.destroy());
    const ready = new Promise((go) => bot.once(Events.ClientReady, go));
    await bot.login(TOKEN);
    await ready;
    bot.on(Events.Raw, (packet: { t: string }, shard: number) => packet.t === 'INTERACTION_CREATE' && seen.push(shard));
    const seen: number[] = [];
    for (const guildId of [guildAt(0), guildAt(1), null]) void many.interact(slash('a', null, {}, { guildId }));
    await expect.poll(() => seen.toSorted()).toEqual([0, 0, 1]);
    expect(many.gateway.identifies.map((i) => i.shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('sees of messages what its intents let it see', async () => {
    const bot = await connected([GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]);
    const seen: string[] = [];
    bot.on(
      Events.Raw,
      (packet: { t: string; d: { content: string } }) => packet.t === 'MESSAGE_CREATE' && seen.push(packet.d.content),
    );
    discord.send('MESSAGE_CREATE', { content: 'to all', guild_id: GUILD, mentions: [] });
    discord.send('MESSAGE_CREATE', { content: 'to the bot', guild_id: GUILD, mentions: [{ id: BOT }] });
    discord.send('MESSAGE_CREATE', { content: 'alone', mentions: [] });
    await expect.poll(() => seen).toEqual(['', 'to the bot', 'alone']);
  });
});

describe('other clients', () => {
  it('oceanic.js logs in, receives an interaction and answers it', async () => {
    const bot = new Oceanic({
      auth: `Bot ${TOKEN}`,
      gateway: { intents: ['GUILDS'] },
      rest: { baseURL: `${discord.api}/v10` },
      allowedMentions: { everyone: false, roles: false, users: false, repliedUser: false },
    });
    open.push(() => bot.disconnect(false));
    const ready = new Promise((go) => bot.once('ready', () => go(null)));
    bot.on('interactionCreate', (one) => {
      if (one.isCommandInteraction()) void one.createMessage({ content: one.data.options.getString('q', true) });
    });
    await bot.connect();
    await ready;
    expect(bot.guilds.size).toBe(2);
    const { type, data } = await discord.interact(slash('notice', null, { q: 'from oceanic' }));
    expect([type, data.content]).toEqual([4, 'from oceanic']);
    expect(discord.refused).toEqual([]);
  });

  it('@discordjs/core logs in, receives an interaction and answers it', async () => {
    const rest = new REST({ version: '10', api: discord.api }).setToken(TOKEN);
    // Its own gateway, newer than the one of discord.js that an import would give.
    const own = createRequire(createRequire(import.meta.url).resolve('@discordjs/core'));
    const { WebSocketManager } = own('@discordjs/ws');
    const gateway = new WebSocketManager({ token: TOKEN, intents: 0, rest });
    const bot = new Core({ rest, gateway });
    open.push(() => gateway.destroy());
    bot.on(GatewayDispatchEvents.InteractionCreate, ({ api, data }) => {
      void api.interactions.reply(data.id, data.token, { content: 'from core', allowed_mentions: { parse: [] } });
    });
    await gateway.connect();
    await expect.poll(() => discord.gateway.identifies.length).toBe(1);
    const { type, data } = await discord.interact(button('press'));
    expect([type, data.content]).toEqual([4, 'from core']);
    expect(discord.refused).toEqual([]);
  });
});
