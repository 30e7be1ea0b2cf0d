import type { Readable, Writable } from 'node:stream';

/** A stream that text is written to; `process.stdout` has all of this when it is a terminal. */
export type TextOut = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly hasColors?: () => boolean;
};

/** What the command touches of its process. `process` itself is one. */
export type Io = {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: TextOut;
  readonly stderr: TextOut;
  readonly env: Readonly<Record<string, string | undefined>>;
};
