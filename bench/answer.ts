/**
 * What an answer costs beside one bare node:http request: the question is posted, read, and answered with the
 * same bytes, as a chat's command is, on a connection that is kept. Measured in turns in the same process:
 * `npm run bench` (`npm run bench -- --short` in CI). Exits with 1 where a limit is passed.
 */
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask, plain } from '../src/index.ts';
import { resnet50Print } from '../test/support/resnet50-print.ts';

const isShort = process.argv.includes('--short');
const rounds = isShort ? 8 : 30;
/** A short run on a busy machine tells less: it fails where a limit is passed by half. */
const slack = isShort ? 1.5 : 1;
const question = '7 512 512 nobias';
const model = resnet50Print();

const page = plain(ask(question));
const server = createServer(async (incoming, response) => {
  await textOf(incoming);
  response.end(page);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
// A server that listens on a port has an AddressInfo.
const { port } = server.address() as AddressInfo;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const timings = { request: [] as number[], answer: [] as number[], model: [] as number[] };
for (let round = 0; round < rounds; round += 1) {
  timings.request.push(await microsecondsEach(500, post));
  timings.answer.push(await microsecondsEach(5_000, () => plain(ask(question))));
}
for (let round = 0; round < rounds; round += 1) {
  timings.model.push(await microsecondsEach(50, () => plain(ask(model))));
}
agent.destroy();
server.close();

// The first rounds warm up; the fastest of the others is the one that the machine disturbed least.
const [bare, answer, pasted] = [timings.request, timings.answer, timings.model].map((list) =>
  Math.min(...list.slice(2)),
) as [number, number, number]; // three lists in, three numbers out
const share = answer / bare;
console.log(`one bare node:http request     ${bare.toFixed(1).padStart(8)} µs`);
console.log(
  `ask + plain, ${question}  ${answer.toFixed(1).padStart(8)} µs = ${share.toFixed(3)} of a bare request (at most 0.3)`,
);
console.log(
  `ask + plain, ResNet-50 print   ${pasted.toFixed(0).padStart(8)} µs for ${model.length} characters (at most 2000)`,
);
process.exitCode = share <= 0.3 * slack && pasted <= 2_000 * slack ? 0 : 1;

async function microsecondsEach(times: number, run: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  for (let count = 0; count < times; count += 1) {
    const result = run();
    if (result instanceof Promise) await result;
  }
  return Number(process.hrtime.bigint() - start) / 1_000 / times;
}

function post(): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, agent, method: 'POST' }, (response) =>
      textOf(response).then(resolve, reject),
    )
      .on('error', reject)
      .end(question);
  });
}

function textOf(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    message
      .setEncoding('utf8')
      .on('data', (part: string) => {
        text += part;
      })
      .on('end', () => resolve(text))
      .on('error', reject);
  });
}
