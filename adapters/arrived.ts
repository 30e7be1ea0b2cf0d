import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '../src/command/problem.ts';
import type { Log } from './log.ts';
import type { Told } from './told.ts';

/**
 * What became of a request: `undelivered` is an answer that the platform did not take, `ignored` a message that
 * asks nothing.
 */
type Outcome = 'answered' | 'mistake' | 'fault' | 'undelivered' | 'ignored';

/** A request of a person that is over. It has nothing of what the person wrote. */
export type FinishedRequest = {
  /** The id that a person was told, where it failed. */
  readonly request: string;
  readonly platform: string;
  /** How it was asked: `command`, `click`, `mention`. */
  readonly kind: string;
  readonly outcome: Outcome;
  readonly problem: ProblemCode | undefined;
  readonly milliseconds: number;
};

/** Ends a request, with what its reply told or with what else became of it. */
export type Finish = (end: Told | 'undelivered' | 'ignored') => void;

/** A request of a person has arrived: the function that is returned logs and counts it once it is over. */
export function arrived(log: Log, platform: string, kind: string): Finish {
  const start = performance.now();
  return (end) => {
    const told = typeof end === 'string' ? {} : end;
    const finished: FinishedRequest = {
      request: told.fault ?? requestId(),
      platform,
      kind,
      outcome: typeof end === 'string' ? end : outcomeOf(end),
      problem: told.problem,
      milliseconds: Math.round((performance.now() - start) * 100) / 100,
    };
    log.counts.request(finished);
    if (finished.outcome === 'ignored') log.debug(finished, 'a request is over');
    else log.info(finished, 'a request is over');
  };
}

/** Short enough to be read out, long enough to be found in a day's log. */
export function requestId(): string {
  return randomUUID().slice(0, 8);
}

function outcomeOf({ problem, fault }: Told): Outcome {
  if (fault !== undefined) return 'fault';
  return problem === undefined ? 'answered' : 'mistake';
}
