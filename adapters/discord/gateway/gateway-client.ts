import {
  type CacheWithLimitsOptions,
  Client,
  type ClientOptions,
  GatewayIntentBits,
  Options,
} from 'discord.js';
import type { DiscordConfig } from '../discord-config.ts';
import type { BackOff } from './back-off.ts';

/** A discord.js client that keeps connections and nothing else: answers need no memory of servers and people. */
export function gatewayClient({ apiUrl, shards }: DiscordConfig, { buildStrategy }: BackOff): Client {
  return new Client({
    // Not Guilds: it would send every server with its channels and roles. Not MessageContent: messages that
    // mention the bot, and those to it, have their content.
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    makeCache: Options.cacheWithLimits(nothing),
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    ...(apiUrl ? { rest: { api: apiUrl } } : {}),
    ...sharding(shards),
    ws: { buildStrategy },
  });
}

/** Discord requires sharding from 2,500 servers on, and says with `auto` how many shards it wants. */
function sharding(shards: DiscordConfig['shards']): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (shards === undefined) return {};
  return shards === 'auto' ? { shards } : { shardCount: shards };
}

const nothing: CacheWithLimitsOptions = {
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ThreadManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
};
