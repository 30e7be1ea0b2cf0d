import { DiscordAPIError, HTTPError } from 'discord.js';
import { expect, test } from 'vitest';
import { loggable } from '../../../adapters/discord/loggable.ts';

const url = 'https://discord.com/api/v10/interactions/1/secret-token/callback';
const body = { body: { content: 'secret words' }, files: undefined };

test('an error of Discord’s API without the request that it is about', () => {
  const unknown = { code: 10_062, message: 'Unknown interaction' };
  const error = loggable(new DiscordAPIError(unknown, 10_062, 404, 'POST', url, body));
  expect(error).toEqual({
    name: 'DiscordAPIError[10062]',
    message: 'Unknown interaction',
    code: 10_062,
    status: 404,
  });
});

test('the same where Discord fails altogether', () => {
  const error = loggable(new HTTPError(502, 'Bad Gateway', 'POST', url, body));
  expect(error).toMatchObject({ status: 502 });
  expect(JSON.stringify(error)).not.toContain('secret');
});

test.each([new Error('a bug'), 'a string', undefined])('anything else as it is: %j', (error) => {
  expect(loggable(error)).toEqual({ err: error });
});
