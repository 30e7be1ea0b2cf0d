import { setTimeout as pause } from 'node:timers/promises';

const firstPause = 1_000;
const longestPause = 60_000;

/**
 * Does something again and again, with growing pauses (1 s, 2 s, 4 s … 60 s), until it works or `signal` ends
 * it. Never rejects: `onFailure` is told of each failure and of the seconds until the next try.
 */
export async function untilItWorks(
  work: () => Promise<void>,
  onFailure: (error: unknown, retryInSeconds: number) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let wait = firstPause; !signal.aborted; wait = Math.min(2 * wait, longestPause)) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) return;
      onFailure(error, wait / 1_000);
    }
    // Aborting is the one way in which it rejects.
    await pause(wait, undefined, { signal }).catch(() => {});
  }
}
