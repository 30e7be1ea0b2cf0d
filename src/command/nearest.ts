import { distance } from 'fastest-levenshtein';

/**
 * The candidate with the fewest typing mistakes, or undefined if none is near: at most two letters apart; one,
 * or the same letters in another order, for words of up to four. The first of equals.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = 3;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const mistakes = distance(word, candidate);
    const isNear = word.length > 4 || mistakes <= 1 || letters(word) === letters(candidate);
    if (isNear && mistakes < fewest) {
      best = candidate;
      fewest = mistakes;
    }
  }
  return best;
}

function letters(word: string): string {
  return [...word].sort().join('');
}
