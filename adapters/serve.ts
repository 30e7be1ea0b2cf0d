import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Adapter } from './adapter.ts';
import type { Config } from './config.ts';
import { httpServer } from './http.ts';
import type { Log } from './log.ts';
import { supervise } from './supervise.ts';

/** A running process: where it listens, and how it is stopped. */
export type Service = {
  readonly port: number;
  /** Resolves once every adapter has started, which may be never. */
  readonly started: Promise<unknown>;
  /** Takes no new work, finishes what runs within 10 s, and closes everything. Never rejects. */
  readonly stop: () => Promise<void>;
};

const longestDrain = 10_000;

/** Listens, and starts every adapter. Rejects only where the port can't be had. */
export async function serve(
  { host, port }: Pick<Config, 'host' | 'port'>,
  adapters: readonly Adapter[],
  log: Log,
): Promise<Service> {
  const server = httpServer(adapters, log);
  const address = await listen(server, host, port);
  log.info({ host, port: address.port }, 'listening');
  const stopping = new AbortController();
  const started = Promise.all(adapters.map((adapter) => supervise(adapter, log, stopping.signal)));
  return {
    port: address.port,
    started,
    stop: async () => {
      stopping.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A kept connection becomes idle when its last response is sent; only then can it be closed.
      const sweeping = setInterval(() => server.closeIdleConnections(), 20);
      const drained = Promise.all([...adapters.map((adapter) => adapter.stop()), closed]);
      const isDrained = await within(longestDrain, drained);
      clearInterval(sweeping);
      if (!isDrained) log.warn('stopped before all running work was finished');
      server.closeAllConnections();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // A server that listens on a port has an AddressInfo.
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

/** Whether something ends within a time. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const isDone = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return isDone;
}
