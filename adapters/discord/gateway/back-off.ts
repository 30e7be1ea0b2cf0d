import { setTimeout as pause } from 'node:timers/promises';
import { SimpleShardingStrategy, type WebSocketManagerOptions } from 'discord.js';

/** Growing pauses between the attempts to get a connection of the gateway back. */
export type BackOff = {
  readonly opened: (shard: number) => void;
  readonly closed: (shard: number) => void;
  /** No further attempts, whatever is under way. */
  readonly end: () => void;
  readonly buildStrategy: WebSocketManagerOptions['buildStrategy'];
};

const longestPause = 60_000;
/** A connection that lasted so long was a good one: what ends it is news. */
const steady = 30_000;

/** Milliseconds before an attempt: the first is made at once, to resume the session while Discord keeps it. */
export function pauseBefore(attempt: number): number {
  return attempt <= 1 ? 0 : Math.min(1_000 * 2 ** (attempt - 2), longestPause);
}

/**
 * discord.js makes an attempt each half second, for as long as it takes. Before each it asks for the session to
 * resume, and that is where this waits; after `end` it waits for good, since `destroy` does not stop an attempt
 * that is about to be made (@discordjs/ws 1.2, WebSocketShard.destroy).
 */
export function backOff(now: () => number = Date.now): BackOff {
  const openedAt = new Map<number, number>();
  const attempts = new Map<number, number>();
  const isWaiting = new Set<number>();
  const ended = new AbortController();
  return {
    opened: (shard) => {
      openedAt.set(shard, now());
    },
    closed: (shard) => {
      const opened = openedAt.get(shard);
      openedAt.delete(shard);
      const wasSteady = opened !== undefined && now() - opened >= steady;
      attempts.set(shard, wasSteady ? 1 : (attempts.get(shard) ?? 0) + 1);
      isWaiting.add(shard);
    },
    end: () => ended.abort(),
    buildStrategy: (manager) => {
      const { retrieveSessionInfo } = manager.options;
      manager.options.retrieveSessionInfo = async (shard) => {
        if (isWaiting.delete(shard)) await pauseUnless(ended.signal, pauseBefore(attempts.get(shard) ?? 0));
        return ended.signal.aborted ? new Promise(() => {}) : retrieveSessionInfo(shard);
      };
      return new SimpleShardingStrategy(manager);
    },
  };
}

async function pauseUnless(signal: AbortSignal, milliseconds: number): Promise<void> {
  // Aborting is the one way in which it rejects.
  await pause(milliseconds, undefined, { signal, ref: false }).catch(() => {});
}
