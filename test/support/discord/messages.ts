import { MessageType } from 'discord-api-types/v10';
import { channelId, userId } from './interactions.ts';

let count = 0;

/** A message as the gateway tells of it. */
export function message<Rest extends object>(content: string, rest?: Rest) {
  count += 1;
  return {
    id: `55000000000000${String(count).padStart(5, '0')}`,
    channel_id: channelId,
    guild_id: '6600000000000000001',
    type: MessageType.Default,
    author: { id: userId, username: 'somebody' },
    content,
    edited_timestamp: null,
    ...rest,
  };
}
