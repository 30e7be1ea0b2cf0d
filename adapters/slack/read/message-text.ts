import { isRichTextNode, type RichTextNode, richTextAsText } from './rich-text.ts';
import { unescaped } from './unescaped.ts';

/** What a message says, in the forms in which Slack sends it. */
export type SlackMessage = {
  readonly text?: string | undefined;
  readonly blocks?: readonly unknown[] | undefined;
  readonly attachments?: readonly unknown[] | undefined;
};

/**
 * What a message says, as its author typed it. Rich text, which people's messages come with, is exact: it has
 * neither markup nor escapes. Messages of other apps may have text in sections or attachments alone.
 */
export function messageText(message: SlackMessage, own?: string): string {
  const rich = (message.blocks ?? []).filter(isRichText);
  if (rich.length > 0) return rich.map((block) => richTextAsText(block, own)).join('\n');
  if (message.text) return unescaped(message.text, own);
  const parts = [...(message.blocks ?? []), ...(message.attachments ?? [])].flatMap(textsOf);
  return parts.map((part) => unescaped(part, own)).join('\n');
}

function isRichText(block: unknown): block is RichTextNode {
  return isRichTextNode(block) && block.type === 'rich_text';
}

/** The texts of a section, a header, or an attachment. */
function textsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('blocks' in part && Array.isArray(part.blocks)) return [messageText({ blocks: part.blocks })];
  if (!('text' in part)) return [];
  const { text } = part;
  if (typeof text === 'string') return [text];
  return typeof text === 'object' && text !== null && 'text' in text ? textsOf(text) : [];
}
