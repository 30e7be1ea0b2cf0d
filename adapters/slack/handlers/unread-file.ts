import { sentenceMessage } from '../draw/sentence-message.ts';
import type { SlackMessage } from '../read/message-text.ts';
import { shownWhole } from '../read/shown-whole.ts';

/** Whether something is attached that may hold the layers which were meant, and could not be read. */
export function hasUnreadFile({ files = [] }: SlackMessage): boolean {
  return files.some((file) => shownWhole(file) === undefined);
}

export const unreadFile = sentenceMessage(
  'I can’t read files, only what a message shows whole. Paste the code itself into a message: up to 40,000 characters fit.',
);
