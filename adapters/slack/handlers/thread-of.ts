import type { ClickPayload } from '../payloads.ts';

/** The thread that a click happened in, as an argument of what answers it. */
export function threadOf({ container, message }: ClickPayload): { readonly thread_ts?: string } {
  const thread = container?.thread_ts ?? message?.thread_ts;
  return thread === undefined ? {} : { thread_ts: thread };
}
