import { fold } from './fold.ts';
import type { Fix } from './problem.ts';

/** The text with a fix, and without anything invisible: it becomes a button, and is shown on a terminal. */
export function applyFix(text: string, { at: [start, end], text: replacement }: Fix): string {
  const corrected = fold(text.slice(0, start) + replacement + text.slice(end))
    .replace(/[^\P{C}\n]|\p{Zl}|\p{Zp}/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(corrected) ? corrected : '';
}
