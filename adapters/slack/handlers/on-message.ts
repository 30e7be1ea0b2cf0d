import { ask } from '../../../src/ask.ts';
import { editRequest } from '../../../src/command/edit-request.ts';
import { type Told, toldBy } from '../../told.ts';
import { editButton } from '../draw/buttons.ts';
import { drawMessage, type Message, message } from '../draw/draw-message.ts';
import { richText } from '../draw/rich-text.ts';
import type { MessageEvent } from '../payloads.ts';
import { messageText } from '../read/message-text.ts';
import type { Reply } from '../reply.ts';

/** A mention, which is answered in its thread. A mistake is told to its author alone. */
export function onMention(event: MessageEvent, own: string | undefined): Reply {
  if (!isFromPerson(event)) return {};
  const { channel, user, ts, thread_ts } = event;
  const { message, told } = answerTo(messageText(event, own));
  if (told.problem === undefined) {
    return {
      calls: [{ method: 'chat.postMessage', arguments: { channel, thread_ts: thread_ts ?? ts, ...message } }],
    };
  }
  // Outside of a thread nobody would see a private message in one that does not exist yet.
  const inThread = thread_ts === undefined ? {} : { thread_ts };
  return {
    ...told,
    calls: [{ method: 'chat.postEphemeral', arguments: { channel, user, ...inThread, ...message } }],
  };
}

/** A direct message, which needs no mention. Nobody else reads it, so that mistakes are told as answers are. */
export function onDirectMessage(event: MessageEvent, own: string | undefined): Reply {
  if (event.channel_type !== 'im' || !isFromPerson(event)) return {};
  const { channel, thread_ts } = event;
  const inThread = thread_ts === undefined ? {} : { thread_ts };
  const { message, told } = answerTo(messageText(event, own));
  return {
    ...told,
    calls: [{ method: 'chat.postMessage', arguments: { channel, ...inThread, ...message } }],
  };
}

/** Edits, joins and deletions have subtypes; a message with a file or out of a thread is a message still. */
const spokenSubtypes: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

function isFromPerson(event: MessageEvent): event is MessageEvent & { readonly user: string } {
  const { bot_id, subtype, user } = event;
  return bot_id === undefined && user !== undefined && spokenSubtypes.includes(subtype);
}

function answerTo(text: string): { readonly message: Message; readonly told: Told } {
  const question = text.trim();
  const edited = editRequest(question);
  if (edited !== undefined) return { message: calculatorOffer(edited), told: {} };
  const answer = ask(question === '' ? 'help' : question);
  return { message: drawMessage(answer, { audience: 'everybody' }), told: toldBy(answer) };
}

/** A message can't open a form, but a click can. */
function calculatorOffer(question: string): Message {
  const words = 'The calculator opens with a click.';
  const open = editButton('Open the calculator', question);
  return message(words, [
    richText([{ kind: 'text', text: words }]),
    ...(open ? [{ type: 'actions' as const, elements: [open] }] : []),
  ]);
}
