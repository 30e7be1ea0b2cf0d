import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FinishedRequest } from './arrived.ts';

/** What is counted. Labels come from our own code alone, so that they are few and never a person's words. */
export type Counts = {
  readonly request: (finished: FinishedRequest) => void;
  /** A connection that a platform had closed is opened again. */
  readonly reconnect: (platform: string) => void;
  /** A request that the server itself turned away. `route` is one of ours, or `none`. */
  readonly refusal: (route: string, status: number) => void;
  /** A connection that was one too many. */
  readonly droppedConnection: () => void;
  readonly ready: (adapter: string, isReady: boolean) => void;
  /** Counts the process as well: memory, processor, event loop, garbage. One registry of a process does that. */
  readonly watchProcess: () => void;
  readonly contentType: string;
  /** All counts as Prometheus reads them. */
  readonly exposition: () => Promise<string>;
};

/** Seconds. An answer takes less than a millisecond; what lies above is the way to the platform and back. */
const buckets = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createCounts(): Counts {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'convparams_requests_total',
    help: 'Requests of people by platform, kind and outcome',
    labelNames: ['platform', 'kind', 'outcome'] as const,
    registers,
  });
  const problems = new Counter({
    name: 'convparams_problems_total',
    help: 'Mistakes in questions by platform and code',
    labelNames: ['platform', 'code'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'convparams_request_duration_seconds',
    help: 'From the arrival of a request until its answer was handed over',
    labelNames: ['platform', 'kind'] as const,
    buckets,
    registers,
  });
  const reconnects = new Counter({
    name: 'convparams_reconnects_total',
    help: 'Connections that were lost and opened again, by platform',
    labelNames: ['platform'] as const,
    registers,
  });
  const refusals = new Counter({
    name: 'convparams_http_refusals_total',
    // Node.js answers 400, 408 and 431 by itself where it can't read a request to its end.
    help: 'Requests over HTTP that were read and answered with a status of 400 or more, by route',
    labelNames: ['route', 'status'] as const,
    registers,
  });
  const dropped = new Counter({
    name: 'convparams_dropped_connections_total',
    help: 'Connections that were dropped, since there were as many as there may be',
    registers,
  });
  const readiness = new Gauge({
    name: 'convparams_ready',
    help: 'Whether an adapter can answer: 1 or 0',
    labelNames: ['adapter'] as const,
    registers,
  });
  const request = kept((platform, kind, outcome) => requests.labels(platform, kind, outcome));
  const duration = kept((platform, kind) => durations.labels(platform, kind));
  return {
    request: ({ platform, kind, outcome, problem, milliseconds }) => {
      request(platform, kind, outcome).inc();
      if (outcome === 'ignored') return;
      duration(platform, kind).observe(milliseconds / 1_000);
      if (problem !== undefined) problems.inc({ platform, code: problem });
    },
    reconnect: (platform) => reconnects.inc({ platform }),
    refusal: (route, status) => refusals.inc({ route, status }),
    droppedConnection: () => dropped.inc(),
    ready: (adapter, isReady) => readiness.set({ adapter }, isReady ? 1 : 0),
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    contentType: registry.contentType,
    exposition: () => registry.metrics(),
  };
}

/** Remembers what was made of some labels: prom-client sorts and joins them each time. There are few of them. */
function kept<Child>(make: (...labels: string[]) => Child): (...labels: string[]) => Child {
  const children = new Map<string, Child>();
  return (...labels) => {
    const key = labels.join('\n');
    const child = children.get(key) ?? make(...labels);
    children.set(key, child);
    return child;
  };
}
