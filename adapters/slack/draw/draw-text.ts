import type { Answer } from '../../../src/answer/answer.ts';
import { plain } from '../../../src/answer/plain.ts';
import { clipLines } from './clip-lines.ts';
import { escaped } from './escaped.ts';
import { limits } from './limits.ts';

/**
 * The whole answer in plain words: what notifications show, screen readers read, and clients without blocks
 * have. `credit` stands before it. Text of a person can't bring anything to life in it.
 */
export function drawText(answer: Answer, credit = ''): string {
  // Buttons have the next questions; of a mistake, the question that works is part of the answer.
  const text = visible(plain(answer, { next: answer.kind === 'problem' }));
  // Escaped is longer: what is cut off must not be half of an entity.
  return credit + clipLines(escaped(text), limits.text - credit.length).replace(/&[a-z]{0,3}…/, '…');
}

/** Slack drops and trims nothing of these, but a reader would hear nothing of them either. */
function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ');
}
