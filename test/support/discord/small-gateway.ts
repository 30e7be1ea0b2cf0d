import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** The part of Discord's gateway that a bot can't do without: hello, identify, resume, heartbeats, events. */
export type SmallGateway = {
  readonly sessions: () => {
    readonly connected: number;
    readonly identified: number;
    readonly resumed: number;
  };
  /** What a bot said when it identified itself, the last time. */
  readonly identity: () => Identity | undefined;
  readonly dispatch: (type: string, data: object) => void;
  /** Closes all connections with a code. */
  readonly drop: (code: number) => void;
  /** The code with which bots are turned away when they identify themselves; undefined lets them in. */
  readonly refuse: (code: number | undefined) => void;
  /** Closes every connection as soon as it is made, as a gateway that is overloaded does. */
  readonly shut: (isShut: boolean) => void;
  readonly close: () => void;
};

type Identity = {
  readonly intents: number;
  readonly token: string;
  readonly shard: readonly [number, number];
};
type Packet = { readonly op: number; readonly d: unknown };

export function smallGateway(server: Server, ready: object): SmallGateway {
  const sockets = new WebSocketServer({ server });
  const open = new Set<WebSocket>();
  let connected = 0;
  let identified = 0;
  let resumed = 0;
  let sequence = 0;
  let identity: Identity | undefined;
  let isShut = false;
  let refusal: number | undefined;
  const send = (socket: WebSocket, packet: object) => socket.send(JSON.stringify(packet));
  const event = (socket: WebSocket, t: string, d: object) => {
    sequence += 1;
    send(socket, { op: 0, t, s: sequence, d });
  };
  sockets.on('connection', (socket) => {
    connected += 1;
    if (isShut) return socket.terminate();
    send(socket, { op: 10, d: { heartbeat_interval: 45_000 } });
    socket.on('close', () => open.delete(socket));
    socket.on('message', (text) => {
      // What a bot sends is JSON with an operation; the test fails where it is not.
      const { op, d } = JSON.parse(String(text)) as Packet;
      if (op === 1) send(socket, { op: 11 });
      if (op === 2 && refusal !== undefined) return socket.close(refusal);
      if (op === 2) {
        identity = d as Identity; // as Discord documents it
        identified += 1;
        open.add(socket);
        const address = `ws://127.0.0.1:${portOf(server)}`;
        event(socket, 'READY', { ...ready, resume_gateway_url: address, shard: identity.shard });
      }
      if (op === 6) {
        resumed += 1;
        open.add(socket);
        event(socket, 'RESUMED', {});
      }
    });
  });
  return {
    sessions: () => ({ connected, identified, resumed }),
    identity: () => identity,
    dispatch: (type, data) => {
      for (const socket of open) event(socket, type, data);
    },
    drop: (code) => {
      for (const socket of open) socket.close(code);
    },
    refuse: (code) => {
      refusal = code;
    },
    shut: (shut) => {
      isShut = shut;
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}
