import { LRUCache } from 'lru-cache';

/** Most keys that are remembered; the oldest is forgotten first. */
const mostKeys = 50_000;

/**
 * Does each piece of work once. Who comes with a key that is known shares the running or finished work of the
 * first; work that failed is forgotten, so that a retry does it again.
 */
export class Once<Result extends object> {
  readonly #known: LRUCache<string, Promise<Result>>;

  /** `seconds`: how long a key is remembered. */
  constructor(seconds: number) {
    this.#known = new LRUCache({ max: mostKeys, ttl: seconds * 1_000 });
  }

  do(key: string, work: () => Promise<Result>): Promise<Result> {
    const known = this.#known.get(key);
    if (known) return known;
    const running = work();
    this.#known.set(key, running);
    // Whoever called sees the failure; here it is only forgotten.
    running.catch(() => this.#known.delete(key));
    return running;
  }
}
