import { createSecretKey } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { RequestHandler } from '../adapter.ts';
import type { Log } from '../log.ts';
import { readBody } from '../read-body.ts';
import { refuse, send } from '../send.ts';
import type { Dispatcher, SlackResponse } from './dispatcher.ts';
import { isTlsCheck, parseBody } from './parse-body.ts';
import { isSigned } from './signature.ts';

/** Signatures that are remembered, so that a request is executed once. Older ones are out of the time window. */
const mostSignatures = 100_000;

/**
 * `POST /slack/events`: commands, clicks, forms and events, all at one address. Answers 401 without a valid
 * signature of the last five minutes, 413 over 1 MB, 400 for what can't be read, 200 with nothing for a request
 * that was sent a second time to the letter, 503 while it is not `isOpen`, 500 where nothing was answered.
 */
export function httpEndpoint(
  { signingSecret, dispatcher, log }: { signingSecret: string; dispatcher: Dispatcher; log: Log },
  isOpen: () => boolean,
): RequestHandler {
  const key = createSecretKey(signingSecret, 'utf8');
  const seen = new LRUCache<string, true>({ max: mostSignatures });

  return async (request, response) => {
    if (!isOpen()) return refuse(response, 503, { close: true });
    const read = await readBody(request);
    if ('refused' in read) return refuse(response, read.refused, { close: true });
    // A slow body may have come to its end only after a stop began.
    if (!isOpen()) return refuse(response, 503, { close: true });
    const { headers } = request;
    const text = read.body.toString();
    // Unsigned, and executes nothing.
    if (isTlsCheck(text, headers['content-type'])) return send(response, 200);
    const signature = headers['x-slack-signature'];
    const timestamp = headers['x-slack-request-timestamp'];
    if (typeof signature !== 'string' || !isSigned(key, { timestamp, signature, body: read.body })) {
      log.warn('a request without a valid signature was refused');
      return refuse(response, 401);
    }
    if (seen.has(signature)) {
      log.warn('a request that had been sent before was not executed again');
      return send(response, 200);
    }
    seen.set(signature, true);
    const body = parseBody(text, headers['content-type']);
    if (!body) return refuse(response, 400);
    if (body['type'] === 'url_verification')
      return send(response, 200, JSON.stringify({ challenge: body['challenge'] }));
    try {
      answer(response, await dispatcher.dispatch({ body, retryNum: retryOf(request) }));
    } catch (error) {
      seen.delete(signature);
      throw error;
    }
  };
}

function answer(response: ServerResponse, answered: SlackResponse): void {
  if (answered.body === undefined) send(response, 200);
  else send(response, 200, bytesOf(answered), 'application/json; charset=utf-8');
}

/** The bytes of bodies that are kept, for as long as they are. */
const keptBytes = new WeakMap<object, Buffer>();

function bytesOf({ body, isKept }: SlackResponse): Buffer {
  if (!isKept || typeof body !== 'object' || body === null) return Buffer.from(JSON.stringify(body));
  const bytes = keptBytes.get(body) ?? Buffer.from(JSON.stringify(body));
  keptBytes.set(body, bytes);
  return bytes;
}

function retryOf({ headers }: IncomingMessage): number | undefined {
  const retry = headers['x-slack-retry-num'];
  return typeof retry === 'string' ? Number.parseInt(retry, 10) : undefined;
}
