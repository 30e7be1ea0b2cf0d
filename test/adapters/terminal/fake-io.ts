import { PassThrough } from 'node:stream';
import type { Io } from '../../../adapters/terminal/io.ts';

type Terminal = { readonly columns?: number; readonly colours?: boolean };

type Fake = {
  /** Whole standard input; without it, the test writes to `io.stdin` itself. */
  readonly stdin?: string | Uint8Array;
  readonly stdinIsTTY?: boolean;
  /** Standard output is this terminal; without it, a pipe. */
  readonly stdout?: Terminal;
  readonly stderr?: Terminal;
  readonly env?: Io['env'];
};

/** Streams of a process that is none, with what was written to them so far. */
export function fakeIo({ stdin, stdinIsTTY = false, stdout, stderr, env = {} }: Fake = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: stdinIsTTY });
  const output = collector(stdout);
  const errors = collector(stderr);
  if (stdin !== undefined) input.end(stdin);
  const io = { stdin: input, stdout: output.stream, stderr: errors.stream, env } satisfies Io;
  return { io, out: output.text, err: errors.text };
}

function collector(terminal: Terminal | undefined) {
  let text = '';
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), {
    ...(terminal ? { isTTY: true, hasColors: () => terminal.colours ?? false } : {}),
    ...(terminal?.columns === undefined ? {} : { columns: terminal.columns }),
  });
  stream.on('data', (chunk: string) => {
    text += chunk;
  });
  return { stream, text: () => text };
}
