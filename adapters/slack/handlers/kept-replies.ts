import { LRUCache } from 'lru-cache';
import type { CommandResponse, Reply } from '../reply.ts';

/** About 5 MB of them. */
const most = 256;

/** Characters of the longest question whose reply is kept. */
const longest = 200;

const replies = new LRUCache<string, Reply<CommandResponse>>({ max: most });

/** Keeps the reply to a command that depends on the command's text alone. */
export function keepReply(text: string, reply: Reply<CommandResponse>): void {
  if (text.length <= longest) replies.set(text, reply);
}

/**
 * The reply to a command that was answered before: people come back to a question (a toggled bias, an example,
 * help). Undefined for all else that Slack sends.
 */
export function keptReply({
  command,
  text,
}: Readonly<Record<string, unknown>>): Reply<CommandResponse> | undefined {
  return command !== undefined && typeof text === 'string' ? replies.get(text) : undefined;
}
