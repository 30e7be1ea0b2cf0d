/** A message and its thread, as payloads name them. */
type Placed = {
  readonly ts?: string | undefined;
  readonly message_ts?: string | undefined;
  readonly thread_ts?: string | undefined;
};

/**
 * The thread that a message stands in, as an argument of what answers it there. The message that a thread began
 * with names that thread too, but stands in the conversation.
 */
export function threadOf({ ts, message_ts = ts, thread_ts }: Placed = {}): { readonly thread_ts?: string } {
  return thread_ts === undefined || thread_ts === message_ts ? {} : { thread_ts };
}
