import type { Config } from './config.ts';

/**
 * What a newcomer reads: where the playground is, and what to set for the chats. Nothing once a chat is set up:
 * then the output is a log, for programs to read.
 */
export function greeting({ host, slack, discord }: Config, port: number): string {
  if (slack || discord) return '';
  return [
    `convparams: the playground is at http://${reachable(host)}:${port}`,
    'For Slack set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, for Discord DISCORD_TOKEN: .env.example says where they are.',
    '',
  ].join('\n');
}

/** An address that a browser on this machine can open, where the program listens on all of them. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
