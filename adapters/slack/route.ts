import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  App,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { Once } from '../once.ts';
import { callbackIds } from './action-ids.ts';
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
import type { Performer } from './perform.ts';
import type { CommandResponse, SubmitResponse } from './reply.ts';

/** A payload of one kind, with what Bolt gives along with each. */
type With<Payload> = Payload & AllMiddlewareArgs;

export type Router = {
  /** What carries out calls, with the client that Bolt gives. */
  readonly performer: (client: App['client']) => Performer;
  readonly once: Once<object>;
  /** The app's own user id, once it is known. */
  readonly own: () => string | undefined;
};

/** Which payload goes to which handler, and how its person is told of a fault. Nothing is decided here. */
export async function route(args: With<AnyMiddlewareArgs>, router: Router): Promise<void> {
  if ('command' in args) await takeCommand(args, router);
  else if ('event' in args) await takeEvent(args, router);
  else if ('shortcut' in args) await takeShortcut(args, router);
  else if (isClick(args)) await takeClick(args, router);
  else if (isSubmit(args)) await takeSubmit(args, router);
}

async function takeCommand(
  { command, ack, client }: With<SlackCommandMiddlewareArgs>,
  { performer, once }: Router,
): Promise<void> {
  await handle<CommandResponse>(() => onCommand(command), {
    performer: performer(client),
    once,
    kind: 'command',
    ack,
    fault: (sentence, isAcked) => commandFault(command, sentence, isAcked),
  });
}

function takeClick(
  { body, action, ack, client }: With<SlackActionMiddlewareArgs<BlockAction>>,
  { performer, once }: Router,
): Promise<void> {
  return handle(() => onClick(body, action), {
    performer: performer(client),
    once,
    kind: 'click',
    ack: () => ack(),
    fault: (sentence) => clickFault(body, sentence),
  });
}

function takeSubmit(
  { body, ack, client }: With<SlackViewMiddlewareArgs<ViewSubmitAction>>,
  { performer, once }: Router,
): Promise<void> {
  return handle<SubmitResponse>(() => onSubmit(body), {
    performer: performer(client),
    once,
    kind: 'submit',
    ack,
    fault: (sentence, isAcked) => submitFault(body, sentence, isAcked),
  });
}

async function takeShortcut(
  { shortcut, ack, client }: With<SlackShortcutMiddlewareArgs>,
  { performer, once }: Router,
): Promise<void> {
  if (shortcut.type === 'message_action' && shortcut.callback_id === callbackIds.priceMessage) {
    await handle(() => onMessageShortcut(shortcut), {
      performer: performer(client),
      once,
      kind: 'message shortcut',
      ack: () => ack(),
      fault: (sentence) => messageShortcutFault(shortcut, sentence),
    });
  } else if (shortcut.type === 'shortcut' && shortcut.callback_id === callbackIds.openCalculator) {
    await handle(() => onCalculatorShortcut(shortcut), {
      performer: performer(client),
      once,
      kind: 'shortcut',
      ack: () => ack(),
      fault: (sentence) => shortcutFault(shortcut, sentence),
    });
  }
}

async function takeEvent(
  { event, client }: With<SlackEventMiddlewareArgs>,
  { performer, once, own }: Router,
): Promise<void> {
  switch (event.type) {
    case 'app_mention':
      return handle(() => onMention(event, own()), {
        performer: performer(client),
        once,
        kind: 'mention',
        fault: (sentence) => mentionFault(event, sentence),
      });
    case 'message':
      return handle(() => onDirectMessage(event, own()), {
        performer: performer(client),
        once,
        kind: 'direct message',
        fault: (sentence) => directMessageFault(event, sentence),
      });
    case 'app_home_opened':
      return handle(() => onHome(event), {
        performer: performer(client),
        once,
        kind: 'home',
        fault: (sentence) => homeFault(event, sentence),
      });
  }
}

function isClick(args: With<AnyMiddlewareArgs>): args is With<SlackActionMiddlewareArgs<BlockAction>> {
  return 'action' in args && args.body.type === 'block_actions';
}

function isSubmit(args: With<AnyMiddlewareArgs>): args is With<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  if (!('view' in args) || args.body.type !== 'view_submission') return false;
  return args.view.callback_id === callbackIds.calculator;
}
