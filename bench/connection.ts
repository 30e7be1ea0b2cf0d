import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';

/** A response; where a server sends it in chunks, the body is still in these. */
export type Response = { readonly status: number; readonly body: Buffer };

/**
 * One kept connection of a client that is cheaper than any server: it writes requests that were put together
 * ahead, one after another, and reads of HTTP only where a response ends.
 */
export class Connection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve(response: Response): void; reject(error: Error): void } | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (part: Buffer) => this.#receive(part));
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('the server closed a kept connection')));
  }

  static async open(port: number): Promise<Connection> {
    const socket = createConnection(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Connection(socket);
  }

  send(request: Buffer): Promise<Response> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #receive(part: Buffer): void {
    this.#received = this.#received.length === 0 ? part : Buffer.concat([this.#received, part]);
    const response = wholeResponse(this.#received);
    if (!response) return;
    this.#received = Buffer.alloc(0);
    this.#waiting?.resolve(response);
  }
}

const headEnd = '\r\n\r\n';
const lastChunk = '0\r\n\r\n';

/** Undefined until all of it is there. */
function wholeResponse(received: Buffer): Response | undefined {
  const end = received.indexOf(headEnd);
  if (end === -1) return undefined;
  const head = received.toString('latin1', 0, end);
  const body = received.subarray(end + headEnd.length);
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  const isWhole =
    length === undefined
      ? body.subarray(-lastChunk.length).equals(Buffer.from(lastChunk))
      : body.length === Number(length);
  return isWhole ? { status: Number(head.slice(9, 12)), body } : undefined;
}
