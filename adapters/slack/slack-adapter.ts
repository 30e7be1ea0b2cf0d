import type { Adapter } from '../adapter.ts';
import type { SlackConfig } from '../config.ts';
import type { Log } from '../log.ts';
import { boltApp, type Identity } from './bolt-app.ts';
import { Dispatcher } from './dispatcher.ts';
import { httpEndpoint } from './http-endpoint.ts';
import { SocketTransport } from './socket-transport.ts';

/** Slack, over Socket Mode where there is an app token, else over HTTP at `POST /slack/events`. */
export function slackAdapter({ botToken, appToken, signingSecret, apiUrl }: SlackConfig, log: Log): Adapter {
  let identity: Identity | undefined;
  let isOpen = false;
  let isStopped = false;
  const dispatcher = new Dispatcher(log);
  const app = boltApp({ receiver: dispatcher, botToken, apiUrl, log, identity: () => identity });
  const socket = appToken ? new SocketTransport({ appToken, apiUrl, dispatcher, log }) : undefined;
  const endpoint =
    signingSecret && !socket ? httpEndpoint({ signingSecret, dispatcher, log }, () => isOpen) : undefined;

  return {
    name: 'slack',
    routes: endpoint ? { 'POST /slack/events': endpoint } : {},
    start: async () => {
      const { bot_id, user_id } = await app.client.auth.test({ token: botToken });
      if (!bot_id || !user_id) throw new Error('SLACK_BOT_TOKEN is not the token of a bot');
      identity = { botId: bot_id, botUserId: user_id };
      await socket?.start();
      // A stop may have come meanwhile.
      isOpen = !isStopped;
    },
    stop: async () => {
      isStopped = true;
      isOpen = false;
      socket?.takeNoMore();
      await dispatcher.stop();
      await socket?.stop();
    },
    isReady: () => isOpen && (socket?.isConnected ?? true),
  };
}
