import type { Readable } from 'node:stream';
import { decoded } from './decoded.ts';

/** Far above the longest question, so that the parser says what is too long; and no pipe fills the memory. */
const most = 1_048_576;

/** All text of a stream as one question. Beyond 1,048,576 characters nothing is read. */
export async function readStdin(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of decoded(stream)) {
    text += part;
    if (text.length >= most) return text.slice(0, most);
  }
  return text;
}
