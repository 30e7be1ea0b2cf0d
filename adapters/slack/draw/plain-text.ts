import type { PlainTextElement } from '@slack/types';

/** Text that is shown as it is; colons do not make emoji of it. */
export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
