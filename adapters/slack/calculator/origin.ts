/**
 * Where a calculator was opened from, and so where its answer goes. It travels in the modal's private_metadata,
 * so that any instance can answer any keystroke.
 */
export type Origin = {
  /** Posts to the conversation without being its member: five times in half an hour. */
  readonly responseUrl?: string;
  readonly channel?: string;
  readonly thread?: string;
  /** Whether it was opened from an answer that only its asker sees, which the posted one replaces. */
  readonly isPrivate?: boolean;
  /**
   * Slack keeps what is typed into an input as long as the id of its block stays; another version has other
   * ids, and so shows the values that it was drawn with.
   */
  readonly version: number;
};

export function writeOrigin(origin: Origin): string {
  return JSON.stringify(origin);
}

/** Reads what writeOrigin wrote. It throws for anything else, as nobody but us writes it. */
export function readOrigin(metadata: string): Origin {
  return JSON.parse(metadata);
}
