import { distance } from 'fastest-levenshtein';

/**
 * The candidate with the fewest typing mistakes, or undefined if none is near: at most two letters apart,
 * one for words of three letters or fewer. The first of equals.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length <= 3 ? 1 : 2;
  let best: string | undefined;
  let fewest = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const mistakes = distance(word, candidate);
    if (mistakes < fewest) {
      best = candidate;
      fewest = mistakes;
    }
  }
  return best;
}
