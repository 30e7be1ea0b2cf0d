import { webApi } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { LiveViews } from './live-views.ts';
import type { Call, Reply } from './reply.ts';

/** What a call needs of the outside. */
export type Performer = {
  readonly client: webApi.WebClient;
  /** Posts to a response_url. */
  readonly fetch: typeof globalThis.fetch;
  readonly views: LiveViews;
  readonly log: Log;
};

/** What a response_url answered instead of taking a message. */
class ResponseUrlError extends Error {
  override readonly name = 'ResponseUrlError';
  constructor(
    readonly status: number,
    reason: string,
  ) {
    super(`response_url answered ${status}: ${reason}`);
  }
}

/** Carries out the calls of a reply, one after another. Rejects with the first that fails. */
export async function perform({ calls = [] }: Pick<Reply, 'calls'>, performer: Performer): Promise<void> {
  for (const call of calls) await performCall(call, performer);
}

async function performCall(call: Call, performer: Performer): Promise<void> {
  const { client, fetch, log, views } = performer;
  switch (call.method) {
    case 'response_url':
      return respond(call.url, call.body, fetch);
    case 'any of':
      return performAnyOf(call.calls, performer);
    case 'if possible':
      return performCall(call.call, performer).catch((err: unknown) => {
        log.info({ err }, 'a message could not be taken away');
      });
    case 'views.update':
      return views.update({ ...call.arguments, at: call.at }, async (update) => {
        const { view } = await client.views.update(update);
        return view?.hash;
      });
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

const longestReason = 200;

async function respond(url: string, body: object, fetch: Performer['fetch']): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  // Read to its end in any case: only then is the connection given back.
  const reason = (await response.text()).slice(0, longestReason);
  if (!response.ok) throw new ResponseUrlError(response.status, reason);
}

async function performAnyOf(calls: readonly Call[], performer: Performer): Promise<void> {
  const refusals: unknown[] = [];
  for (const call of calls) {
    try {
      return await performCall(call, performer);
    } catch (err) {
      if (!isRefusal(err)) throw err;
      performer.log.info({ err, method: call.method }, 'one way to answer was refused');
      refusals.push(err);
    }
  }
  throw new AggregateError(refusals, 'Slack refused every way to answer');
}

/** Slack took the request and said no. After any other failure the message may be there all the same. */
function isRefusal(error: unknown): boolean {
  if (error instanceof ResponseUrlError) return error.status >= 400 && error.status < 500;
  return error instanceof webApi.WebAPIPlatformError;
}
