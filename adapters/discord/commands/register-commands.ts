import type { REST } from 'discord.js';
import { type RESTGetAPIApplicationCommandsResult, Routes } from 'discord-api-types/v10';
import type { Log } from '../../log.ts';
import { discordCommands } from './discord-commands.ts';
import { sameCommands } from './same-commands.ts';

/** Registers the commands where they differ from those that Discord has. Rejects where Discord refuses. */
export async function registerCommands(rest: REST, applicationId: string, log: Log): Promise<void> {
  const commands = discordCommands();
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  // The REST client does not know what its addresses give; Discord documents this for this one.
  const registered = (await rest.get(route, { query })) as RESTGetAPIApplicationCommandsResult;
  if (sameCommands(commands, registered)) {
    log.info('the Discord commands are registered');
    return;
  }
  await rest.put(route, { body: commands });
  log.info({ commands: commands.map(({ name }) => name) }, 'registered the Discord commands');
}
