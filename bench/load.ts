/**
 * Sixty seconds of load on the built service: `npm run bench:load` (`-- --short` for ten seconds in CI). 64
 * connections ask all of its endpoints one after another, each waiting for its answer, while slow clients open
 * connections and dribble headers and bodies, and huge ones are refused. Exits with 1 where a request was not
 * answered as it should have been, a slow client was not cut off, or the service took too much memory.
 * Times are told and not judged: with the client on the same machine, they are as much the machine's.
 *
 * Slack is a stub on loopback and the service a process of its own; this process is the client of both.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { publicKey } from '../test/support/discord/signed-interaction.ts';
import { signingSecret } from '../test/support/slack/signed.ts';
import { Connection } from './connection.ts';
import { type Asked, nextRequest } from './load-requests.ts';
import { slowClients } from './slow-clients.ts';
import { type StubSlack, stubSlack } from './stub-slack.ts';

const seconds = process.argv.includes('--short') ? 10 : 60;
const concurrency = 64;
/** Well below what manifests/kubernetes/deployment.yaml lets it have. */
const mostMegabytes = 400;

const slack = await stubSlack();
const cwd = mkdtempSync(join(tmpdir(), 'convparams-'));
const { child, port } = await start(slack);
try {
  const failures: string[] = [];
  /** Milliseconds, by the name of what was asked. */
  const latencies = new Map<string, number[]>();
  const end = performance.now() + seconds * 1_000;
  const memory = { atFirst: memoryOf(child), warm: 0, atLast: 0 };
  void pause((seconds * 1_000) / 5).then(() => {
    memory.warm = memoryOf(child);
  });
  const slow = slowClients(port, end);
  await Promise.all(Array.from({ length: concurrency }, (_, client) => ask(client)));
  memory.atLast = memoryOf(child);
  const cut = await slow;

  async function ask(client: number): Promise<void> {
    let connection = await Connection.open(port);
    for (let turn = client; performance.now() < end; turn += 1) {
      const asked = nextRequest(turn);
      const begin = performance.now();
      const fault = await connection.send(asked.bytes).then(
        ({ status, body }) => faultOf(asked, status, body),
        (error: unknown) => String(error),
      );
      const ofName = latencies.get(asked.name) ?? [];
      latencies.set(asked.name, ofName);
      ofName.push(performance.now() - begin);
      if (fault) failures.push(`${asked.name}: ${fault}`);
      if (fault || asked.closes) {
        connection.close();
        connection = await Connection.open(port);
      }
    }
    connection.close();
  }

  const all = [...latencies.values()].flat();
  console.log(`${all.length} requests in ${seconds} s over ${concurrency} connections: ${summary(all)}`);
  for (const [name, ofName] of latencies)
    console.log(`${name.padEnd(16)} ${String(ofName.length).padStart(6)}: ${summary(ofName)}`);
  console.log(
    `slow clients: ${cut.opened} opened, ${cut.cut} cut off, the longest after ${cut.longestSeconds} s`,
  );
  console.log(
    `memory: ${memory.atFirst} MB at first, ${memory.warm} MB after a fifth, ${memory.atLast} MB at the end (at most ${mostMegabytes})`,
  );
  for (const failure of failures.slice(0, 10)) console.log(`failed: ${failure}`);
  console.log(`${failures.length} errors`);
  const isPassed = failures.length === 0 && cut.cut === cut.opened && memory.atLast <= mostMegabytes;
  process.exitCode = isPassed ? 0 : 1;
} finally {
  child.kill('SIGTERM');
  await slack.stop();
  rmSync(cwd, { recursive: true });
}

function summary(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`;
}

function faultOf({ status, contains }: Asked, given: number, body: Buffer): string | undefined {
  if (given !== status) return `answered ${given}, not ${status}`;
  return body.includes(contains) ? undefined : `answered without ${contains}`;
}

async function start({ apiUrl }: StubSlack): Promise<{ child: ChildProcess; port: number }> {
  const env = {
    PORT: '0',
    NODE_ENV: 'production',
    NODE_OPTIONS: '--enable-source-maps',
    LOG_LEVEL: 'info',
    SLACK_BOT_TOKEN: 'xoxb-convparams',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
    DISCORD_PUBLIC_KEY: publicKey,
  };
  const program = spawn(process.execPath, [resolve('dist/service/main.js')], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (output.length < 10_000) output += text;
  });
  for (const limit = performance.now() + 60_000; performance.now() < limit; await pause(20)) {
    const listening = /"port":(\d+)/.exec(output)?.[1];
    const isReady = listening && (await fetch(`http://127.0.0.1:${listening}/readyz`)).ok;
    if (isReady) return { child: program, port: Number(listening) };
  }
  throw new Error(`the service was not ready within a minute: ${output}`);
}

/** What the process holds of the machine's memory, in MB; 0 where the system does not tell (all but Linux). */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1_000);
  } catch {
    return 0;
  }
}
