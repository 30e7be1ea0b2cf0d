import { fold } from './fold.ts';
import type { Span } from './problem.ts';

/**
 * Whether a corrected question is one that its author could have meant: every number outside of `changed` (the place
 * of the mistake, and what its fix replaces) is still there, the fix has left no debris, and it is another question.
 * Of several fixes, each is asked about by itself, since its places are those of its own step.
 */
export function isFairCorrection(text: string, corrected: string, changed: readonly Span[]): boolean {
  return (
    meaningful(text) !== meaningful(corrected) &&
    keepsNumbers(outside(text, changed), corrected) &&
    !leavesDebris(text, corrected) &&
    (!endsDangling(corrected) || endsDangling(text))
  );
}

/** Case counts: PyTorch's Conv2d is not Keras' Conv2D. */
function meaningful(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}

/**
 * Whether a correction that several fixes led to still has every number of a question outside of its mistake, but for
 * one. Digits that were only joined or parted are the same: `1,024`, `3x3x64`.
 */
export function keepsAllButOne(text: string, mistake: Span, corrected: string): boolean {
  const left = [...numbersIn(corrected)];
  if (numbersIn(text).join('') === left.join('')) return true;
  const lost = outside(text, [mistake])
    .flatMap(numbersIn)
    .filter((number) => {
      const index = left.indexOf(number);
      if (index !== -1) left.splice(index, 1);
      return index === -1;
    });
  return lost.length <= 1;
}

/** The pieces of a text that no span covers: two numbers beside a span stay two. */
function outside(text: string, spans: readonly Span[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    if (start > from) pieces.push(text.slice(from, start));
    from = Math.max(from, end);
  }
  return [...pieces, text.slice(from)];
}

function keepsNumbers(pieces: readonly string[], corrected: string): boolean {
  const kept = new Map<string, number>();
  for (const number of numbersIn(corrected)) kept.set(number, (kept.get(number) ?? 0) + 1);
  for (const number of pieces.flatMap(numbersIn)) {
    const left = kept.get(number) ?? 0;
    if (left === 0) return false;
    kept.set(number, left - 1);
  }
  return true;
}

function numbersIn(text: string): readonly string[] {
  return fold(text).match(/\d+/g) ?? [];
}

/** What is left where something was cut out: `[64, , 2]`, `(, 3)`, `(64, )`, `stride=)`, an empty bracket. */
const debris = [
  /(?:^|\s)[,;.](?=\s|\w|$)/g,
  /\b(?:and|or)\s+(?:and|or)\b|\bfrom\s+to\b|\b(?:of|with|for|as)\s*,/g,
  /[([{,]\s*(?=,)/g,
  /,\s*[)\]}]/g,
  /=\s*[,)\]}]/g,
  /\(\s*\)|\[\s*\]|\{\s*\}/g,
];

/** A bracket that is closed adds no debris, though a comma may stand before it. */
function leavesDebris(text: string, corrected: string): boolean {
  return corrected.length < text.length && debris.some((sort) => count(corrected, sort) > count(text, sort));
}

function count(text: string, sort: RegExp): number {
  return text.match(sort)?.length ?? 0;
}

/** Words and signs behind which something has to follow. */
const dangling =
  /(?:^|\s)(?:and|or|with|without|of|on|at|for|from|to|by|than|against|into|an?|the|as|is|vs\.?|versus|plus)[\s.?!]*$|[-=+@,>({[]\s*$/i;

function endsDangling(text: string): boolean {
  return dangling.test(text.slice(-longestEnd));
}

const longestEnd = 40;
