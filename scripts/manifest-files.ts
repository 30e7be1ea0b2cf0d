import { slackManifest } from '../adapters/slack/manifest.ts';

/** Where the bot is reached over HTTP; whoever creates an app of it puts in an address of their own. */
const placeholder = 'https://convparams.example.com/slack/events';

/** The generated files of manifests/, by name. A test fails when one is stale. */
export function manifestFiles(): Record<string, string> {
  const manifests = {
    'slack.json': slackManifest({ kind: 'socket' }),
    'slack-http.json': slackManifest({ kind: 'http', url: placeholder }),
  };
  return Object.fromEntries(
    Object.entries(manifests).map(([name, manifest]) => [name, `${JSON.stringify(manifest, null, 2)}\n`]),
  );
}
