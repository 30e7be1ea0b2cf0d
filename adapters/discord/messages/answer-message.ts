import type { Answer } from '../../../src/answer/answer.ts';
import { askAddressed } from '../../../src/ask-addressed.ts';
import { editRequest } from '../../../src/command/edit-request.ts';
import { faultReport } from '../../fault.ts';
import type { Log } from '../../log.ts';
import { type Told, toldBy } from '../../told.ts';
import { drawAnswer } from '../draw/draw-answer.ts';
import { drawNotice } from '../draw/draw-notice.ts';
import { type MessageBody, messageBody } from '../message-body.ts';

export type AnsweredMessage = Told & { readonly body: MessageBody };

/** The reply to a question in a message. Discord does not say what language its author reads. */
export function answerMessage(question: string, log: Log, answer = answerTo): AnsweredMessage {
  try {
    const answered = answer(question);
    const body = messageBody([drawAnswer(answered, { audience: 'public' })], 'public');
    return { ...toldBy(answered), body };
  } catch (err) {
    const { id, sentence } = faultReport();
    log.error({ err, fault: id }, 'a message failed');
    return { fault: id, body: messageBody([drawNotice(sentence)], 'public') };
  }
}

/** A form can't be opened from a message; the answer has a button for it. */
function answerTo(question: string): Answer {
  return askAddressed(editRequest(question) ?? question);
}
