import { setTimeout as pause } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { UpdateArguments } from './reply.ts';

/** An update of a view, and when the person did what it answers (Slack's action_ts). */
export type LiveUpdate = UpdateArguments & { readonly at: string };

/** Sends an update; resolves to the hash of the view that it made. */
type Send = (update: UpdateArguments) => Promise<string | undefined>;

type LiveView = {
  /** When the newest draft was typed. */
  newest: string;
  /** The newest draft, until it is sent. */
  next?: LiveUpdate | undefined;
  /** Of the view that the last update made: newer than what the client saw as long as it types fast. */
  hash?: string | undefined;
  sending?: Promise<void> | undefined;
};

const mostViews = 5_000;
const millisecondsOfView = 30 * 60 * 1_000;
/** A rate limit that ends sooner is waited for, so that the last key typed is drawn in the end. */
const longestWait = 5;

/**
 * Updates of views that follow what is typed: one at a time a view, and always the newest draft. What a person
 * types fast comes with the hash of a view that the first key has already replaced, so that the hash of that
 * first update is used; one that Slack says has changed (by another instance), or was closed, is left as it is.
 */
export class LiveViews {
  readonly #views = new LRUCache<string, LiveView>({ max: mostViews, ttl: millisecondsOfView });

  /** Resolves when this draft, or one that was typed after it, is drawn. Rejects where Slack fails. */
  async update(update: LiveUpdate, send: Send): Promise<void> {
    const view: LiveView = this.#views.get(update.view_id) ?? { newest: '' };
    this.#views.set(update.view_id, view);
    if (update.at < view.newest) return;
    view.newest = update.at;
    view.next = update;
    view.sending ??= this.#sendAll(view, send).finally(() => {
      view.sending = undefined;
    });
    await view.sending;
  }

  async #sendAll(view: LiveView, send: Send): Promise<void> {
    for (let draft = view.next; draft; draft = view.next) {
      view.next = undefined;
      const { at: _, ...update } = draft;
      try {
        view.hash = await sendOverKnown(view.hash, update, send);
      } catch (error) {
        view.hash = undefined;
        const seconds = secondsToWait(error);
        if (seconds !== undefined) {
          await pause(seconds * 1_000);
          view.next ??= draft;
        } else if (!isOvertaken(error)) throw error;
      }
    }
  }
}

/** With the hash of the last update; if that is not the view's any more, with the one that the person saw. */
async function sendOverKnown(known: string | undefined, update: UpdateArguments, send: Send) {
  if (known === undefined || known === update.hash) return send(update);
  try {
    return await send({ ...update, hash: known });
  } catch (error) {
    if (errorOf(error) !== 'hash_conflict') throw error;
    return send(update);
  }
}

/** A later keystroke, handled by another instance, has changed the view; or it was closed. */
function isOvertaken(error: unknown): boolean {
  return ['hash_conflict', 'not_found'].includes(errorOf(error) ?? '');
}

function secondsToWait(error: unknown): number | undefined {
  if (!(error instanceof webApi.WebAPIRateLimitedError)) return undefined;
  return error.retryAfter <= longestWait ? error.retryAfter : undefined;
}

function errorOf(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}
