/**
 * What a signed interaction with its full answer costs beside a raw node:http server that checks the same
 * signature and answers with the same bytes, each in a process of its own, in turns. Then how long the whole bot
 * takes until it is ready at a gateway on loopback, and its memory, beside a bare discord.js client.
 * `npm run bench:discord` (`-- --short` in CI). Exits with 1 where a limit is passed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, GatewayIntentBits } from 'discord.js';
import { discordAdapter } from '../adapters/discord/discord-adapter.ts';
import { respond } from '../adapters/discord/interactions/respond.ts';
import { createLog } from '../adapters/log.ts';
import { serve } from '../adapters/serve.ts';
import { command } from '../test/support/discord/interactions.ts';
import { smallDiscord } from '../test/support/discord/small-discord.ts';

const isShort = process.argv.includes('--short');
const rounds = isShort ? 20 : 60;
/** Rounds before those that count: a server that has run for a while has its code compiled. */
const warmUp = isShort ? 100 : 200;
const requests = 80;
/** Of the raw server's requests a second. A short run on a busy machine tells less. */
const least = isShort ? 0.35 : 0.6;
const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
const query = '7 512 512 nobias';
const silent = createLog('silent');

const [role, argument = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const roles: Readonly<Record<string, (given: string) => Promise<void>>> = {
  'raw-server': rawServer,
  'our-server': ourServer,
  'bare-client': bareClient,
  'whole-bot': wholeBot,
};
await (roles[role ?? ''] ?? compare)(argument);

async function compare(): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const x = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
  const key = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  const [raw, ours] = await Promise.all([child('raw-server', x), child('our-server', x)]);
  const seconds = { raw: [] as number[], ours: [] as number[] };
  for (let round = 0; round < warmUp + rounds; round += 1) {
    seconds.raw.push(await secondsFor(Number(raw.said), key));
    seconds.ours.push(await secondsFor(Number(ours.said), key));
  }
  for (const { process: one } of [raw, ours]) one.kill();
  // In short turns both are disturbed alike by what else the machine does; the middle one of each tells.
  const bare = requests / median(seconds.raw.slice(warmUp));
  const full = requests / median(seconds.ours.slice(warmUp));
  const share = full / bare;
  console.log(`raw server with the same check   ${bare.toFixed(0).padStart(6)} requests a second`);
  console.log(
    `the endpoint, /convparams ${query}  ${full.toFixed(0)} = ${share.toFixed(2)} of raw (at least ${least})`,
  );
  await compareStart();
  process.exitCode = share >= least ? 0 : 1;
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}

async function compareStart(): Promise<void> {
  const discord = await smallDiscord();
  for (const name of ['bare-client', 'whole-bot']) {
    const runs: { milliseconds: number; megabytes: number }[] = [];
    for (let run = 0; run < (isShort ? 1 : 3); run += 1) {
      const one = await child(name, discord.apiUrl);
      runs.push(JSON.parse(one.said));
      one.process.kill();
    }
    const best = (field: 'milliseconds' | 'megabytes') =>
      Math.min(...runs.map((run) => run[field])).toFixed(0);
    console.log(
      `${name.padEnd(12)} ready after ${best('milliseconds')} ms, resident ${best('megabytes')} MB`,
    );
  }
  await discord.close();
}

/** A role of this file in a process of its own, and the first line that it says. */
function child(name: string, given: string): Promise<{ process: ChildProcess; said: string }> {
  return new Promise((resolve, reject) => {
    const [, file = ''] = process.argv;
    const started = spawn(process.execPath, ['--expose-gc', file, name, given], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.once('error', reject);
    started.stdout.setEncoding('utf8').once('data', (said: string) => resolve({ process: started, said }));
  });
}

/** Signs before it measures: both servers only check. One connection, one request after another. */
async function secondsFor(port: number, key: ReturnType<typeof createPrivateKey>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const signed = Array.from({ length: requests }, () => {
    const { id: _, ...interaction } = command({ query });
    const body = JSON.stringify({ id: String(Math.random()), ...interaction });
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), key).toString('hex'),
    };
    return { body, headers };
  });
  const start = process.hrtime.bigint();
  for (const one of signed) await post(port, agent, one);
  const taken = Number(process.hrtime.bigint() - start) / 1e9;
  agent.destroy();
  return taken;
}

function post(
  port: number,
  agent: Agent,
  { body, headers }: { body: string; headers: object },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, agent, method: 'POST', path: '/discord/interactions' };
    request({ ...options, headers: { ...headers } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
      response.resume().once('end', resolve);
    })
      .once('error', reject)
      .end(body);
  });
}

/** What any server for Discord has to do, and nothing else: read, check, send. */
async function rawServer(publicKey: string): Promise<void> {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const answer = JSON.stringify(respond(command({ query })).response);
  const server = createServer(async (incoming: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const timestamp = Buffer.from(String(incoming.headers['x-signature-timestamp']));
    const signature = Buffer.from(String(incoming.headers['x-signature-ed25519']), 'hex');
    const isRight = verify(null, Buffer.concat([timestamp, ...parts]), key, signature);
    response
      .writeHead(isRight ? 200 : 401, { 'content-type': 'application/json' })
      .end(isRight ? answer : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an AddressInfo.
  console.log((server.address() as AddressInfo).port);
}

async function ourServer(publicKey: string): Promise<void> {
  const { port } = await serve(
    { host: '127.0.0.1', port: 0 },
    [discordAdapter({ publicKey }, silent)],
    silent,
  );
  console.log(port);
}

async function bareClient(apiUrl: string): Promise<void> {
  const client = new Client({ intents: [GatewayIntentBits.GuildMessages], rest: { api: apiUrl } });
  client.once('clientReady', sayReady);
  await client.login(token);
}

async function wholeBot(apiUrl: string): Promise<void> {
  const adapter = discordAdapter({ token, apiUrl }, silent);
  await Promise.all([serve({ host: '127.0.0.1', port: 0 }, [], silent), adapter.start()]);
  respond(command({ query }));
  sayReady();
}

/** Since the process began, without what the garbage collector would free. */
function sayReady(): void {
  const milliseconds = performance.now();
  gc?.();
  console.log(JSON.stringify({ milliseconds, megabytes: process.memoryUsage().rss / 1e6 }));
}
