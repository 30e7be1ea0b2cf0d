import { setTimeout as pause } from 'node:timers/promises';
import type { Adapter } from './adapter.ts';
import type { Log } from './log.ts';

const firstPause = 1_000;
const longestPause = 60_000;

/**
 * Starts an adapter, again and again with growing pauses (1 s, 2 s, 4 s … 60 s) until it is started or
 * `signal` ends it. What it can't do is logged and never thrown, so that one adapter can't end another.
 */
export async function supervise(
  adapter: Pick<Adapter, 'name' | 'start'>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  for (let wait = firstPause; !signal.aborted; wait = Math.min(2 * wait, longestPause)) {
    try {
      await adapter.start();
      log.info({ adapter: adapter.name }, 'started');
      return;
    } catch (err) {
      log.error({ adapter: adapter.name, err, retryInSeconds: wait / 1_000 }, 'could not start');
    }
    // Aborting is the one way in which it rejects.
    await pause(wait, undefined, { signal }).catch(() => {});
  }
}
