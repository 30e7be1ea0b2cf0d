/**
 * How long the built service takes until it is ready with Slack and Discord, beside the same program with its
 * packages left in node_modules: `npm run bench:start-up` (`-- --short` in CI). Both are started in turns, each
 * in a process of its own, and answer `GET /readyz` before a Slack and a Discord on loopback. Exits with 1 where
 * the built one needs more than 0.6 of the other's time.
 *
 * The time is the processor's where the system tells it (Linux): what else a machine does makes a wall clock tell
 * more of its neighbours than of the program. The wall clock's best is shown beside it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { buildPage } from '../scripts/build-page.ts';
import { publicKey } from '../test/support/discord/signed-interaction.ts';
import { signingSecret } from '../test/support/slack/signed.ts';
import { type StubSlack, stubSlack } from './stub-slack.ts';

type Time = { readonly wall: number; readonly processor: number | undefined };

const isShort = process.argv.includes('--short');
const rounds = isShort ? 4 : 15;
const mostOfUnbundled = 0.6;
/** Of /proc/…/stat: proc_pid_stat(5). It is 100 on all of Linux' usual machines. */
const ticksASecond = 100;

const slack = await stubSlack();
const folder = mkdtempSync(resolve('node_modules/.convparams-'));
try {
  await buildUnbundled(join(folder, 'service'));
  // The program looks for its page beside its own folder.
  await buildPage(process.cwd(), join(folder, 'web'));
  const built = resolve('dist/service/main.js');
  const unbundled = join(folder, 'service/main.js');
  const times: { built: Time[]; unbundled: Time[] } = { built: [], unbundled: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.unbundled.push(await untilReady(unbundled, slack));
    times.built.push(await untilReady(built, slack));
  }
  const share = best(times.built) / best(times.unbundled);
  for (const name of ['unbundled', 'built'] as const) {
    const wall = Math.min(...times[name].map((time) => time.wall));
    console.log(
      `${name.padEnd(10)} ready in ${wall.toFixed(0).padStart(5)} ms, ${best(times[name]).toFixed(0).padStart(5)} ms of the processor`,
    );
  }
  console.log(`${share.toFixed(2)} of the unbundled time (at most ${mostOfUnbundled})`);
  process.exitCode = share <= mostOfUnbundled ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
  await slack.stop();
}

function best(times: readonly Time[]): number {
  return Math.min(...times.map(({ wall, processor }) => processor ?? wall));
}

async function buildUnbundled(outdir: string): Promise<void> {
  await build({
    entryPoints: ['adapters/main.ts'],
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
  });
}

async function untilReady(file: string, { apiUrl }: StubSlack): Promise<Time> {
  const env = {
    PORT: '0',
    SLACK_BOT_TOKEN: 'xoxb-convparams',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
    DISCORD_PUBLIC_KEY: publicKey,
  };
  const start = performance.now();
  const child = spawn(process.execPath, [file], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  try {
    const port = await until(() => /"port":(\d+)/.exec(output)?.[1]);
    await until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok || undefined);
    return { wall: performance.now() - start, processor: processorTime(child.pid) };
  } finally {
    child.kill('SIGKILL');
  }
}

async function until<T>(condition: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = performance.now() + 60_000; ; await pause(2)) {
    const found = await condition();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error('the program was not ready within a minute');
  }
}

/** Milliseconds; undefined where the system does not tell. */
function processorTime(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksASecond;
  } catch {
    return undefined;
  }
}
