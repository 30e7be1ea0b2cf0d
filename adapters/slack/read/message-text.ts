import { isRichTextNode, richTextAsText } from './rich-text.ts';
import { unescaped } from './unescaped.ts';

/** What a message says, in the forms in which Slack sends it. */
export type SlackMessage = {
  readonly text?: string | undefined;
  readonly blocks?: readonly unknown[] | undefined;
  readonly attachments?: readonly unknown[] | undefined;
};

/**
 * What a message says, as its author typed it. Rich text, which people's messages come with, is exact: it has
 * neither markup nor escapes. Messages of other apps may have sections. Without any words in blocks, the text
 * counts. `own` is the app's own user id, whose mention says nothing.
 */
export function messageText({ text = '', blocks = [] }: SlackMessage, own?: string): string {
  const parts = blocks.flatMap((block) => textsOf(block, own));
  return parts.length > 0 ? parts.join('\n') : unescaped(text, own);
}

/** The same with what is attached: a message that was forwarded, or an app's old attachments. */
export function textWithAttachments(message: SlackMessage): string {
  const { attachments = [] } = message;
  return [messageText(message), ...attachments.flatMap((attachment) => textsOf(attachment))].join('\n');
}

/** The texts of rich text, a section, a header, or an attachment. */
function textsOf(part: unknown, own?: string): string[] {
  if (typeof part !== 'object' || part === null) return [];
  if (isRichTextNode(part) && part.type === 'rich_text') return [richTextAsText(part, own)];
  if ('message_blocks' in part && Array.isArray(part.message_blocks))
    return part.message_blocks.flatMap(forwarded);
  if ('blocks' in part && Array.isArray(part.blocks))
    return part.blocks.flatMap((block) => textsOf(block, own));
  if (!('text' in part)) return [];
  const { text } = part;
  return typeof text === 'string' ? [unescaped(text, own)] : textsOf(text, own);
}

/** A forwarded message carries its blocks one level deeper than an attachment of an app. */
function forwarded(part: unknown): string[] {
  return typeof part === 'object' && part !== null && 'message' in part ? textsOf(part.message) : [];
}
