import type { AskingMessage } from './question-in.ts';

/**
 * The nonce of an answer, by what caused it: a message, or an edit of it. Discord makes no second message for a
 * nonce of the last minutes, also where the first was deleted (resources/message, Create Message). So a request
 * that is sent again, or by a second instance that sees the same, gives one answer, and a later edit a new one.
 * Base 36 keeps to Discord's 25 characters.
 */
export function nonceOf({ id, edited_timestamp }: Pick<AskingMessage, 'id' | 'edited_timestamp'>): string {
  const message = BigInt(id).toString(36);
  return edited_timestamp ? `${message}-${Date.parse(edited_timestamp).toString(36)}` : message;
}
