import { counted } from '../../../src/numbers-in-words.ts';
import { clip } from './clip.ts';

/** Whole lines of a text, at most `most` characters; a last line says how many more there are. */
export function clipLines(text: string, most: number): string {
  if (text.length <= most) return text;
  const lines = text.split('\n');
  const room = most - '… and 99,999 more lines'.length;
  let kept = 0;
  let length = 0;
  for (const line of lines) {
    if (length + line.length + 1 > room) break;
    length += line.length + 1;
    kept += 1;
  }
  const shown = kept === 0 ? [clip(lines[0] ?? '', room - 1)] : lines.slice(0, kept);
  const left = lines.length - shown.length;
  return left === 0 ? shown.join('\n') : `${shown.join('\n')}\n… and ${counted(left, 'more line')}`;
}
