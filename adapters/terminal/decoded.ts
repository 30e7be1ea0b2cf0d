import type { Readable } from 'node:stream';

/** A stream's text, a part at a time; a character that two chunks share stays whole, a byte order mark goes. */
export async function* decoded(stream: Readable): AsyncGenerator<string> {
  const chunks: AsyncIterable<Uint8Array> = stream;
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
