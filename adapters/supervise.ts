import type { Adapter } from './adapter.ts';
import type { Log } from './log.ts';
import { untilItWorks } from './until-it-works.ts';

/** Starts an adapter, however long that takes. What it can't do is logged and never thrown, so that none ends another. */
export function supervise(
  { name, start }: Pick<Adapter, 'name' | 'start'>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const begin = async () => {
    await start();
    log.info({ adapter: name }, 'started');
  };
  const tell = (err: unknown, retryInSeconds: number) =>
    log.error({ adapter: name, err, retryInSeconds }, 'could not start');
  return untilItWorks(begin, tell, signal);
}
