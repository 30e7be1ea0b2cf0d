import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../adapters/config.ts';
import { shippedFacts } from '../support/shipped-facts.ts';

const botToken = 'xoxb-1-2-abc';
const signingSecret = '0123456789abcdef0123456789abcdef';
const appToken = 'xapp-1-A1-2-abc';

function faultsOf(env: Record<string, string>): readonly string[] {
  const config = readConfig(env);
  return 'faults' in config ? config.faults : [];
}

test('without any variable there is no platform, and the page is for this machine alone', () => {
  expect(readConfig({})).toEqual({ host: '127.0.0.1', port: 3000, logLevel: 'info' });
});

test('a variable that is set to nothing is not set', () => {
  const empty = { HOST: '', PORT: '', LOG_LEVEL: '', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' };
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test('where to listen, and how much to log', () => {
  expect(readConfig({ HOST: '0.0.0.0', PORT: '8080', LOG_LEVEL: 'debug' })).toEqual({
    host: '0.0.0.0',
    port: 8080,
    logLevel: 'debug',
  });
});

describe('Slack', () => {
  test('over HTTP', () => {
    const env = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret };
    expect(readConfig(env)).toMatchObject({ slack: { botToken, signingSecret } });
  });

  test('over Socket Mode, at an emulator', () => {
    const env = {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
    };
    expect(readConfig(env)).toMatchObject({
      slack: { botToken, appToken, apiUrl: 'http://127.0.0.1:1/api/' },
    });
  });

  test('the address of an emulator alone asks for nothing', () => {
    expect(readConfig({ SLACK_API_URL: 'http://127.0.0.1:1/api/' })).not.toHaveProperty('slack');
  });
});

describe('Discord', () => {
  const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
  const publicKey = 'ab'.repeat(32);

  test('over HTTP alone', () => {
    expect(readConfig({ DISCORD_PUBLIC_KEY: publicKey })).toMatchObject({ discord: { publicKey } });
  });

  test('over the gateway, with all that can be said', () => {
    const env = {
      DISCORD_TOKEN: token,
      DISCORD_APPLICATION_ID: '1100000000000000001',
      DISCORD_PUBLIC_KEY: publicKey,
      DISCORD_API_URL: 'http://127.0.0.1:1/api/',
      DISCORD_SHARDS: '2',
    };
    expect(readConfig(env)).toMatchObject({
      discord: {
        token,
        applicationId: '1100000000000000001',
        publicKey,
        apiUrl: 'http://127.0.0.1:1/api',
        shards: 2,
      },
    });
  });

  test('as many shards as Discord wants', () => {
    const env = { DISCORD_TOKEN: token, DISCORD_SHARDS: 'auto' };
    expect(readConfig(env)).toMatchObject({ discord: { shards: 'auto' } });
  });

  test('an address and a number of shards alone ask for nothing', () => {
    const env = { DISCORD_API_URL: 'http://127.0.0.1:1/api', DISCORD_SHARDS: '2' };
    expect(readConfig(env)).not.toHaveProperty('discord');
  });

  test('each fault names its variable and what to do, all at once, and no value', () => {
    const env = {
      DISCORD_TOKEN: 'secret-token',
      DISCORD_APPLICATION_ID: 'secret-application',
      DISCORD_PUBLIC_KEY: 'secret-key',
      DISCORD_API_URL: 'secret-url',
      DISCORD_SHARDS: '0',
    };
    const portal = 'https://discord.com/developers/applications';
    expect(faultsOf(env)).toEqual([
      `DISCORD_TOKEN must be a bot's token: ${portal}, Bot, Reset Token.`,
      `DISCORD_APPLICATION_ID must be a number of 15 to 22 digits: ${portal}, General Information.`,
      `DISCORD_PUBLIC_KEY must be 64 characters of 0-9 and a-f: ${portal}, General Information.`,
      'DISCORD_API_URL must be an address such as https://discord.com/api.',
      'DISCORD_SHARDS must be auto or a whole number from 1 to 9999.',
    ]);
    expect(faultsOf({ DISCORD_APPLICATION_ID: '1100000000000000001' })).toEqual([
      `DISCORD_TOKEN (for the gateway) is missing: ${portal}, Bot, Reset Token; or DISCORD_PUBLIC_KEY (for HTTP): ${portal}, General Information.`,
    ]);
  });
});

describe('faults', () => {
  test.each([
    [{ PORT: 'http' }, ['PORT must be a whole number.']],
    [{ PORT: '65536' }, ['PORT must be from 0 to 65535.']],
    [{ PORT: '0x10' }, ['PORT must be a whole number.']],
    [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL must be one of debug, info, warn, error, silent.']],
    [{ SLACK_API_URL: 'ftp://a' }, ['SLACK_API_URL must be an address such as https://slack.com/api/.']],
  ])('%j', (env, faults) => {
    expect(faultsOf(env)).toEqual(faults);
  });

  test('each names its variable and what to do', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxp-user-token' })).toEqual([
      'SLACK_BOT_TOKEN must be a bot token, which begins with xoxb-: https://api.slack.com/apps, OAuth & Permissions.',
      'SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing: https://api.slack.com/apps, Basic Information.',
    ]);
    expect(faultsOf({ SLACK_SIGNING_SECRET: signingSecret })).toEqual([
      'SLACK_BOT_TOKEN is missing: https://api.slack.com/apps, OAuth & Permissions, Bot User OAuth Token.',
    ]);
  });

  test('all are told at once, and no value is', () => {
    const env = {
      PORT: 'secret-port',
      LOG_LEVEL: 'secret-level',
      SLACK_BOT_TOKEN: 'secret-token',
      SLACK_SIGNING_SECRET: 'secret-secret',
      SLACK_APP_TOKEN: 'secret-app',
      SLACK_API_URL: 'secret-url',
    };
    const faults = faultsOf(env);
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(Object.keys(env));
    expect(faults.join('\n')).not.toMatch(/secret-/);
  });
});

test('.env.example names every variable of the configuration, and no other of a platform', () => {
  const read =
    readFileSync('adapters/config.ts', 'utf8') + readFileSync('adapters/discord/discord-config.ts', 'utf8');
  const names = new Set(
    read.match(/\b(?:HOST|PORT|LOG_LEVEL|SLACK_[A-Z_]+|DISCORD_[A-Z_]+)(?=: z\b|: z\.|:\s*z)/g),
  );
  expect(names.size).toBeGreaterThan(10);
  const forPeople = [...names].filter((name) => !name.endsWith('_API_URL'));
  expect(shippedFacts.variables).toEqual(expect.arrayContaining(forPeople));
});
