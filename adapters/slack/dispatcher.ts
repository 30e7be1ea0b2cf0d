import type { App, Receiver } from '@slack/bolt';
import { arrived } from '../arrived.ts';
import type { Log } from '../log.ts';
import { Once } from '../once.ts';
import { Running } from '../running.ts';
import { keptReply } from './handlers/kept-replies.ts';
import type { CommandResponse, Reply } from './reply.ts';

/** A request of Slack, taken out of its transport: Bolt decides by its body what it is. */
export type SlackRequest = {
  readonly body: Record<string, unknown>;
  /** Which try of Slack's this is, for events. */
  readonly retryNum?: number | undefined;
};

/**
 * What a request is answered with; `body` is undefined where an empty answer is meant. One that `isKept` may come
 * again, as the same `body`.
 */
export type SlackResponse = { readonly body: unknown; readonly isKept?: boolean };

/** Slack gives up on an event after about an hour of retries. */
const secondsOfRetries = 2 * 3_600;

/**
 * Bolt's receiver without a transport: HTTP and Socket Mode both hand their requests to `dispatch`. It is where
 * an event is handled once, where a kept reply is given again, and where a stop waits for what runs.
 */
export class Dispatcher implements Receiver {
  #app: App | undefined;
  readonly #log: Log;
  readonly #running = new Running();
  readonly #events = new Once<SlackResponse>(secondsOfRetries);

  constructor(log: Log) {
    this.#log = log;
  }

  init(app: App): void {
    this.#app = app;
  }

  /** Bolt's own start and stop are not used: the adapter starts the transports and stops them. */
  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return this.#running.idle();
  }

  /**
   * Resolves to the response, which may be before all work on the request is done. An event has been handled
   * when it resolves: a retry of it shares that, and one of an event that failed is handled anew. Rejects
   * where the request was not answered.
   */
  dispatch(request: SlackRequest): Promise<SlackResponse> {
    const kept = keptReply(request.body);
    if (kept) return this.#answerAgain(kept);
    const { type, event_id: id } = request.body;
    if (type !== 'event_callback') return this.#handle(request);
    const handled = () => this.#handleEvent(request);
    return typeof id === 'string' ? this.#events.do(id, handled) : handled();
  }

  /** Without Bolt: all that it would find out is known, and finding it out takes longer than all else here. */
  #answerAgain(reply: Reply<CommandResponse>): Promise<SlackResponse> {
    arrived(this.#log, 'slack', 'command')(reply);
    return Promise.resolve({ body: reply.ack, isKept: true });
  }

  /** Bolt acknowledges an event before it is handled; here it is acknowledged when that is done. */
  async #handleEvent(request: SlackRequest): Promise<SlackResponse> {
    await this.#process(request, async () => {});
    return { body: undefined };
  }

  #handle(request: SlackRequest): Promise<SlackResponse> {
    return new Promise((resolve, reject) => {
      let isAnswered = false;
      const ack = async (body?: unknown) => {
        isAnswered = true;
        resolve({ body });
      };
      this.#process(request, ack).then(
        () => ack(),
        (err: unknown) => {
          if (isAnswered) this.#log.error({ err }, 'work failed after its request had been answered');
          else reject(err);
        },
      );
    });
  }

  #process({ body, retryNum }: SlackRequest, ack: (body?: unknown) => Promise<void>): Promise<void> {
    const app = this.#app;
    if (!app) return Promise.reject(new Error('Bolt has not been given this receiver'));
    const retry = retryNum === undefined ? {} : { retryNum };
    return this.#running.track(() => app.processEvent({ body, ack, ...retry }));
  }
}
