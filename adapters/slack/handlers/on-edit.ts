import { draftOf } from '../calculator/draft-of.ts';
import { drawCalculator } from '../calculator/draw-calculator.ts';
import type { ClickPayload } from '../payloads.ts';
import type { Reply } from '../reply.ts';
import { threadOf } from './thread-of.ts';

/** Edit: opens the calculator with the question of an answer, and remembers where that answer is. */
export function onEdit(click: ClickPayload, question: string): Reply {
  const { response_url: responseUrl, channel, container, message } = click;
  const { thread_ts: thread } = threadOf({ ...message, ...container });
  const view = drawCalculator(draftOf(question), {
    version: 0,
    ...(responseUrl === undefined ? {} : { responseUrl }),
    ...(channel === undefined ? {} : { channel: channel.id }),
    ...(thread === undefined ? {} : { thread }),
    ...(container?.is_ephemeral ? { isPrivate: true } : {}),
  });
  return { calls: [{ method: 'views.open', arguments: { trigger_id: click.trigger_id, view } }] };
}
