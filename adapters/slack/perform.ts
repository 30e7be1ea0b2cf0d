import { webApi } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { Call, Reply } from './reply.ts';

/** What a call needs of the outside. */
export type Performer = {
  readonly client: webApi.WebClient;
  /** Posts to a response_url. */
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
};

/** A response_url that was refused: it is used up, expired, or Slack had a fault. */
class ResponseUrlError extends Error {
  override readonly name = 'ResponseUrlError';
}

/** Carries out the calls of a reply, one after another. Rejects with the first that fails. */
export async function perform({ calls = [] }: Pick<Reply, 'calls'>, performer: Performer): Promise<void> {
  for (const call of calls) await performCall(call, performer);
}

async function performCall(call: Call, performer: Performer): Promise<void> {
  const { client } = performer;
  switch (call.method) {
    case 'response_url':
      return respond(call.url, call.body, performer.fetch);
    case 'any of':
      return performAnyOf(call.calls, performer);
    case 'views.update':
      try {
        await client.views.update(call.arguments);
      } catch (error) {
        if (!isOvertaken(error)) throw error;
      }
      return;
    case 'chat.postMessage':
      await client.chat.postMessage(call.arguments);
      return;
    case 'chat.postEphemeral':
      await client.chat.postEphemeral(call.arguments);
      return;
    case 'views.open':
      await client.views.open(call.arguments);
      return;
    case 'views.push':
      await client.views.push(call.arguments);
      return;
    case 'views.publish':
      await client.views.publish(call.arguments);
      return;
  }
}

async function respond(url: string, body: object, fetch: Performer['fetch']): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  // Its body is not read: a connection is given back only when there is nothing left to read of it.
  await response.body?.cancel();
  if (!response.ok) throw new ResponseUrlError(`response_url answered ${response.status}`);
}

async function performAnyOf(calls: readonly Call[], performer: Performer): Promise<void> {
  const failures: unknown[] = [];
  for (const call of calls) {
    try {
      return await performCall(call, performer);
    } catch (err) {
      performer.log.info({ err, method: call.method }, 'one way to answer failed');
      failures.push(err);
    }
  }
  throw new AggregateError(failures, 'Slack took none of the ways to answer');
}

/**
 * What Slack says of an update to a modal that a later keystroke has changed (hash_conflict), that was closed
 * meanwhile (not_found), or that has changed too often to follow (ratelimited): there is nothing left to do.
 */
const overtaken: readonly string[] = ['hash_conflict', 'not_found', 'ratelimited'];

function isOvertaken(error: unknown): boolean {
  if (error instanceof webApi.WebAPIRateLimitedError) return true;
  return error instanceof webApi.WebAPIPlatformError && overtaken.includes(error.data.error);
}
