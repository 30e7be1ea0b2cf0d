import { type DestinationStream, type Logger, pino } from 'pino';
import { type Counts, createCounts } from './counts.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * What the process tells of itself. Structured lines, one JSON object each: `log.error({ err, fault }, 'what
 * failed')`; and counts, which `GET /metrics` shows.
 */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'isLevelEnabled'> & {
  readonly counts: Counts;
};

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * The log of the process, on standard output unless told otherwise. Tokens are taken out of every line, no
 * matter which library wrote them. Whoever logs leaves questions out: they are private.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, hooks: { streamWrite: withoutSecrets } };
  // Left to itself, pino writes to files later: out of order with what comes last, and not at all after a crash.
  const lines = pino(options, destination ?? pino.destination({ dest: 1, sync: true }));
  return Object.assign(lines, { counts: createCounts() });
}
