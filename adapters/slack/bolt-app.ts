import { App, type BlockAction, type Receiver, type ViewSubmitAction } from '@slack/bolt';
import { commandName } from '../../src/command/catalogue.ts';
import type { Log } from '../log.ts';
import { Once } from '../once.ts';
import { actionIds, callbackIds } from './action-ids.ts';
import { boltLogger } from './bolt-logger.ts';
import {
  clickFault,
  commandFault,
  directMessageFault,
  homeFault,
  mentionFault,
  messageShortcutFault,
  shortcutFault,
  submitFault,
} from './faults.ts';
import { handle } from './handle.ts';
import { onCalculatorShortcut } from './handlers/on-calculator-shortcut.ts';
import { onClick } from './handlers/on-click.ts';
import { onCommand } from './handlers/on-command.ts';
import { onHome } from './handlers/on-home.ts';
import { onDirectMessage, onMention } from './handlers/on-message.ts';
import { onMessageShortcut } from './handlers/on-message-shortcut.ts';
import { onSubmit } from './handlers/on-submit.ts';
import type { CommandResponse, SubmitResponse } from './reply.ts';
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

/** Shares are remembered for as long as a double click, or a slow network's second one, may come. */
const secondsOfDoubleClicks = 60;

/** Bolt's app: which payload goes to which handler. Handlers are plain functions; nothing is decided here. */
export function boltApp({ receiver, botToken, apiUrl, log, identity }: BoltOptions): App {
  const app = new App({
    receiver,
    // Known once for all requests: Bolt would ask Slack who the token is for each of them.
    authorize: async () => ({ botToken, ...identity() }),
    convoStore: false,
    logger: boltLogger(log),
    clientOptions: {
      fetch: timedFetch,
      // Slack sends an event again that was not answered; a call that was sent twice could answer twice.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    },
  });
  const shares = new Once<object>(secondsOfDoubleClicks);
  const handling = (client: App['client'], kind: string) => ({ client, fetch: timedFetch, log, kind });

  app.command(`/${commandName}`, ({ command, ack, client }) =>
    handle<CommandResponse>(() => onCommand(command), {
      ...handling(client, 'command'),
      ack,
      fault: (sentence, isAcked) => commandFault(command, sentence, isAcked),
    }),
  );

  app.action<BlockAction>(/./, async ({ body, action, ack, client }) => {
    const click = () =>
      handle(() => onClick(body, action), {
        ...handling(client, 'click'),
        ack: () => ack(),
        fault: (sentence) => clickFault(body, sentence),
      });
    const message: unknown = body.container['message_ts'];
    if (action.action_id !== actionIds.share || typeof message !== 'string') return click();
    await shares.do(message, async () => ({ done: await click() }));
    await ack();
  });

  app.view<ViewSubmitAction>(callbackIds.calculator, ({ body, ack, client }) =>
    handle<SubmitResponse>(() => onSubmit(body), {
      ...handling(client, 'submit'),
      ack,
      fault: (sentence, isAcked) => submitFault(body, sentence, isAcked),
    }),
  );

  app.shortcut({ callback_id: callbackIds.openCalculator, type: 'shortcut' }, ({ shortcut, ack, client }) =>
    handle(() => onCalculatorShortcut(shortcut), {
      ...handling(client, 'shortcut'),
      ack: () => ack(),
      fault: (sentence) => shortcutFault(shortcut, sentence),
    }),
  );

  app.shortcut(
    { callback_id: callbackIds.priceMessage, type: 'message_action' },
    ({ shortcut, ack, client }) =>
      handle(() => onMessageShortcut(shortcut), {
        ...handling(client, 'message shortcut'),
        ack: () => ack(),
        fault: (sentence) => messageShortcutFault(shortcut, sentence),
      }),
  );

  app.event('app_mention', ({ event, client }) =>
    handle(() => onMention(event, identity()?.botUserId), {
      ...handling(client, 'mention'),
      fault: (sentence) => mentionFault(event, sentence),
    }),
  );

  app.event('message', ({ event, client }) =>
    handle(() => onDirectMessage(event, identity()?.botUserId), {
      ...handling(client, 'direct message'),
      fault: (sentence) => directMessageFault(event, sentence),
    }),
  );

  app.event('app_home_opened', ({ event, client }) =>
    handle(() => onHome(event), {
      ...handling(client, 'home'),
      fault: (sentence) => homeFault(event, sentence),
    }),
  );

  // What failed is logged by `handle`, which knows more of it than Bolt does.
  app.error(async (error) => {
    throw error;
  });
  return app;
}
