import type { Adapter } from './adapter.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

/** The adapters that the configuration asks for. Only their libraries are loaded, as these take a while. */
export async function configuredAdapters(config: Config, log: Log): Promise<Adapter[]> {
  const adapters: Adapter[] = [];
  if (config.discord) {
    const { discordAdapter } = await import('./discord/discord-adapter.ts');
    adapters.push(discordAdapter(config.discord, log));
  }
  return adapters;
}
