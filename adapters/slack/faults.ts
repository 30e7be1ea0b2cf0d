import type { HomeView, ModalView } from '@slack/types';
import { actionIds } from './action-ids.ts';
import { type Message, message } from './draw/draw-message.ts';
import { plainText } from './draw/plain-text.ts';
import { richText } from './draw/rich-text.ts';
import { threadOf } from './handlers/thread-of.ts';
import { appName } from './names.ts';
import type {
  ClickPayload,
  CommandPayload,
  GlobalShortcutPayload,
  MessageEvent,
  MessageShortcutPayload,
  SubmitPayload,
} from './payloads.ts';
import type { CommandResponse, Reply, SubmitResponse } from './reply.ts';

// How each kind of payload is told of an exception, in one sentence with its id.

export function commandFault(
  { response_url: url }: CommandPayload,
  sentence: string,
  isAcked: boolean,
): Reply<CommandResponse> {
  const body = { ...faultMessage(sentence), response_type: 'ephemeral' } as const;
  return isAcked
    ? { calls: [{ method: 'response_url', url, body: { ...body, replace_original: false } }] }
    : { ack: body };
}

/**
 * In its message where the click was on one, else on top of the view that it was in. A key in a field needs no
 * word: the next key tries again, and a view on top would take the form away from who types.
 */
export function clickFault(click: ClickPayload, sentence: string): Reply {
  const { actions = [], response_url: url, trigger_id, view } = click;
  if (actions.some(({ action_id }) => action_id === actionIds.field)) return {};
  if (url !== undefined) {
    const body = {
      ...faultMessage(sentence),
      response_type: 'ephemeral',
      replace_original: false,
      ...threadOf({ ...click.message, ...click.container }),
    } as const;
    return { calls: [{ method: 'response_url', url, body }] };
  }
  const method = view?.type === 'modal' ? 'views.push' : 'views.open';
  return { calls: [{ method, arguments: { trigger_id, view: faultView(sentence) } }] };
}

/** The form stays below; once it is closed, only a direct message reaches the person. */
export function submitFault(
  { user }: SubmitPayload,
  sentence: string,
  isAcked: boolean,
): Reply<SubmitResponse> {
  return isAcked
    ? {
        calls: [{ method: 'chat.postMessage', arguments: { channel: user.id, ...faultMessage(sentence) } }],
      }
    : { ack: { response_action: 'push', view: faultView(sentence) } };
}

export function shortcutFault({ trigger_id }: GlobalShortcutPayload, sentence: string): Reply {
  return { calls: [{ method: 'views.open', arguments: { trigger_id, view: faultView(sentence) } }] };
}

export function messageShortcutFault({ response_url: url }: MessageShortcutPayload, sentence: string): Reply {
  const body = { ...faultMessage(sentence), response_type: 'ephemeral', replace_original: false } as const;
  return { calls: [{ method: 'response_url', url, body }] };
}

export function mentionFault(event: MessageEvent, sentence: string): Reply {
  const { channel, user } = event;
  if (user === undefined) return {};
  const told = { channel, user, ...threadOf(event), ...faultMessage(sentence) };
  return { calls: [{ method: 'chat.postEphemeral', arguments: told }] };
}

export function directMessageFault({ channel }: MessageEvent, sentence: string): Reply {
  return { calls: [{ method: 'chat.postMessage', arguments: { channel, ...faultMessage(sentence) } }] };
}

export function homeFault({ user: user_id }: { readonly user: string }, sentence: string): Reply {
  const view: HomeView = { type: 'home', blocks: [richText([{ kind: 'text', text: sentence }])] };
  return { calls: [{ method: 'views.publish', arguments: { user_id, view } }] };
}

function faultMessage(sentence: string): Message {
  return message(sentence, [richText([{ kind: 'text', text: sentence }])]);
}

function faultView(sentence: string): ModalView {
  return {
    type: 'modal',
    title: plainText(appName),
    close: plainText('Back'),
    blocks: [richText([{ kind: 'text', text: sentence }])],
  };
}
