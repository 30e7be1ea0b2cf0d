import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readConfig } from '../../adapters/config.ts';
import { createLog } from '../../adapters/log.ts';
import { operatorRoutes } from '../../adapters/operator-routes.ts';

/** What whoever ships the service has to agree with, from the code. */
export const shippedFacts = {
  /** Where it listens unless told otherwise. */
  port: defaultPort(),
  /** What an operator can ask for, as `GET /healthz`. */
  routes: Object.keys(operatorRoutes([], createLog('silent'))),
  /** The variables of .env.example. */
  variables: (readFileSync('.env.example', 'utf8').match(/^# [A-Z_]+(?==)/gm) ?? []).map((line) =>
    line.slice(2),
  ),
  packageFile: z
    .object({ version: z.string(), engines: z.object({ node: z.string() }) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8'))),
};

function defaultPort(): number {
  const config = readConfig({});
  if ('faults' in config) throw new Error(config.faults.join('\n'));
  return config.port;
}
