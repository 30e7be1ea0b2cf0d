import { format } from 'node:util';
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

/** The log as Slack's libraries want it. Its level is the log's own: they can't set it. */
export function boltLogger(log: Log): Logger {
  return {
    // Whole payloads, questions included: this level is for a developer's own machine.
    debug: (...message) => {
      if (log.isLevelEnabled('debug')) log.debug(format(...message));
    },
    info: (...message) => log.info(format(...message)),
    warn: (...message) => log.warn(format(...message)),
    error: (...message) => log.error(format(...message)),
    getLevel: () => LogLevel.INFO,
    setLevel: () => {},
    setName: () => {},
  };
}
