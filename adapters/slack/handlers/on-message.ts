import type { Button } from '@slack/types';
import { askAddressed } from '../../../src/ask-addressed.ts';
import { editRequest } from '../../../src/command/edit-request.ts';
import { type Told, toldBy } from '../../told.ts';
import { type Audience, editButton } from '../draw/buttons.ts';
import { drawMessage, type Message, message } from '../draw/draw-message.ts';
import { richText } from '../draw/rich-text.ts';
import type { MessageEvent } from '../payloads.ts';
import { messageText } from '../read/message-text.ts';
import type { Reply } from '../reply.ts';
import { threadOf } from './thread-of.ts';
import { hasUnreadFile, unreadFile } from './unread-file.ts';

/** A mention, which is answered in its thread. A mistake is told to its author alone. */
export function onMention(event: MessageEvent, own: string | undefined): Reply {
  if (!isFromPerson(event, own)) return {};
  const { channel, user, ts, thread_ts = ts } = event;
  const answer = answerTo(event, 'asker');
  if (answer.isPrivate) {
    // Outside of a thread nobody would see a private message in one that does not exist yet.
    const told = { channel, user, ...threadOf(event), ...answer.message };
    return { ...answer.told, calls: [{ method: 'chat.postEphemeral', arguments: told }] };
  }
  return { calls: [{ method: 'chat.postMessage', arguments: { channel, thread_ts, ...answer.message } }] };
}

/** A direct message, which needs no mention. Nobody else reads it, so that mistakes are told as answers are. */
export function onDirectMessage(event: MessageEvent, own: string | undefined): Reply {
  if (event.channel_type !== 'im' || !isFromPerson(event, own)) return {};
  const { channel } = event;
  const { message, told } = answerTo(event, 'everybody');
  const posted = { channel, ...threadOf(event), ...message };
  return { ...told, calls: [{ method: 'chat.postMessage', arguments: posted }] };
}

/** Joins and deletions have subtypes; a message with a file or out of a thread is a message still. */
const spokenSubtypes: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

/** Bots are left alone, and so is what was answered before its author changed it. */
function isFromPerson(
  event: MessageEvent,
  own: string | undefined,
): event is MessageEvent & { readonly user: string } {
  const { bot_id, edited, subtype, user } = event;
  if (bot_id !== undefined || edited !== undefined) return false;
  return user !== undefined && user !== own && spokenSubtypes.includes(subtype);
}

type MessageAnswer = { readonly message: Message; readonly isPrivate: boolean; readonly told: Told };

/** `mistakes`: who is told of them. */
function answerTo(event: MessageEvent, mistakes: Audience): MessageAnswer {
  const question = messageText(event).trim();
  const edited = editRequest(question);
  const open = edited === undefined ? undefined : editButton('Open the calculator', edited);
  if (open) return { message: calculatorOffer(open), isPrivate: false, told: {} };
  // What is too long for the calculator is answered.
  const answer = askAddressed(edited ?? question);
  if (answer.kind === 'help' && hasUnreadFile(event))
    return { message: unreadFile, isPrivate: false, told: {} };
  const audience = answer.kind === 'problem' ? mistakes : 'everybody';
  return {
    message: drawMessage(answer, { audience }),
    isPrivate: audience === 'asker',
    told: toldBy(answer),
  };
}

/** A message can't open a form, but a click can. */
function calculatorOffer(open: Button): Message {
  const words = 'The calculator opens with a click.';
  return message(words, [richText([{ kind: 'text', text: words }]), { type: 'actions', elements: [open] }]);
}
