#!/usr/bin/env node
import { config as loadEnvFile } from 'dotenv';
import { type Config, readConfig } from './config.ts';
import { configuredAdapters } from './configured-adapters.ts';
import { createLog } from './log.ts';
import { serve } from './serve.ts';
import { run } from './terminal/run.ts';

loadEnvFile({ quiet: true });
const config = readConfig(process.env);
if ('faults' in config) {
  process.stderr.write(`convparams can't start:\n${config.faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exitCode = 1;
} else {
  await start(config);
}

/** Serves the platforms that are configured; without any, the questions are asked in the terminal. */
async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const adapters = await configuredAdapters(config, log);
  if (adapters.length === 0) {
    process.exitCode = await run(process.argv.slice(2), process);
    return;
  }
  // One platform's library may leave a promise unwatched; that must not end the others.
  process.on('unhandledRejection', (err) => log.error({ err }, 'a rejection that nobody handled'));
  log.counts.watchProcess();
  const service = await serve(config, adapters, log);
  let isStopping = false;
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
