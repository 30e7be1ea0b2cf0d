import { SocketModeClient } from '@slack/socket-mode';
import type { Log } from '../log.ts';
import { Running } from '../running.ts';
import { untilItWorks } from '../until-it-works.ts';
import { boltLogger } from './bolt-logger.ts';
import type { Dispatcher } from './dispatcher.ts';
import { timedFetch } from './timed-fetch.ts';

export type SocketOptions = {
  readonly appToken: string;
  readonly apiUrl?: string | undefined;
  readonly dispatcher: Dispatcher;
  readonly log: Log;
};

/** A request as Socket Mode hands it over. */
type Envelope = {
  readonly body: Record<string, unknown>;
  readonly retry_num?: number;
  readonly ack: (response?: Record<string, unknown>) => Promise<void>;
};

/** Slack over a WebSocket that we open, so that no address of ours has to be reachable. */
export class SocketTransport {
  readonly #client: SocketModeClient;
  readonly #dispatcher: Dispatcher;
  readonly #log: Log;
  readonly #receiving = new Running();
  readonly #stopping = new AbortController();
  #isConnected = false;
  #wasConnected = false;
  #takesWork = true;

  constructor({ appToken, apiUrl, dispatcher, log }: SocketOptions) {
    this.#dispatcher = dispatcher;
    this.#log = log;
    this.#client = new SocketModeClient({
      appToken,
      logger: boltLogger(log),
      // Its own reconnecting gives up, with a rejection that nobody can handle, where Slack's API is away.
      autoReconnectEnabled: false,
      clientOptions: {
        fetch: timedFetch,
        retryConfig: { retries: 0 },
        ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
      },
    });
    this.#client.on('slack_event', (envelope: Envelope) => {
      if (this.#takesWork) void this.#receiving.track(() => this.#receive(envelope));
    });
    this.#client.on('connected', () => {
      if (this.#wasConnected) this.#log.counts.reconnect('slack');
      this.#isConnected = true;
      this.#wasConnected = true;
    });
    this.#client.on('disconnected', () => this.#reconnect());
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  /** Resolves once Slack has said hello; rejects where it can't be reached or refuses the token. */
  async start(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    try {
      await this.#client.start();
    } catch (cause) {
      // The library rejects with nothing where the connection was closed before Slack said hello.
      throw cause ?? new Error('the connection to Slack was closed before it was open');
    }
    // A stop that came meanwhile found no connection to close.
    if (this.#stopping.signal.aborted) await this.#client.disconnect();
  }

  /** What comes from now on is left to another instance, or to Slack's next try. */
  takeNoMore(): void {
    this.#takesWork = false;
    this.#stopping.abort();
  }

  async stop(): Promise<void> {
    this.takeNoMore();
    // An acknowledgement is sent after the work that it is for.
    await this.#receiving.idle();
    if (this.#isConnected) await this.#client.disconnect();
  }

  /** Slack closes every connection now and then; one that had been open is opened again. */
  #reconnect(): void {
    const wasOpen = this.#isConnected;
    this.#isConnected = false;
    if (!wasOpen || this.#stopping.signal.aborted) return;
    const tell = (err: unknown, retryInSeconds: number) =>
      this.#log.warn({ err, retryInSeconds }, 'could not reconnect to Slack');
    void untilItWorks(() => this.start(), tell, this.#stopping.signal);
  }

  async #receive({ body, retry_num: retryNum, ack }: Envelope): Promise<void> {
    try {
      const { body: response } = await this.#dispatcher.dispatch({ body, retryNum });
      await ack(response as Record<string, unknown> | undefined); // Bolt's responses are objects here
    } catch (err) {
      this.#log.error({ err }, 'a request of Slack was not answered');
    }
  }
}
