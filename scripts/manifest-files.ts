import { discordManifest } from '../adapters/discord/commands/discord-manifest.ts';

/** Every file that is derived from the catalogue for a platform, and what it says. */
export const manifests: Readonly<Record<string, () => string>> = {
  'manifests/discord.json': discordManifest,
};
