import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { callArguments } from './call-arguments.ts';
import { forward } from './forward.ts';
import { jsonReply } from './json-reply.ts';
import { type Asked, localServer, type Reply } from './local-server.ts';
import { waitFor } from './wait-for.ts';

/** A call of the Web API, in the order of arrival. */
export type Call = {
  readonly method: string;
  readonly arguments: Record<string, unknown>;
  /** Of the Authorization header. */
  readonly token: string | undefined;
  /** What was answered: undefined until then, and for good where the connection was dropped. */
  response: unknown;
};

/** What was posted to a response_url. */
type Responded = {
  readonly url: string;
  readonly body: Record<string, unknown>;
  /** Of the answer: undefined until then, and for good where the connection was dropped. */
  status: number | undefined;
};

/**
 * What goes wrong with a call, which then never reaches the emulator. Only a delay alone lets it through.
 * An error comes with 200 as Slack has it, and a time to wait with 429.
 */
type Fault = {
  readonly status?: number;
  readonly error?: string;
  /** In seconds. */
  readonly retryAfter?: number;
  readonly delayMs?: number;
  readonly drop?: boolean;
};

/** What a test sees and does between the bot and Slack. */
export type Wire = {
  readonly calls: readonly Call[];
  readonly responses: readonly Responded[];
  /** The next call of a method, or the next post to a response_url, goes wrong; said twice, the next two do. */
  failNext(method: string, fault: Fault): void;
  /** A fresh URL that answers `ok`. */
  responseUrl(): string;
  /** The next call of a method that is answered, whoever makes it. */
  nextCall(method: string, ms?: number): Promise<Call>;
};

type RecordingProxy = Wire & {
  readonly url: string;
  /** Forgets all that it recorded, and the faults that did not come to pass. */
  forget(): void;
  stop(): Promise<void>;
};

/** A proxy before an emulator of Slack that records every call. Paths outside the Web API pass unseen. */
export async function recordingProxy(emulator: {
  url: string;
  callsItself: string;
}): Promise<RecordingProxy> {
  const calls: Call[] = [];
  const responses: Responded[] = [];
  const faults = new Map<string, Fault[]>();
  const responseUrls = new Set<string>();
  let delays = new AbortController();

  const server = await localServer((asked) => {
    if (asked.path.startsWith('/api/')) return called(asked);
    if (asked.path.startsWith('/response/')) return responded(asked);
    return forward(asked, emulator.url + asked.path);
  });

  async function called(asked: Asked): Promise<Reply | 'drop'> {
    const { pathname } = new URL(asked.path, emulator.url);
    const call: Call = { method: pathname.slice('/api/'.length), ...readCall(asked), response: undefined };
    calls.push(call);
    const reply = await withFault(call.method, () => emulated(asked));
    if (reply !== 'drop') call.response = parsed(String(reply.body));
    return reply;
  }

  async function emulated(asked: Asked): Promise<Reply> {
    const { status, headers, body } = await forward(asked, emulator.url + asked.path);
    // Slack knows every method, and says so with 200. WebClient takes 404 for an outage, and tries for half an hour.
    if (status === 404) return jsonReply(200, { ok: false, error: 'unknown_method' });
    // The emulator tells where to upload a file, and that shall be here too.
    const { 'content-length': _, ...rest } = headers;
    return { status, headers: rest, body: String(body).replaceAll(emulator.callsItself, server.url) };
  }

  async function responded(asked: Asked): Promise<Reply | 'drop'> {
    const body = callArguments(asked.headers['content-type'] ?? '', String(asked.body));
    const url = server.url + asked.path;
    const response: Responded = { url, body, status: undefined };
    responses.push(response);
    const [status, text] = responseUrls.has(url) ? [200, 'ok'] : [404, 'not a response_url of this test'];
    const reply = await withFault('response_url', async () => ({ status, headers: {}, body: text }));
    if (reply !== 'drop') response.status = reply.status;
    return reply;
  }

  async function withFault(method: string, answer: () => Promise<Reply>): Promise<Reply | 'drop'> {
    const fault = faults.get(method)?.shift();
    if (!fault) return answer();
    await setTimeout(fault.delayMs ?? 0, undefined, { signal: delays.signal });
    if (fault.drop) return 'drop';
    return refusal(fault) ?? answer();
  }

  return {
    url: server.url,
    calls,
    responses,
    failNext(method, fault) {
      faults.set(method, [...(faults.get(method) ?? []), fault]);
    },
    responseUrl() {
      const url = `${server.url}/response/${randomUUID()}`;
      responseUrls.add(url);
      return url;
    },
    nextCall(method, ms) {
      const before = calls.length;
      const isIt = (call: Call) => call.method === method && call.response !== undefined;
      return waitFor(() => calls.slice(before).find(isIt), ms, `no ${method}`);
    },
    forget() {
      calls.length = 0;
      responses.length = 0;
      faults.clear();
      responseUrls.clear();
      // A call that is late shall not come to a workspace after its own.
      delays.abort();
      delays = new AbortController();
    },
    async stop() {
      delays.abort();
      await server.stop();
    },
  };
}

function readCall({ headers, body }: Asked): Pick<Call, 'arguments' | 'token'> {
  return {
    arguments: callArguments(headers['content-type'] ?? '', String(body)),
    token: headers.authorization?.replace(/^Bearer /, ''),
  };
}

function refusal({ status, error, retryAfter }: Fault): Reply | undefined {
  if (retryAfter !== undefined) {
    const body = { ok: false, error: error ?? 'ratelimited' };
    return jsonReply(status ?? 429, body, { 'retry-after': String(retryAfter) });
  }
  if (error !== undefined) return jsonReply(status ?? 200, { ok: false, error });
  return status === undefined ? undefined : { status, headers: {}, body: STATUS_CODES[status] ?? '' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
