import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
} from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request, read to its end. */
export type Asked = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type Reply = {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer;
};

type LocalServer = {
  readonly url: string;
  readonly server: Server;
  stop(): Promise<void>;
};

/** A server on a free port of the loopback interface. It answers a request, or drops its connection. */
export async function localServer(answer: (asked: Asked) => Promise<Reply | 'drop'>): Promise<LocalServer> {
  const server = createServer((request, response) => {
    askedOf(request)
      .then(answer)
      // A support that fails shall be seen in the test, and not as a request that hangs.
      .catch((error: unknown): Reply => ({ status: 500, headers: {}, body: String(error) }))
      .then((reply) => {
        if (reply === 'drop') request.socket.destroy();
        else response.writeHead(reply.status, reply.headers).end(reply.body);
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`not a port: ${address}`);
  return {
    url: `http://127.0.0.1:${address.port}`,
    server,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function askedOf(request: IncomingMessage): Promise<Asked> {
  const { method = '', url: path = '', headers } = request;
  return { method, path, headers, body: await buffer(request) };
}
