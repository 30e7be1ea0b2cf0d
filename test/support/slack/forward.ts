import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Asked, Reply } from './local-server.ts';

/** What another server answers to the same request. */
export async function forward(asked: Asked, url: string): Promise<Reply> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    // No agent: a connection that is kept open could be closed by the other side just when it is used again.
    const { method, headers } = asked;
    request(url, { method, headers, agent: false }, resolve).on('error', reject).end(asked.body);
  });
  // These are about one connection, RFC 9110 section 7.6.1.
  const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...headers } = response.headers;
  return { status: response.statusCode ?? 0, headers, body: await buffer(response) };
}
