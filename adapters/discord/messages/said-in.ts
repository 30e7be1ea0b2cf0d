import type { APIAttachment } from 'discord-api-types/v10';

/** What a person can say in a message beside its own words: a forwarded message comes as a snapshot. */
export type Saying = {
  readonly content: string;
  readonly attachments?: readonly Attachment[];
  readonly message_snapshots?: readonly { readonly message: Omit<Saying, 'message_snapshots'> }[];
};

type Attachment = Pick<APIAttachment, 'filename' | 'size' | 'url' | 'content_type'>;

/** A file of text: Discord makes one, message.txt, of what is pasted beyond the length of a message. */
export type TextFile = Pick<APIAttachment, 'filename' | 'size' | 'url'>;

/**
 * Mentions of people, bots, roles, channels and commands, emoji of a server, and times, none of which says anything
 * about a layer: https://docs.discord.com/developers/reference#message-formatting
 */
const marks = /<(?:@[!&]?|#|\/[^:<>]{1,100}:|a?:\w{1,64}:|t:)-?\d+(?::\w)?>/g;

function withoutMarks(content: string): string {
  return content.replace(marks, ' ').trim();
}

/** The words of a message and of those forwarded in it, and its files of text. What else is attached says nothing. */
export function saidIn(message: Saying): { readonly words: string; readonly files: readonly TextFile[] } {
  const all = [message, ...(message.message_snapshots ?? []).map(({ message: forwarded }) => forwarded)];
  return {
    words: all
      .map(({ content }) => withoutMarks(content))
      .filter((content) => content !== '')
      .join('\n'),
    files: all
      .flatMap(({ attachments = [] }) => attachments)
      .filter(({ content_type }) => content_type?.startsWith('text/')),
  };
}
