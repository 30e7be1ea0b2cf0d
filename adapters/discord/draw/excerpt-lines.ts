import type { Block } from '../../../src/answer/answer.ts';
import { columnsOf } from '../../../src/answer/plain/columns-of.ts';
import { plainExcerpt } from '../../../src/answer/plain/excerpt.ts';

/**
 * A question with carets under the place of a mistake. Where it is longer than a line of `width` columns, it is
 * broken, and each line has the carets of its own part: Discord would break it between the two.
 */
export function excerptLines({ text, at }: Extract<Block, { kind: 'excerpt' }>, width: number): string {
  const lines: string[] = [];
  for (let start = 0; start < Math.max(1, text.length); ) {
    const end = lineEnd(text, start, width);
    const line = text.slice(start, end).trimEnd();
    const from = Math.max(at[0], start);
    const to = Math.min(Math.max(at[1], at[0] + 1), end);
    // A mistake at the very end (something is missing there) has its caret behind the last character.
    const isHere = from < to || (from === end && end === text.length);
    lines.push(isHere ? plainExcerpt({ kind: 'excerpt', text: line, at: [from - start, to - start] }) : line);
    start = Math.max(end, start + 1);
  }
  return lines.join('\n');
}

/** After the last space that fits, so that no word is broken that need not be. */
function lineEnd(text: string, start: number, width: number): number {
  if (columnsOf(text.slice(start)) <= width) return text.length;
  let end = start;
  for (let columns = 0; columns <= width; end += 1) columns += columnsOf(text.charAt(end));
  end -= 1; // the first character that does not fit
  const space = text.lastIndexOf(' ', end);
  if (space > start) return space + 1;
  // Half a surrogate pair would be refused.
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
