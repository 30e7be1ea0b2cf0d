import { type Message, message } from './draw-message.ts';
import { richText } from './rich-text.ts';

/** A sentence of the bot's own. */
export function sentenceMessage(words: string): Message {
  return message(words, [richText([{ kind: 'text', text: words }])]);
}
