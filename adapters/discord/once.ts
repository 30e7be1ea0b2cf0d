import { LRUCache } from 'lru-cache';

/** Tells what was seen already, so that nothing is answered twice. */
export type Once = { readonly isNew: (id: string) => boolean };

/** Discord repeats itself within minutes if at all; so many are remembered. */
const mostRemembered = 10_000;

export function once(): Once {
  const seen = new LRUCache<string, true>({ max: mostRemembered });
  return {
    isNew: (id) => {
      if (seen.has(id)) return false;
      seen.set(id, true);
      return true;
    },
  };
}
