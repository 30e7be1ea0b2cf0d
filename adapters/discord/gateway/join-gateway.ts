import { once } from 'node:events';
import { type Client, Events, Status } from 'discord.js';
import {
  type APIInteraction,
  GatewayDispatchEvents,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
} from 'discord-api-types/v10';
import type { Log } from '../../log.ts';
import type { DiscordConfig } from '../discord-config.ts';
import { loggable } from '../loggable.ts';
import { type MessageAnswers, messageAnswers } from '../messages/message-answers.ts';
import { messageApi } from '../messages/message-api.ts';
import type { AskingMessage } from '../messages/question-in.ts';
import { type BackOff, backOff } from './back-off.ts';
import { gatewayClient } from './gateway-client.ts';

/** What comes over the gateway, and what becomes of it. */
export type GatewayEvents = {
  readonly onInteraction: (interaction: APIInteraction) => Promise<void>;
  /** Runs what an event needs done, unless the bot is stopping. */
  readonly run: (work: () => Promise<void>) => void;
  /** The connection is gone for good, and has to be made anew. */
  readonly onLost: () => void;
};

export type Gateway = {
  readonly rest: Client['rest'];
  readonly applicationId: string;
  readonly isReady: () => boolean;
  readonly leave: () => Promise<void>;
};

/**
 * Joins the gateway. Rejects where Discord refuses, or when `signal` ends it before it has joined; what drops
 * later comes back by itself, with pauses.
 */
export async function joinGateway(
  config: DiscordConfig & { readonly token: string },
  events: GatewayEvents,
  log: Log,
  signal: AbortSignal,
): Promise<Gateway> {
  const attempts = backOff();
  const client = gatewayClient(config, attempts);
  watch(client, attempts, log);
  // discord.js would hand over instances of its own classes; the endpoint's handler reads what Discord sent.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
    events.run(() => events.onInteraction(interaction)),
  );
  // Who it is, the gateway says before it tells of any message.
  const answers = messageAnswers(messageApi(client.rest, config.apiUrl), () => client.user?.id, log);
  listenToMessages(client, answers, events.run);
  const leave = async () => {
    attempts.end();
    await client.destroy();
  };
  const cancelled = new AbortController();
  try {
    const { application, rest } = await Promise.race([
      joined(client, config.token),
      refused(client, AbortSignal.any([signal, cancelled.signal])),
    ]);
    client.once(Events.ShardDisconnect, events.onLost);
    const isReady = () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);
    return { rest, applicationId: config.applicationId ?? application.id, isReady, leave };
  } catch (error) {
    await leave();
    throw error;
  } finally {
    cancelled.abort();
  }
}

async function joined(client: Client, token: string): Promise<Client<true>> {
  await Promise.all([once(client, Events.ClientReady), client.login(token)]);
  if (!client.isReady()) throw new Error('the Discord client is ready and says that it is not');
  return client;
}

/** Rejects when the gateway turns the bot away, or at the end of `signal`; does nothing else. */
async function refused(client: Client, signal: AbortSignal): Promise<never> {
  await once(client, Events.ShardDisconnect, { signal });
  throw new Error('the gateway refuses this bot');
}

function watch(client: Client, attempts: BackOff, log: Log): void {
  client.on(Events.Error, (error) => log.warn(loggable(error), 'the Discord client has an error'));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, 'the gateway has an error'));
  const known = new Set<number>();
  const opened = (shard: number) => {
    attempts.opened(shard);
    if (known.has(shard)) log.counts.reconnect('discord');
    known.add(shard);
  };
  client.on(Events.ShardReady, opened);
  client.on(Events.ShardResume, opened);
  client.on(Events.ShardReconnecting, (shard) => {
    attempts.closed(shard);
    log.warn({ shard }, 'the gateway closed a connection');
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error({ code, shard }, 'the gateway refuses this bot');
  });
}

function listenToMessages(
  { ws }: Client,
  { asked, edited, deleted }: MessageAnswers,
  run: GatewayEvents['run'],
): void {
  ws.on(GatewayDispatchEvents.MessageCreate, (message: AskingMessage) => run(() => asked(message)));
  ws.on(GatewayDispatchEvents.MessageUpdate, (message: GatewayMessageUpdateDispatchData) => {
    // Without a time of editing, Discord has but looked up a link in it.
    if (message.edited_timestamp) run(() => edited(message));
  });
  ws.on(GatewayDispatchEvents.MessageDelete, ({ channel_id, id }: GatewayMessageDeleteDispatchData) =>
    run(() => deleted(channel_id, [id])),
  );
  ws.on(
    GatewayDispatchEvents.MessageDeleteBulk,
    ({ channel_id, ids }: GatewayMessageDeleteBulkDispatchData) => run(() => deleted(channel_id, ids)),
  );
}
