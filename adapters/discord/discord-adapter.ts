import type { APIInteraction } from 'discord-api-types/v10';
import type { Adapter } from '../adapter.ts';
import { faultReport } from '../fault.ts';
import type { Log } from '../log.ts';
import { Running } from '../running.ts';
import { supervise } from '../supervise.ts';
import { registerCommands } from './commands/register-commands.ts';
import type { DiscordConfig } from './discord-config.ts';
import { interactionsEndpoint } from './endpoint/interactions-endpoint.ts';
import { type Gateway, joinGateway } from './gateway/join-gateway.ts';
import { interactionApi } from './interaction-api.ts';
import { answering } from './interactions/answering.ts';
import type { Reply } from './interactions/reply.ts';
import { loggable } from './loggable.ts';
import { seen } from './seen.ts';

/**
 * Discord: interactions over HTTP where there is a public key; over the gateway, with mentions and direct
 * messages, where there is a token. Both have the same replies.
 */
export function discordAdapter(config: DiscordConfig, log: Log): Adapter {
  const { publicKey, token } = config;
  const api = interactionApi(config.apiUrl);
  const answered = seen();
  const running = new Running();
  const stopping = new AbortController();
  let gateway: Gateway | undefined;
  let isStarted = false;

  const run = (work: () => Promise<void>) => {
    if (stopping.signal.aborted) return;
    running
      .track(work)
      .catch((err: unknown) => log.error({ err, fault: faultReport().id }, 'an event of Discord failed'));
  };

  const finish = async (interaction: APIInteraction, { afterwards }: Reply) => {
    if (afterwards === undefined) return;
    await api
      .deleteAnswer(interaction)
      .catch((error: unknown) => log.warn(loggable(error), 'an answer could not be deleted'));
  };

  const begin = (interaction: APIInteraction) =>
    answering(interaction, {
      answered,
      afterwards: (of, reply) => void running.track(() => finish(of, reply)),
      log,
    });

  const onInteraction = async (interaction: APIInteraction) => {
    const begun = begin(interaction);
    if (!begun) return;
    try {
      await api.answer(interaction, begun.response);
    } catch (error) {
      // 10062 (unknown) and 40060 (answered already) are to be expected: Discord gave up waiting, or another
      // instance was faster. Neither can be mended, and nothing else can be told to the person.
      log.warn(loggable(error), 'an interaction could not be answered');
      return begun.undelivered();
    }
    begun.delivered();
  };

  const join = async (given: string) => {
    gateway = undefined;
    const onLost = () => void rejoin(given);
    const joined = await joinGateway(
      { ...config, token: given },
      { onInteraction, run, onLost },
      log,
      stopping.signal,
    );
    if (stopping.signal.aborted) return joined.leave();
    gateway = joined;
    const register = () => registerCommands(joined.rest, joined.applicationId, log);
    void supervise({ name: 'discord commands', start: register }, log, stopping.signal);
  };

  const rejoin = async (given: string) => {
    await gateway?.leave();
    const start = async () => {
      await join(given);
      log.counts.reconnect('discord');
    };
    await supervise({ name: 'discord gateway', start }, log, stopping.signal);
  };

  return {
    name: 'discord',
    routes: publicKey
      ? {
          'POST /discord/interactions': interactionsEndpoint({ publicKey, begin, log }),
        }
      : {},
    start: async () => {
      if (token) await join(token);
      isStarted = true;
    },
    stop: async () => {
      stopping.abort();
      await running.idle();
      await gateway?.leave();
    },
    isReady: () => isStarted && (!token || gateway?.isReady() === true),
  };
}
