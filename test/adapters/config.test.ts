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
