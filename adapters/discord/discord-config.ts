import { z } from 'zod';
import type { Environment } from '../config.ts';

export type DiscordConfig = {
  /** Joins the gateway with this token, for mentions and direct messages too. */
  readonly token?: string;
  /** Takes interactions over HTTP, signed with this key. */
  readonly publicKey?: string;
  /** Whose commands are registered; without it, Discord tells at the login whose the token is. */
  readonly applicationId?: string;
  /** Where Discord's API is: an emulator's address in tests. */
  readonly apiUrl?: string;
  /** Connections to the gateway: how many, or as many as Discord wants. One without it. */
  readonly shards?: number | 'auto';
};

const portal = 'https://discord.com/developers/applications';

export const discordVariables = {
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}$/, `must be a bot's token: ${portal}, Bot, Reset Token`)
    .optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{15,22}$/, `must be a number of 15 to 22 digits: ${portal}, General Information`)
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, `must be 64 characters of 0-9 and a-f: ${portal}, General Information`)
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://discord.com/api' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DISCORD_SHARDS: z
    .union(
      [
        z.literal('auto'),
        z
          .string()
          .regex(/^[1-9]\d{0,3}$/)
          .transform(Number),
      ],
      { error: 'must be auto or a whole number from 1 to 9999' },
    )
    .optional(),
};

const variables = z.object(discordVariables);

/** What a bot that was begun to be set up for Discord still lacks. */
export function missingForDiscord(set: Environment): string[] {
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: key, DISCORD_APPLICATION_ID: application } = set;
  if (token || key || !application) return [];
  return [
    `DISCORD_TOKEN (for the gateway) is missing: ${portal}, Bot, Reset Token; or DISCORD_PUBLIC_KEY (for HTTP): ${portal}, General Information.`,
  ];
}

/** Undefined where Discord was not asked for. */
export function discordConfig(read: z.infer<typeof variables>): DiscordConfig | undefined {
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey } = read;
  const { DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: apiUrl, DISCORD_SHARDS: shards } = read;
  if (!token && !publicKey) return undefined;
  return {
    ...(token ? { token } : {}),
    ...(publicKey ? { publicKey } : {}),
    ...(applicationId ? { applicationId } : {}),
    ...(apiUrl ? { apiUrl } : {}),
    ...(shards ? { shards } : {}),
  };
}
