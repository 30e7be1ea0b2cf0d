import type { Config } from './config.ts';

/**
 * What a person reads: what to set for the chats while none is, and last where the playground is. Nothing where a
 * chat is set up and no terminal shows it: then the output is a log, for programs to read.
 */
export function greeting({ host, slack, discord }: Config, port: number, isTerminal: boolean): string {
  const hasChat = slack !== undefined || discord !== undefined;
  if (hasChat && !isTerminal) return '';
  const place = `convparams: the playground is at http://${reachable(host)}:${port}\n`;
  return hasChat ? `\n${place}` : `\n${toSet}\n${place}`;
}

const toSet =
  'For Slack set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, for Discord DISCORD_TOKEN: .env.example says where they are.';

/** An address that a browser on this machine can open, where the program listens on all of them. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
