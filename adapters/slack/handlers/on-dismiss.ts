import type { ClickPayload } from '../payloads.ts';
import type { Reply } from '../reply.ts';

/** Dismiss: the private answer goes away. */
export function onDismiss({ response_url: url }: ClickPayload): Reply {
  return url === undefined
    ? {}
    : { calls: [{ method: 'response_url', url, body: { delete_original: true } }] };
}
