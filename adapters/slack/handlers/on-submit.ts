import { readOrigin } from '../calculator/origin.ts';
import { submitted } from '../calculator/submitted.ts';
import { questionOf } from '../calculator/view-state.ts';
import { drawMessage, type Message, message } from '../draw/draw-message.ts';
import { richText } from '../draw/rich-text.ts';
import type { SubmitPayload } from '../payloads.ts';
import type { Call, Reply, SubmitResponse } from '../reply.ts';
import { askerOf } from './asker-of.ts';

/** Post: the answer goes to the conversation that the calculator was opened from, or that was chosen in it. */
export function onSubmit({ user, view, response_urls: [chosen] = [] }: SubmitPayload): Reply<SubmitResponse> {
  const origin = readOrigin(view.private_metadata);
  const form = submitted(questionOf(view.state), origin.version);
  if (form.kind === 'errors') {
    const { code, errors } = form;
    return { ...(code ? { problem: code } : {}), ack: { response_action: 'errors', errors } };
  }
  const answer = drawMessage(form.answer, { audience: 'everybody', askedBy: askerOf(user) });
  const { responseUrl: url = chosen?.response_url, thread } = origin;
  const channel = origin.channel ?? chosen?.channel_id;
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  const ways: Call[] = [];
  if (url !== undefined) {
    const body = { ...answer, response_type: 'in_channel', replace_original: false, ...inThread } as const;
    ways.push({ method: 'response_url', url, body });
  }
  // A calculator that stayed open for longer than half an hour has no response_url any more.
  if (channel !== undefined)
    ways.push({ method: 'chat.postMessage', arguments: { channel, ...answer, ...inThread } });
  ways.push({ method: 'chat.postMessage', arguments: { channel: user.id, ...withReason(answer) } });
  const calls: Call[] = [{ method: 'any of', calls: ways }];
  if (origin.isPrivate && url !== undefined) {
    const gone = { method: 'response_url', url, body: { delete_original: true } } as const;
    calls.push({ method: 'if possible', call: gone });
  }
  return { calls };
}

/** An answer that only its asker gets, as it could not be posted where it should have been. */
function withReason(answer: Message): Message {
  const reason = 'It could not be posted there: here it is for you.';
  const told = richText([{ kind: 'text', text: reason }]);
  return message(`${reason}\n\n${answer.text}`, [told, ...answer.blocks]);
}
