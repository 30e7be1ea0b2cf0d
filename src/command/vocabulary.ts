import { catalogue, type Entry, entryOf, smallWords, versusWords } from './catalogue.ts';
import type { FactName, FactValues } from './facts.ts';
import { type NameUse, nameUseOf, usesOfWords } from './words/name-uses.ts';

/** What a word or phrase may mean: a name that takes a value, a fact by itself, or both (`bias`). */
export type Meaning = {
  readonly entry: Entry;
  /** How it names a number; absent where it does not. */
  readonly use?: NameUse;
  readonly isName: boolean;
  readonly flag?: FactValues[FactName];
};

const meanings = new Map<string, Meaning>();
const words = new Set<string>(versusWords);
let longest = 1;

for (const entry of catalogue) {
  for (const phrase of entry.names) learn(phrase, { entry, isName: true, use: nameUseOf(entry, phrase) });
  for (const [phrase, flag] of Object.entries(entry.flags ?? {})) {
    const known = meanings.get(phrase);
    learn(phrase, { ...(known ?? { entry, isName: false }), flag });
  }
}
for (const [phrase, use] of Object.entries(usesOfWords)) {
  learn(phrase, { entry: entryOf(use.about), isName: true, use });
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

/** All that can be typed, for "did you mean". Single letters are no help there, nor are small words like `for`. */
export const knownWords: readonly string[] = [...words].filter(
  (word) => word.length > 1 && (word.length > 5 || !smallWords.has(word)),
);
