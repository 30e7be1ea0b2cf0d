import { discordManifest } from '../adapters/discord/commands/discord-manifest.ts';
import { slackManifest } from '../adapters/slack/manifest.ts';

/** Where the bot is reached over HTTP; whoever creates an app of it puts in an address of their own. */
const placeholder = 'https://convparams.example.com/slack/events';

/** Every file that is derived from the catalogue for a platform, and what it says. */
export const manifests: Readonly<Record<string, () => string>> = {
  'manifests/slack.json': () => json(slackManifest({ kind: 'socket' })),
  'manifests/slack-http.json': () => json(slackManifest({ kind: 'http', url: placeholder })),
  'manifests/discord.json': discordManifest,
};

function json(manifest: object): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
