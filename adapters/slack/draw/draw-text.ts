import type { Answer } from '../../../src/answer/answer.ts';
import { plain } from '../../../src/answer/plain.ts';
import { clip } from './clip.ts';
import { clipLines } from './clip-lines.ts';
import { escaped } from './escaped.ts';
import { limits } from './limits.ts';

const longestName = 80;

/**
 * The whole answer in plain words: what notifications show, screen readers read, and clients without blocks
 * have. `askedBy` is the name of who asked, where others would not know. Nothing in it can come alive.
 */
export function drawText(answer: Answer, askedBy?: string): string {
  const credit = askedBy === undefined ? '' : `Asked by ${visible(clip(askedBy, longestName))}\n\n`;
  // Buttons have the next questions; of a mistake, the question that works is part of the answer.
  const text = escaped(credit + plain(answer, { next: answer.kind === 'problem' }));
  if (text.length <= limits.text) return text;
  // What is cut off must not be half of an entity.
  return clipLines(text, limits.text).replace(/&[a-z]{0,3}…/, '…');
}

/** A name in one line; `plain` gives an answer without control characters. */
function visible(name: string): string {
  return name.replace(/\p{C}/gu, ' ');
}
