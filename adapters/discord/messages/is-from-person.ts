import { MessageType } from 'discord-api-types/v10';
import type { AskingMessage } from './question-in.ts';

/** Whether somebody wrote a message: no bot, this one included, no webhook, and not Discord about a pin. */
export function isFromPerson({ author, type, webhook_id }: AskingMessage, botId: string): boolean {
  if (author.bot === true || author.id === botId || webhook_id !== undefined) return false;
  return type === MessageType.Default || type === MessageType.Reply;
}
