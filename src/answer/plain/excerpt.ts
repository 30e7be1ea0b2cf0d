import type { Block } from '../answer.ts';
import { columnsOf } from './columns-of.ts';

/** The question, and carets under the place of the mistake, which may be behind its end. */
export function plainExcerpt({ text, at: [start, end] }: Extract<Block, { kind: 'excerpt' }>): string {
  const padded = text.padEnd(end);
  const columns = columnsOf(padded.slice(start, end));
  return `${text}\n${' '.repeat(columnsOf(padded.slice(0, start)))}${'^'.repeat(Math.max(1, columns))}`;
}
