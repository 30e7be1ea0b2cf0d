import type { Adapter } from './adapter.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { webAdapter } from './web/web-adapter.ts';

/** The playground, and the adapters that the configuration asks for. Only their libraries are loaded, as these take a while. */
export async function configuredAdapters({ slack, discord }: Config, log: Log): Promise<Adapter[]> {
  const adapters: Adapter[] = [webAdapter()];
  if (slack) {
    const { slackAdapter } = await import('./slack/slack-adapter.ts');
    adapters.push(slackAdapter(slack, log));
  }
  if (discord) {
    const { discordAdapter } = await import('./discord/discord-adapter.ts');
    adapters.push(discordAdapter(discord, log));
  }
  return adapters;
}
