import type { OutgoingHttpHeaders } from 'node:http';
import type { Reply } from './local-server.ts';

/** An answer of the Web API. */
export function jsonReply(status: number, body: object, headers: OutgoingHttpHeaders = {}): Reply {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(body) };
}
