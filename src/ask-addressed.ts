import type { Answer } from './answer/answer.ts';
import { ask } from './ask.ts';
import { askMessage } from './ask-message.ts';

/**
 * The answer to a message that is addressed to the bot: a mention, or a direct message. It stands amid prose more
 * often than a command does, so that code in it is read alone where the whole can't be.
 */
export function askAddressed(message: string): Answer {
  const question = withoutAddress(message);
  if (question === '') return ask('help');
  const answer = ask(question);
  return answer.kind === 'problem' ? (askMessage(question) ?? answer) : answer;
}

/** Emoji, with what joins them and gives them a colour. */
const emoji = /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d|\p{Extended_Pictographic})*/gu;

/** Without emoji, and without what leads from a mention to the question: `@ConvParams: …`. */
function withoutAddress(message: string): string {
  return message
    .replace(emoji, ' ')
    .replace(/^[\s:,;.!>–—-]+/, '')
    .trimEnd();
}
