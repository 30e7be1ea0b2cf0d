import { randomUUID } from 'node:crypto';
import { command, typing } from '../test/support/discord/interactions.ts';
import { signedInteraction } from '../test/support/discord/signed-interaction.ts';
import { type SignedRequest, signedCommand, signedJson } from '../test/support/slack/signed.ts';

/** A request as it goes over the wire, and what its response has to be. */
export type Asked = {
  readonly name: string;
  readonly bytes: Buffer;
  readonly status: number;
  readonly contains: string;
  /** The server closes the connection behind the response. */
  readonly closes?: boolean;
};

const slackPath = '/slack/events';
const discordPath = '/discord/interactions';

/** Every endpoint in turn, chats the most often. No request is another's equal, since repeats are not answered. */
export function nextRequest(turn: number): Asked {
  if (turn % 100 === 99) return get('/metrics', 200, 'convparams_requests_total');
  const kinds = [
    () => slackCommand('7 512 512 nobias', '12,845,056'),
    () => discord('Discord command', command({ query: '7 512 512 nobias' }), '12,845,056'),
    () => slackCommand('7 512 512 nobais', 'Did you mean'),
    () => discord('Discord typing', typing('3x3 64->128 @56'), '73,856'),
    () => slackMessage(turn),
    () => slackCommand('3 3 32 s2 @224 + 3 dw + 1 64', '3,328'),
    () => get('/healthz', 200, 'ok'),
    () => get('/readyz', 200, 'ready'),
    () => forged(),
    () => ({ ...get('/nowhere', 404, 'Not Found'), closes: true }),
    () => tooLong(),
  ];
  const kind = kinds[turn % kinds.length] ?? kinds[0];
  if (!kind) throw new Error('there are no kinds of requests');
  return kind();
}

function slackCommand(text: string, contains: string): Asked {
  const request = signedCommand(text);
  return { name: 'Slack command', bytes: post(slackPath, request), status: 200, contains };
}

function slackMessage(turn: number): Asked {
  const event = {
    type: 'message',
    channel_type: 'im',
    channel: 'D0ADA',
    user: 'U0ADA',
    text: '3 64 64',
    ts: `${turn}.1`,
  };
  const envelope = { type: 'event_callback', event_id: randomUUID(), team_id: 'T0CONVPARAMS', event };
  return { name: 'Slack message', bytes: post(slackPath, signedJson(envelope)), status: 200, contains: '' };
}

function discord(name: string, interaction: object, contains: string): Asked {
  const request = signedInteraction({ ...interaction, id: snowflake() });
  return { name, bytes: post(discordPath, request), status: 200, contains };
}

/** Signed with a secret that is not the app's. */
function forged(): Asked {
  const request = signedCommand('3 64 64', {}, { secret: 'another' });
  return { name: 'forged', bytes: post(slackPath, request), status: 401, contains: 'Unauthorized' };
}

/** The length alone is refused; the body is never sent. */
function tooLong(): Asked {
  const head = `POST ${slackPath} HTTP/1.1\r\nhost: a\r\ncontent-length: 1000001\r\n\r\n`;
  return { name: 'too long', bytes: Buffer.from(head), status: 413, contains: 'Payload', closes: true };
}

function get(path: string, status: number, contains: string): Asked {
  return { name: path, bytes: Buffer.from(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`), status, contains };
}

function post(path: string, { headers, body }: SignedRequest): Buffer {
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`POST ${path} HTTP/1.1\r\nhost: a\r\n${head}\r\n${body}`);
}

let snowflakes = 10n ** 18n;

function snowflake(): string {
  snowflakes += 1n;
  return String(snowflakes);
}
