import { distance } from 'fastest-levenshtein';

/**
 * The candidate with the fewest typing mistakes, or undefined if none is near: at most two letters apart; one, or
 * the same letters in another order, for words of up to five; only the latter for words of up to three, most of
 * which are a letter away from something. The first of equals.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = 3;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const mistakes = distance(word, candidate);
    const most = word.length > 5 ? 2 : word.length > 3 ? 1 : 0;
    const isNear = mistakes <= most || letters(word) === letters(candidate);
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
