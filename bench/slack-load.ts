/**
 * 10,000 requests of all kinds that may reach the Slack adapter, the right, the wrong and the hostile, well
 * mixed, over 64 connections. Every response is checked, and at the other end it is counted what each request
 * made the bot post. Afterwards the bot still answers, and its memory is where it was.
 * `npm run bench:slack-load`. Exits with 1 where a response was wrong, where something was done twice or not at
 * all, or where memory was kept.
 */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createLog } from '../adapters/log.ts';
import { serve } from '../adapters/serve.ts';
import { slackAdapter } from '../adapters/slack/slack-adapter.ts';
import { type SignedRequest, signedCommand, signingSecret } from '../test/support/slack/signed.ts';
import { waitFor } from '../test/support/slack/wait-for.ts';
import { kinds, type Response, type Trial } from './slack-trials.ts';
import { stubSlack } from './stub-slack.ts';

const connections = 64;
/**
 * Memory may grow by what the bot remembers so that it does nothing twice: the signatures of 10,000 requests
 * and the ids of 1,400 events, of some 300 bytes each, and by what V8 makes of code that has become hot.
 */
const mostMegabytesMore = 10;
/** Before memory is measured first, everything has run once that is made once. */
const warmUpShare = 0.1;

type Tally = { trials: number; right: number };
type Run = {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly seconds: number;
  readonly milliseconds: Float64Array;
};

const slack = await stubSlack();
const log = createLog('silent');
const adapter = slackAdapter({ botToken: 'xoxb-convparams', signingSecret, apiUrl: slack.apiUrl }, log);
const service = await serve({ host: '127.0.0.1', port: 0 }, [adapter], log);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
await waitFor(adapter.isReady, 10_000);

await run(warmUpShare, 'w');
const before = await megabytesUsed();
const { tallies, seconds, milliseconds } = await run(1, 'r');
const after = await megabytesUsed();
const last = await post(signedCommand('7 512 512 nobias'));
const stillAnswers = last.status === 200 && last.text.includes('12,845,056');

for (const [name, { trials, right }] of tallies) {
  console.log(`${name.padEnd(24)} ${String(trials).padStart(6)} ${String(right).padStart(6)} right`);
}
const [median = 0, slow = 0] = [0.5, 0.99].map(
  (part) => milliseconds[Math.floor(part * milliseconds.length)],
);
console.log(
  `${milliseconds.length} requests in ${seconds.toFixed(1)} s, ${connections} at a time: half of them within ${median.toFixed(1)} ms, 99 % within ${slow.toFixed(1)} ms`,
);
console.log(
  `memory ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after (at most ${mostMegabytesMore} MB more)`,
);
console.log(stillAnswers ? 'still answers' : `answers no more: ${last.status} ${last.text}`);

agent.destroy();
await service.stop();
await slack.stop();
const isRight = [...tallies.values()].every(({ trials, right }) => trials === right);
process.exitCode = isRight && stillAnswers && after - before <= mostMegabytesMore ? 0 : 1;

/** Makes a share of all trials, evenly mixed. `prefix` makes their ids different from those of another run. */
async function run(share: number, prefix: string): Promise<Run> {
  const planned = kinds
    .flatMap(({ name, trials, trial }) =>
      Array.from({ length: trials * share }, (_, index) => ({
        name,
        trial,
        index,
        when: (index + 0.5) / (trials * share),
      })),
    )
    .sort((one, other) => one.when - other.when);
  const latencies: number[] = [];
  const done: {
    readonly name: string;
    readonly id: string;
    readonly posts: number;
    readonly isRight: boolean;
  }[] = [];
  const left = planned.entries();
  const start = performance.now();
  const work = async () => {
    for (const [number, { name, trial, index }] of left) {
      const id = `${prefix}${number}`;
      const made = trial({ id, index, responseUrl: slack.responseUrl(id) });
      done.push({ name, id, posts: made.posts, isRight: await isAnsweredRight(made, latencies) });
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - start) / 1_000;
  await waitForPosts(done.reduce((sum, { posts }) => sum + posts, 0));
  const tallies = new Map(kinds.map(({ name }): [string, Tally] => [name, { trials: 0, right: 0 }]));
  for (const { name, id, posts, isRight } of done) {
    const tally = tallies.get(name);
    if (!tally) continue;
    tally.trials += 1;
    if (isRight && slack.posts(id) === posts) tally.right += 1;
  }
  slack.forget();
  return { tallies, seconds, milliseconds: Float64Array.from(latencies).sort() };
}

/** Sends the requests of a trial at the same time. */
async function isAnsweredRight({ requests, isRight }: Trial, latencies: number[]): Promise<boolean> {
  try {
    return isRight(await Promise.all(requests.map((one) => post(one, latencies))));
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** What a click asks for is posted after its response. One post more than expected would come soon after. */
async function waitForPosts(expected: number): Promise<void> {
  await waitFor(() => slack.allPosts() >= expected, 10_000).catch(() => {});
  await pause(100);
}

/** The time of a request begins when it has a connection. */
function post({ headers, body }: SignedRequest, latencies: number[] = []): Promise<Response> {
  return new Promise((resolve, reject) => {
    let start = 0;
    const sent = request(
      { host: '127.0.0.1', port: service.port, path: '/slack/events', method: 'POST', agent, headers },
      (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (part: string) => {
            text += part;
          })
          .on('end', () => {
            latencies.push(performance.now() - start);
            resolve({ status: response.statusCode ?? 0, text });
          })
          .on('error', reject);
      },
    );
    sent.on('socket', () => {
      start = performance.now();
    });
    sent.on('error', reject).end(body);
  });
}

/** What is reachable, buffers included, after all that was due has been done. */
async function megabytesUsed(): Promise<number> {
  setFlagsFromString('--expose-gc');
  // With that flag, a new context has the global function gc.
  const collect = runInNewContext('gc') as () => void;
  for (let time = 0; time < 3; time += 1) {
    await pause(200);
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
