import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What became of clients that were slow on purpose. */
export type SlowClients = { readonly opened: number; readonly cut: number; readonly longestSeconds: number };

/** How each of them is slow: with its headers, with its body, or by never saying anything. */
const beginnings = [
  'POST /slack/events HTTP/1.1\r\nhost: a\r\nx-slow: ',
  'POST /slack/events HTTP/1.1\r\nhost: a\r\ncontent-length: 900000\r\n\r\n',
  '',
];

const atOnce = 8;
/** A server that lets one of them stay for so long has not cut it off. */
const longestWait = 30_000;

/** Eight slow clients at a time, until `end` (on the clock of `performance`) and until the last is cut off. */
export async function slowClients(port: number, end: number): Promise<SlowClients> {
  const lives: number[] = [];
  let opened = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async (_, client) => {
      while (performance.now() < end) {
        opened += 1;
        const life = await lifeOf(port, beginnings[(client + opened) % beginnings.length] ?? '');
        if (life !== undefined) lives.push(life);
      }
    }),
  );
  return { opened, cut: lives.length, longestSeconds: Math.round(Math.max(0, ...lives) / 100) / 10 };
}

/** Milliseconds until the server closed the connection; undefined where it did not. */
async function lifeOf(port: number, beginning: string): Promise<number | undefined> {
  const start = performance.now();
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {}); // a reset is one way to be cut off
  socket.resume();
  const closed = new Promise<true>((resolve) => socket.once('close', () => resolve(true)));
  if (beginning !== '') socket.write(beginning);
  const dripping = setInterval(() => beginning !== '' && socket.write('a'), 200);
  const waiting = new AbortController();
  const late = pause(longestWait, false, { signal: waiting.signal }).catch(() => false);
  const isCut = await Promise.race([closed, late]);
  waiting.abort();
  clearInterval(dripping);
  socket.destroy();
  return isCut ? performance.now() - start : undefined;
}
