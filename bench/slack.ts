/**
 * What the way through the Slack adapter costs: a signed `/convparams 7 512 512 nobias` is answered in full,
 * beside a node:http server that checks the same signature and sends the same bytes, and beside Bolt's default
 * app, which only acknowledges. `npm run bench:slack` (`npm run bench:slack -- --short` in CI). Exits with 1
 * where a limit is passed.
 *
 * Each server is a process of its own, and this process is the client of all three. It writes to sockets what
 * was signed and put together ahead, which costs it less than any server needs for a request; a client in the
 * server's process, or node:http's own, would cost more than the bare server does, and make all three look
 * alike. With 32 connections the servers are measured, as the client's work is done beside theirs; with one,
 * the whole way there and back.
 *
 * A private answer that was asked for before is kept, which is what the limits hold for; what a question costs
 * that nobody asked before is told as well.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { signedCommand } from '../test/support/slack/signed.ts';
import { Connection } from './connection.ts';
import { expectedAnswer, question, type ServerName, servers } from './slack-servers.ts';
import { type StubSlack, stubSlack } from './stub-slack.ts';

type Running = { readonly name: ServerName; readonly port: number; readonly process: ChildProcess };
type Rates = Record<ServerName, number>;

const serveFlag = '--serve=';
const names: readonly ServerName[] = ['ours', 'raw', 'bolt'];
const served = names.find((name) => process.argv.includes(serveFlag + name));
if (served) await beServer(served);
else await compare(process.argv.includes('--short'));

/** One of the servers, for as long as the client lives. */
async function beServer(name: ServerName): Promise<void> {
  process.on('disconnect', () => process.exit());
  process.send?.(await servers[name](process.argv.at(-1) ?? ''));
}

async function compare(isShort: boolean): Promise<void> {
  const plan = { rounds: isShort ? 6 : 20, answer: expectedAnswer() };
  /** A short run on a busy machine tells less: it fails where a limit is passed by half. */
  const slack = isShort ? 1.5 : 1;
  const slackApi = await stubSlack();
  const running = await Promise.all(names.map((name) => start(name, slackApi)));
  for (const server of running) await rate(server, 32, signedAhead(isShort ? 1_500 : 3_000), plan.answer);

  console.log(
    `POST ${question}, ${plan.answer.length} bytes of answer; requests/s, the best of ${plan.rounds} rounds; medians of the ratios`,
  );
  let isPassed = true;
  let next = 1_000;
  for (const { concurrency, requests } of [
    { concurrency: 1, requests: 150 },
    { concurrency: 32, requests: 600 },
  ]) {
    const rounds: Rates[] = [];
    for (let round = 0; round < plan.rounds; round += 1) {
      rounds.push(await ratesOf(inTurn(running, round), concurrency, signedAhead(requests), plan.answer));
    }
    const fresh: Rates[] = [];
    for (let round = 0; round < plan.rounds; round += 1, next += requests)
      fresh.push(await ratesOf(inTurn(running, round), concurrency, freshAhead(requests, next), undefined));
    const ofRaw = median(rounds.map(({ ours, raw }) => ours / raw));
    const ofBolt = median(rounds.map(({ ours, bolt }) => ours / bolt));
    const best = names.map(
      (name) =>
        `${name} ${Math.max(...rounds.map((rates) => rates[name]))
          .toFixed(0)
          .padStart(6)}`,
    );
    console.log(
      `concurrency ${String(concurrency).padStart(2)}  ${best.join('  ')}  ours/raw ${ofRaw.toFixed(2)} (at least 0.55)  ours/bolt ${ofBolt.toFixed(2)} (at least 1)`,
    );
    const ofFresh = (name: 'raw' | 'bolt') =>
      median(fresh.map((rates) => rates.ours / rates[name])).toFixed(2);
    console.log(
      `               of questions that are new  ours/raw ${ofFresh('raw')}  ours/bolt ${ofFresh('bolt')}`,
    );
    if (ofRaw < 0.55 / slack || ofBolt < 1 / slack) isPassed = false;
  }
  for (const { process: child } of running) child.disconnect();
  await slackApi.stop();
  process.exitCode = isPassed ? 0 : 1;
}

async function start(name: ServerName, { apiUrl }: StubSlack): Promise<Running> {
  const child = fork(fileURLToPath(import.meta.url), [serveFlag + name, apiUrl], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [port] = await once(child, 'message');
  return { name, port: Number(port), process: child };
}

/** The same question again and again. */
function signedAhead(count: number): Buffer[] {
  return Array.from({ length: count }, () => requestFor(question));
}

/** Questions that nobody has asked before, from a number on. */
function freshAhead(count: number, from: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => requestFor(`7 ${from + index} 512 nobias`));
}

/** A command as it goes over the wire. No two are alike: what comes again to the letter is not answered again. */
function requestFor(text: string): Buffer {
  const { headers, body } = signedCommand(text, {
    response_url: 'https://hooks.slack.com/commands/T0/1/x',
  });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `POST /slack/events HTTP/1.1\r\nhost: 127.0.0.1\r\nuser-agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\naccept: */*\r\n${lines.join('')}content-length: ${length}\r\n\r\n${body}`,
  );
}

/** Another server begins each round, so that none always has the quiet moments. */
function inTurn(running: readonly Running[], round: number): Running[] {
  const first = round % running.length;
  return [...running.slice(first), ...running.slice(0, first)];
}

async function ratesOf(
  running: readonly Running[],
  concurrency: number,
  requests: readonly Buffer[],
  answer: Buffer | undefined,
): Promise<Rates> {
  const rates: Rates = { ours: 0, raw: 0, bolt: 0 };
  for (const server of running) rates[server.name] = await rate(server, concurrency, requests, answer);
  return rates;
}

/** Requests a second; `answer` is what all but Bolt's have to answer. Each of the connections sends its next request when its last one was answered. */
async function rate(
  { name, port }: Running,
  concurrency: number,
  requests: readonly Buffer[],
  answer: Buffer | undefined,
): Promise<number> {
  const connections = await Promise.all(Array.from({ length: concurrency }, () => Connection.open(port)));
  const left = requests.values();
  const start = process.hrtime.bigint();
  await Promise.all(
    connections.map(async (connection) => {
      for (const request of left) {
        const { status, body } = await connection.send(request);
        if (status !== 200 || (name !== 'bolt' && answer && !body.equals(answer)))
          throw new Error(`${name} answered ${status}: ${body}`);
      }
    }),
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  for (const connection of connections) connection.close();
  return requests.length / seconds;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
