import {
  type AllMiddlewareArgs,
  type AnyMiddlewareArgs,
  App,
  type BlockAction,
  type Receiver,
  type SlackActionMiddlewareArgs,
  type SlackCommandMiddlewareArgs,
  type SlackEventMiddlewareArgs,
  type SlackShortcutMiddlewareArgs,
  type SlackViewMiddlewareArgs,
  type ViewSubmitAction,
} from '@slack/bolt';
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

/** Any payload, with what Bolt gives along with it. */
type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

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

  // One middleware instead of Bolt's listeners: Bolt tries every listener on every request, each in a chain of
  // promises of its own, and eight of them took longer than all else that an answer needs.
  app.use(async (args) => {
    if ('command' in args) await takeCommand(args);
    else if ('event' in args) await takeEvent(args);
    else if ('shortcut' in args) await takeShortcut(args);
    else if (isClick(args)) await takeClick(args);
    else if (isSubmit(args)) await takeSubmit(args);
  });

  async function takeCommand({ command, ack, client }: SlackCommandMiddlewareArgs & AllMiddlewareArgs) {
    if (command.command !== `/${commandName}`) return;
    await handle<CommandResponse>(() => onCommand(command), {
      ...handling(client, 'command'),
      ack,
      fault: (sentence, isAcked) => commandFault(command, sentence, isAcked),
    });
  }

  async function takeClick({
    body,
    action,
    ack,
    client,
  }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs) {
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
  }

  async function takeSubmit({
    body,
    ack,
    client,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) {
    await handle<SubmitResponse>(() => onSubmit(body), {
      ...handling(client, 'submit'),
      ack,
      fault: (sentence, isAcked) => submitFault(body, sentence, isAcked),
    });
  }

  async function takeShortcut({ shortcut, ack, client }: SlackShortcutMiddlewareArgs & AllMiddlewareArgs) {
    if (shortcut.type === 'message_action' && shortcut.callback_id === callbackIds.priceMessage) {
      await handle(() => onMessageShortcut(shortcut), {
        ...handling(client, 'message shortcut'),
        ack: () => ack(),
        fault: (sentence) => messageShortcutFault(shortcut, sentence),
      });
    } else if (shortcut.type === 'shortcut' && shortcut.callback_id === callbackIds.openCalculator) {
      await handle(() => onCalculatorShortcut(shortcut), {
        ...handling(client, 'shortcut'),
        ack: () => ack(),
        fault: (sentence) => shortcutFault(shortcut, sentence),
      });
    }
  }

  async function takeEvent({ event, client }: SlackEventMiddlewareArgs & AllMiddlewareArgs) {
    switch (event.type) {
      case 'app_mention':
        return handle(() => onMention(event, identity()?.botUserId), {
          ...handling(client, 'mention'),
          fault: (sentence) => mentionFault(event, sentence),
        });
      case 'message':
        return handle(() => onDirectMessage(event, identity()?.botUserId), {
          ...handling(client, 'direct message'),
          fault: (sentence) => directMessageFault(event, sentence),
        });
      case 'app_home_opened':
        return handle(() => onHome(event), {
          ...handling(client, 'home'),
          fault: (sentence) => homeFault(event, sentence),
        });
    }
  }

  // What failed is logged by `handle`, which knows more of it than Bolt does.
  app.error(async (error) => {
    throw error;
  });
  return app;
}

function isClick(args: Arguments): args is SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs {
  return 'action' in args && args.body.type === 'block_actions';
}

function isSubmit(args: Arguments): args is SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs {
  return (
    'view' in args && args.body.type === 'view_submission' && args.view.callback_id === callbackIds.calculator
  );
}
