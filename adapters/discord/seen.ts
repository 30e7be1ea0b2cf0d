import { LRUCache } from 'lru-cache';

/** Tells what was seen already, so that nothing is answered twice. */
export type Seen = {
  readonly isNew: (id: string) => boolean;
  /** What failed may come again. */
  readonly forget: (id: string) => void;
};

/** Discord repeats itself within minutes if at all; so many are remembered. */
const mostRemembered = 10_000;

export function seen(): Seen {
  const ids = new LRUCache<string, true>({ max: mostRemembered });
  return {
    isNew: (id) => {
      if (ids.has(id)) return false;
      ids.set(id, true);
      return true;
    },
    forget: (id) => {
      ids.delete(id);
    },
  };
}
