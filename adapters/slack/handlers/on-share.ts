import { ask } from '../../../src/ask.ts';
import { drawMessage } from '../draw/draw-message.ts';
import type { ClickPayload } from '../payloads.ts';
import type { Reply } from '../reply.ts';
import { askerOf } from './asker-of.ts';
import { threadOf } from './thread-of.ts';

/** Share: the answer goes to the conversation with the name of who asked; the private one is no longer needed. */
export function onShare(click: ClickPayload, question: string): Reply {
  const { response_url: url } = click;
  if (url === undefined) return {};
  const shared = {
    ...drawMessage(ask(question), { audience: 'everybody', askedBy: askerOf(click.user) }),
    response_type: 'in_channel',
    replace_original: false,
    ...threadOf({ ...click.message, ...click.container }),
  } as const;
  return {
    once: click.container?.message_ts,
    calls: [
      { method: 'response_url', url, body: shared },
      { method: 'if possible', call: { method: 'response_url', url, body: { delete_original: true } } },
    ],
  };
}
