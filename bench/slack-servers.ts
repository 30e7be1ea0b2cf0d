import { createSecretKey } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';
import { createLog } from '../adapters/log.ts';
import { serve } from '../adapters/serve.ts';
import { onCommand } from '../adapters/slack/handlers/on-command.ts';
import { isSigned } from '../adapters/slack/signature.ts';
import { slackAdapter } from '../adapters/slack/slack-adapter.ts';
import { signingSecret } from '../test/support/slack/signed.ts';
import { waitFor } from '../test/support/slack/wait-for.ts';

const token = 'xoxb-convparams';
const host = '127.0.0.1';

export const question = '7 512 512 nobias';

/** What the question is answered with, byte by byte. */
export function expectedAnswer(): Buffer {
  const about = { user_id: 'U0ADA', channel_id: 'C0LAYERS', response_url: '', trigger_id: '' };
  return Buffer.from(JSON.stringify(onCommand({ text: question, ...about }).ack));
}

/** The servers that are compared. Each starts, and gives its port. */
export const servers = {
  /** The bot, as it is. */
  async ours(apiUrl: string): Promise<number> {
    const log = createLog('info');
    const adapter = slackAdapter({ botToken: token, signingSecret, apiUrl }, log);
    const { port } = await serve({ host, port: 0 }, [adapter], log);
    await waitFor(adapter.isReady, 10_000);
    return port;
  },

  /** The least that can be done: the body is read, its signature checked, and bytes sent that were made ahead. */
  async raw(): Promise<number> {
    const key = createSecretKey(signingSecret, 'utf8');
    const answer = expectedAnswer();
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': answer.length,
    };
    const server = createServer(async (request, response) => {
      const body = await bodyOf(request);
      const signature = request.headers['x-slack-signature'];
      const timestamp = request.headers['x-slack-request-timestamp'];
      if (isSigned(key, { timestamp, signature, body })) response.writeHead(200, headers).end(answer);
      else response.writeHead(401).end();
    });
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    // A server that listens on a port has an AddressInfo.
    return (server.address() as AddressInfo).port;
  },

  /** Bolt as its manual begins, with a command that is answered with nothing. */
  async bolt(apiUrl: string): Promise<number> {
    const app = new App({ signingSecret, token, clientOptions: { slackApiUrl: apiUrl } });
    app.command('/convparams', ({ ack }) => ack());
    const server = await app.start({ port: 0, host });
    // A server that listens on a port has an AddressInfo.
    return (server.address() as AddressInfo).port;
  },
};

export type ServerName = keyof typeof servers;

/** Without any of the limits that a server on the internet needs. */
function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => resolve(Buffer.concat(parts)))
      .on('error', reject);
  });
}
