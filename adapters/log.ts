import { type DestinationStream, type Logger, pino } from 'pino';
import { withoutSecrets } from './without-secrets.ts';

/** Structured log: one JSON object a line. `log.error({ err, fault }, 'what failed')`. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'isLevelEnabled'>;

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * The log of the process, on standard output unless told otherwise. Tokens are taken out of every line, no
 * matter which library wrote them. Whoever logs leaves questions out: they are private.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, hooks: { streamWrite: withoutSecrets } };
  return destination ? pino(options, destination) : pino(options);
}
