import type { Writable } from 'node:stream';

/**
 * Writes, and waits until the stream has taken it: whoever writes in a loop is held back by a slow reader,
 * and learns here that the reader has left.
 */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
