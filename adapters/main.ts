#!/usr/bin/env node
import { setTimeout as pause } from 'node:timers/promises';
import { config as loadEnvFile } from 'dotenv';
import { type Config, readConfig } from './config.ts';
import { configuredAdapters } from './configured-adapters.ts';
import { greeting } from './greeting.ts';
import { listenFault } from './listen-fault.ts';
import { createLog } from './log.ts';
import { serve } from './serve.ts';

/** Milliseconds: Slack and Discord usually take one second. */
const longestStart = 3_000;

loadEnvFile({ quiet: true });
const config = readConfig(process.env);
if ('faults' in config) refuseToStart(config.faults);
else await start(config);

/** Serves the playground, and the platforms that are configured. */
async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const adapters = await configuredAdapters(config, log);
  // One platform's library may leave a promise unwatched; that must not end the others.
  process.on('unhandledRejection', (err) => log.error({ err }, 'a rejection that nobody handled'));
  log.counts.watchProcess();
  const service = await serve(config, adapters, log).catch((error: unknown) => {
    const fault = listenFault(error, config);
    if (fault === undefined) throw error;
    refuseToStart([fault]);
  });
  if (!service) return;
  let isStopping = false;
  // Behind the log of the start, where a person looks; a platform that can't start yet does not hold it up.
  void Promise.race([service.started, pause(longestStart, undefined, { ref: false })]).then(() => {
    if (!isStopping) process.stdout.write(greeting(config, service.port, process.stdout.isTTY));
  });
  const stop = async (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1); // asked twice: somebody is in a hurry
    isStopping = true;
    log.info({ signal }, 'stopping');
    await service.stop();
    log.info('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function refuseToStart(faults: readonly string[]): void {
  process.stderr.write(`convparams can't start:\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exitCode = 1;
}
