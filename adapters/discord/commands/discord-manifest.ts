import { discordCommands } from './discord-commands.ts';

/** manifests/discord.json: the body of `PUT /applications/{id}/commands`, for whoever registers by hand. */
export function discordManifest(): string {
  return `${JSON.stringify(discordCommands(), null, 2)}\n`;
}
