import { styleText } from 'node:util';
import type { PlainOptions } from '../../src/answer/plain.ts';
import type { Io, TextOut } from './io.ts';

const widthOfPipes = 80;
const leastWidth = 40;

/** How an answer is drawn on a stream: its width, and colour where it is a terminal that has some. */
export function look(stream: TextOut, env: Io['env']): PlainOptions {
  const width = Math.max(leastWidth, (stream.isTTY && stream.columns) || widthOfPipes);
  return hasColour(stream, env) ? { width, paint } : { width };
}

/** An empty NO_COLOR counts as not set: https://no-color.org */
function hasColour(stream: TextOut, env: Io['env']): boolean {
  return Boolean(stream.isTTY && !env['NO_COLOR'] && stream.hasColors?.());
}

// styleText would look at process.stdout once more, which need not be the stream that is written to.
const regardless = { validateStream: false };

const paint = {
  title: (text: string) => styleText('bold', text, regardless),
  strong: (text: string) => styleText(['bold', 'green'], text, regardless),
};
