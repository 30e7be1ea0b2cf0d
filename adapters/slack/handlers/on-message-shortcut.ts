import { noLayer } from '../../../src/answer/no-layer.ts';
import { askMessage } from '../../../src/ask-message.ts';
import { toldBy } from '../../told.ts';
import { drawMessage } from '../draw/draw-message.ts';
import { sentenceMessage } from '../draw/sentence-message.ts';
import type { MessageShortcutPayload } from '../payloads.ts';
import { messageText } from '../read/message-text.ts';
import type { Reply } from '../reply.ts';
import { threadOf } from './thread-of.ts';
import { hasUnreadFile, unreadFile } from './unread-file.ts';

/** "Price conv layers" on a message: what its code costs, to who asked alone. */
export function onMessageShortcut({ response_url: url, message: read }: MessageShortcutPayload): Reply {
  const answer = askMessage(messageText(read));
  const body = answer
    ? drawMessage(answer, { audience: 'asker' })
    : hasUnreadFile(read)
      ? unreadFile
      : nothingToPrice;
  return {
    ...(answer ? toldBy(answer) : {}),
    calls: [
      {
        method: 'response_url',
        url,
        body: { ...body, response_type: 'ephemeral', replace_original: false, ...threadOf(read) },
      },
    ],
  };
}

const nothingToPrice = sentenceMessage(noLayer);
