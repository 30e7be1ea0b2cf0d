import type { Answer } from '../../../src/answer/answer.ts';
import { withNotes } from '../../../src/answer/with-notes.ts';
import { askAddressed } from '../../../src/ask-addressed.ts';
import { editRequest } from '../../../src/command/edit-request.ts';
import { faultReport } from '../../fault.ts';
import type { Log } from '../../log.ts';
import { type Told, toldBy } from '../../told.ts';
import { drawAnswer } from '../draw/draw-answer.ts';
import { drawNotice } from '../draw/draw-notice.ts';
import { type MessageBody, messageBody } from '../message-body.ts';

export type AnsweredMessage = Told & { readonly body: MessageBody };

/**
 * The reply to a question in a message, with a sentence about each of its files that was not read. Discord does
 * not say what language its author reads.
 */
export function answerMessage(
  question: string,
  unread: readonly string[],
  log: Log,
  answer = answerTo,
): AnsweredMessage {
  // Where the files are all that was sent, help would look as if nothing had been.
  if (question === '' && unread.length > 0) {
    return { body: messageBody([drawNotice(unread.join(' '))], 'public') };
  }
  try {
    const answered = withNotes(answer(question), unread);
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
