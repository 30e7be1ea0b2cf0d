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
  const text = escaped(credit + words(answer));
  if (text.length <= limits.text) return text;
  const body = answer.body.filter(({ kind }) => kind !== 'formula');
  if (body.length === answer.body.length) return cut(text, limits.text);
  // Who hears or glances at an answer needs its reasons more than its worked lines.
  const shorter = escaped(credit + words({ ...answer, body }));
  return cut(shorter, limits.text - withoutFormulas.length) + withoutFormulas;
}

const withoutFormulas = '\n\nThe formulas are left out here: they stand in the message itself.';

/** Buttons have the next questions; of a mistake, the question that works is part of the answer. */
function words(answer: Answer): string {
  return plain(answer, { next: answer.kind === 'problem' });
}

/** What is cut off must not be half of an entity. */
function cut(text: string, most: number): string {
  return clipLines(text, most).replace(/&[a-z]{0,3}…/, '…');
}

/** A name in one line; `plain` gives an answer without control characters. */
function visible(name: string): string {
  return name.replace(/\p{C}/gu, ' ');
}
