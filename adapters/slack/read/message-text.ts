import { isRichTextNode, richTextAsText } from './rich-text.ts';
import { shownWhole } from './shown-whole.ts';
import { unescaped } from './unescaped.ts';

/** What a message says, in the forms in which Slack sends it. */
export type SlackMessage = {
  readonly text?: string | undefined;
  readonly blocks?: readonly unknown[] | undefined;
  readonly attachments?: readonly unknown[] | undefined;
  readonly files?: readonly unknown[] | undefined;
};

/**
 * What a message says, as its author typed it, with what is attached: a message that was forwarded, an app's old
 * attachments, a snippet that Slack shows whole. Rich text, which people's messages come with, is exact: it has
 * neither markup nor escapes. Messages of other apps may have sections. Without any words in blocks, the text
 * counts.
 */
export function messageText({ text = '', blocks = [], attachments = [], files = [] }: SlackMessage): string {
  const parts = blocks.flatMap(textsOf);
  const own = parts.length > 0 ? parts : [unescaped(text)];
  return [...own, ...attachments.flatMap(textsOf), ...files.map(shownWhole)]
    .filter((part) => part !== undefined)
    .join('\n');
}

/** The texts of rich text, a section, a header, or an attachment. */
function textsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  if (isRichTextNode(part) && part.type === 'rich_text') return [richTextAsText(part)];
  if ('message_blocks' in part && Array.isArray(part.message_blocks))
    return part.message_blocks.flatMap(forwarded);
  if ('blocks' in part && Array.isArray(part.blocks)) return part.blocks.flatMap(textsOf);
  const fields = 'fields' in part && Array.isArray(part.fields) ? part.fields.flatMap(textsOf) : [];
  return 'text' in part ? [...textOf(part.text), ...fields] : fields;
}

function textOf(text: unknown): string[] {
  return typeof text === 'string' ? [unescaped(text)] : textsOf(text);
}

/** A forwarded message carries its blocks one level deeper than an attachment of an app. */
function forwarded(part: unknown): string[] {
  return typeof part === 'object' && part !== null && 'message' in part ? textsOf(part.message) : [];
}
