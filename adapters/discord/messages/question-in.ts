import type { APIUser, MessageType } from 'discord-api-types/v10';
import { isFromPerson } from './is-from-person.ts';
import { type Saying, saidIn, type TextFile } from './said-in.ts';

/** What is read of a message. Its content is there if it mentions the bot or was sent to it directly. */
export type AskingMessage = Saying & {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
  readonly type: MessageType;
  readonly author: Pick<APIUser, 'id' | 'bot'>;
  readonly webhook_id?: string;
  readonly mention_roles?: readonly string[];
  readonly edited_timestamp: string | null;
};

/** A question in words, and the files whose text belongs to it. */
export type AskedQuestion = { readonly words: string; readonly files: readonly TextFile[] };

/**
 * The question in a message: all of a direct message, or what stands around a mention of the bot in a server.
 * Undefined where it asks nothing: without a mention that was typed (a reply mentions whom it replies to), or
 * from a bot, this one included.
 */
export function questionIn(message: AskingMessage, botId: string): AskedQuestion | undefined {
  const { guild_id, content } = message;
  if (!isFromPerson(message, botId)) return undefined;
  const isMentioned = new RegExp(`<@!?${botId}>`).test(content);
  if (guild_id !== undefined && !isMentioned) return undefined;
  const asked = saidIn(message);
  const isPicture = content.trim() === '' && asked.words === '' && asked.files.length === 0;
  return isPicture ? undefined : asked;
}
