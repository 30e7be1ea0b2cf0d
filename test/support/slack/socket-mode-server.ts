import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { forward } from './forward.ts';
import { jsonReply } from './json-reply.ts';
import { type Asked, localServer, type Reply } from './local-server.ts';

type Payload = Readonly<Record<string, unknown>>;

/** What the client sends: the id of an envelope that it has got and, where the envelope allows it, an answer. */
const acknowledgement = z.object({
  envelope_id: z.string(),
  payload: z.record(z.string(), z.unknown()).default({}),
});

/** Of an envelope, beside its payload. */
type About = {
  readonly accepts_response_payload?: boolean;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  /** How long to wait for the acknowledgement. Slack waits for three seconds. */
  readonly timeoutMs?: number;
};

export type SocketModeServer = {
  /** For WebClient's slackApiUrl. */
  readonly apiUrl: string;
  /** One that is good for apps.connections.open, as is every other that starts with `xapp-`. */
  readonly appToken: string;
  /** How many sockets are open now. */
  readonly connections: number;
  /** How often a URL was asked for, refusals included. */
  readonly opens: number;
  /** Sends an envelope over the newest connection; gives the payload of its acknowledgement. */
  send(
    type: 'events_api' | 'slash_commands' | 'interactive',
    payload: Payload,
    about?: About,
  ): Promise<Payload>;
  /** Breaks all connections off, without a closing handshake. */
  drop(): void;
  /** Leaves all connections open, and neither reads nor answers: also no ping. */
  freeze(): void;
  /** Tells all clients to connect anew. */
  warnDisconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** The next calls of apps.connections.open fail with 500. */
  refuse(times: number): void;
  /** Sends a ping over the newest connection, and waits for its pong. */
  ping(): Promise<void>;
  stop(): Promise<void>;
};

/** Slack's Socket Mode before a Web API, whose URL ends with /api/: every other call is forwarded to that. */
export async function socketModeServer({ forwardTo }: { forwardTo: string }): Promise<SocketModeServer> {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const awaited = new Map<string, { resolve(payload: Payload): void; reject(reason: Error): void }>();
  let opens = 0;
  let refusals = 0;

  const server = await localServer(async (asked) => {
    const [, method] = /^\/api\/(.*)$/.exec(asked.path) ?? [];
    if (method === undefined) return jsonReply(404, { ok: false });
    if (method === 'apps.connections.open') return opened(asked);
    // A connection that breaks there breaks here.
    return forward(asked, new URL(method, forwardTo).href).catch((): 'drop' => 'drop');
  });

  function opened({ headers: { authorization = '' } }: Asked): Reply {
    opens += 1;
    if (refusals > 0) {
      refusals -= 1;
      return jsonReply(500, { ok: false, error: 'internal_error' });
    }
    const isKnown = authorization.startsWith('Bearer xapp-');
    if (!isKnown) return jsonReply(200, { ok: false, error: 'invalid_auth' });
    const ticket = randomUUID();
    tickets.add(ticket);
    const url = `${server.url.replace('http:', 'ws:')}/link/?ticket=${ticket}&app_id=${randomUUID()}`;
    return jsonReply(200, { ok: true, url });
  }

  server.server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '', server.url).searchParams.get('ticket') ?? '';
    // A ticket is good for one connection.
    if (tickets.delete(ticket)) sockets.handleUpgrade(request, socket, head, welcome);
    else socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
  });

  function welcome(socket: WebSocket): void {
    socket.on('message', (data) => {
      const { envelope_id, payload } = acknowledgement.parse(JSON.parse(String(data)));
      awaited.get(envelope_id)?.resolve(payload);
    });
    // A socket that is dropped under a client's hands errs before it closes. Nobody else is to know.
    socket.on('error', () => {});
    tell(socket, {
      type: 'hello',
      num_connections: open().length,
      debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: 'A0CONVPARAMS' },
    });
  }

  function open(): WebSocket[] {
    return [...sockets.clients].filter((socket) => socket.readyState === socket.OPEN);
  }

  function newest(): WebSocket {
    const socket = open().at(-1);
    if (!socket) throw new Error('no connection is open');
    return socket;
  }

  return {
    apiUrl: `${server.url}/api/`,
    appToken: 'xapp-1-convparams',
    get connections() {
      return open().length;
    },
    get opens() {
      return opens;
    },
    async send(type, payload, { timeoutMs = 3_000, ...about } = {}) {
      const socket = newest();
      const envelope_id = randomUUID();
      // An event is acknowledged and no more; commands and interactions can be answered at once.
      const isEvent = type === 'events_api';
      const usual = {
        accepts_response_payload: !isEvent,
        ...(isEvent && { retry_attempt: 0, retry_reason: '' }),
      };
      let timer: NodeJS.Timeout | undefined;
      try {
        return await new Promise<Payload>((resolve, reject) => {
          awaited.set(envelope_id, { resolve, reject });
          const late = () => reject(new Error(`${type} was not acknowledged within ${timeoutMs} ms`));
          timer = setTimeout(late, timeoutMs);
          tell(socket, { envelope_id, type, payload, ...usual, ...about });
        });
      } finally {
        clearTimeout(timer);
        awaited.delete(envelope_id);
      }
    },
    drop() {
      for (const socket of sockets.clients) socket.terminate();
    },
    freeze() {
      for (const socket of open()) socket.pause();
    },
    warnDisconnect(reason) {
      const disconnect = { type: 'disconnect', reason, debug_info: { host: 'applink-1' } };
      for (const socket of open()) tell(socket, disconnect);
    },
    refuse(times) {
      refusals = times;
    },
    async ping() {
      const socket = newest();
      const pong = once(socket, 'pong');
      socket.ping('Ping from applink-1');
      await pong;
    },
    async stop() {
      for (const { reject } of awaited.values()) reject(new Error('the server stopped'));
      for (const socket of sockets.clients) socket.terminate();
      await server.stop();
    },
  };
}

function tell(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}
