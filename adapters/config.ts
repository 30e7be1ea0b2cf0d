import { z } from 'zod';
import {
  type DiscordConfig,
  discordConfig,
  discordVariables,
  missingForDiscord,
} from './discord/discord-config.ts';
import { logLevels } from './log.ts';

/** What the process was told by its environment. A platform that was not asked for is absent. */
export type Config = {
  readonly host: string;
  readonly port: number;
  readonly logLevel: (typeof logLevels)[number];
  readonly slack?: SlackConfig;
  readonly discord?: DiscordConfig;
};

export type SlackConfig = {
  readonly botToken: string;
  /** Over Socket Mode with this token; over HTTP without. */
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Where Slack's Web API is: an emulator's address in tests. */
  readonly apiUrl?: string;
};

/** What is wrong with the environment, a line each. Names variables and what to do, never their values. */
export type ConfigFaults = { readonly faults: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

const api = 'https://api.slack.com/apps';

const slackVariables = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]+$/, `must be a bot token, which begins with xoxb-: ${api}, OAuth & Permissions`)
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, `must be 32 characters of 0-9 and a-f: ${api}, Basic Information`)
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]+$/, `must be an app-level token, which begins with xapp-: ${api}, Basic Information`)
    .optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://slack.com/api/' })
    .optional(),
};

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be from 0 to 65535')
    .default(3_000),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  ...slackVariables,
  ...discordVariables,
});

type Variables = z.infer<typeof variables>;

/** Reads the environment. All that is wrong is told at once. A variable that is set to nothing is not set. */
export function readConfig(env: Environment): Config | ConfigFaults {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = variables.safeParse(set);
  const faults = [
    ...(read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}.`),
    ...missingForSlack(set),
    ...missingForDiscord(set),
  ];
  if (faults.length > 0 || !read.data) return { faults };
  const { HOST: host, PORT: port, LOG_LEVEL: logLevel } = read.data;
  const slack = slackConfig(read.data);
  const discord = discordConfig(read.data);
  return { host, port, logLevel, ...(slack ? { slack } : {}), ...(discord ? { discord } : {}) };
}

/** What a bot that was begun to be set up for Slack still lacks. */
function missingForSlack(set: Environment): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: app } = set;
  if (!bot && !secret && !app) return [];
  const faults: string[] = [];
  if (!bot) faults.push(`SLACK_BOT_TOKEN is missing: ${api}, OAuth & Permissions, Bot User OAuth Token.`);
  if (!secret && !app) {
    faults.push(
      `SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing: ${api}, Basic Information.`,
    );
  }
  return faults;
}

function slackConfig(read: Variables): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = read;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl } = read;
  if (!botToken) return undefined;
  return {
    botToken,
    ...(appToken ? { appToken } : {}),
    ...(signingSecret ? { signingSecret } : {}),
    ...(apiUrl ? { apiUrl } : {}),
  };
}
