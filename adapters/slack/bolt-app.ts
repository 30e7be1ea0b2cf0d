import { App, type Receiver } from '@slack/bolt';
import type { Log } from '../log.ts';
import { Once } from '../once.ts';
import { boltLogger } from './bolt-logger.ts';
import { LiveViews } from './live-views.ts';
import { type Router, route } from './route.ts';
import { timedFetch } from './timed-fetch.ts';

export type BoltOptions = {
  readonly receiver: Receiver;
  readonly botToken: string;
  readonly apiUrl?: string | undefined;
  readonly log: Log;
  /** Who the app is in its workspace; undefined until Slack has said so. */
  readonly identity: () => Identity | undefined;
};

export type Identity = { readonly botId: string; readonly botUserId: string };

/** For as long as the second of a double click may come. */
const secondsOfDoubleClicks = 60;

/** Bolt's app, which tells what a request is and hands it to the router. */
export function boltApp({ receiver, botToken, apiUrl, log, identity }: BoltOptions): App {
  const app = new App({
    receiver,
    // Known once for all requests: Bolt would ask Slack who the token is for each of them.
    authorize: async () => ({ botToken, ...identity() }),
    convoStore: false,
    // Handlers leave out what bots said, this one included.
    ignoreSelf: false,
    logger: boltLogger(log),
    clientOptions: {
      fetch: timedFetch,
      // Slack sends an event again that was not answered; a call that was sent twice could answer twice.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    },
  });
  const once = new Once<object>(secondsOfDoubleClicks);
  const views = new LiveViews();
  const router: Router = {
    performer: (client) => ({ client, fetch: timedFetch, views, log }),
    once,
    own: () => identity()?.botUserId,
  };
  // One middleware instead of Bolt's listeners: Bolt tries every listener on every request, each in a chain of
  // promises of its own, and eight of them took longer than all else that an answer needs.
  app.use((args) => route(args, router));
  // What failed is logged by `handle`, which knows more of it than Bolt does.
  app.error(async (error) => {
    throw error;
  });
  return app;
}
