import { catalogue, type Entry, smallWords, versusWords } from './catalogue.ts';
import type { FactName, FactValues } from './facts.ts';

/** What a word or phrase may mean: a name that takes a value, a fact by itself, or both (`bias`). */
export type Meaning = {
  readonly entry: Entry;
  readonly isName: boolean;
  readonly flag?: FactValues[FactName];
};

const meanings = new Map<string, Meaning>();
const words = new Set<string>(versusWords);
let longest = 1;

for (const entry of catalogue) {
  for (const phrase of entry.names) learn(phrase, { entry, isName: true });
  for (const [phrase, flag] of Object.entries(entry.flags ?? {})) {
    const known = meanings.get(phrase);
    learn(phrase, { entry, isName: known?.isName ?? false, flag });
  }
}

function learn(phrase: string, meaning: Meaning): void {
  meanings.set(phrase, meaning);
  words.add(phrase);
  longest = Math.max(longest, phrase.split(' ').length);
}

export function meaningOf(phrase: string): Meaning | undefined {
  return meanings.get(phrase);
}

/** The number of words of the longest phrase. */
export const longestPhrase = longest;

/** All that can be typed, for "did you mean". Single letters and small words are no help there. */
export const knownWords: readonly string[] = [...words].filter(
  (word) => word.length > 1 && !smallWords.has(word),
);
