/** The work that is under way, so that a stop can wait for it. */
export type Running = {
  readonly track: (work: Promise<unknown>) => void;
  /** Resolves when nothing runs any more. Never rejects. */
  readonly finished: () => Promise<void>;
};

export function running(): Running {
  const works = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      const tracked = work.finally(() => works.delete(tracked));
      works.add(tracked);
    },
    finished: async () => {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
