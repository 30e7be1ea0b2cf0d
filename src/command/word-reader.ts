import type { Draft } from './draft.ts';
import type { Token } from './tokens.ts';
import { longestPhrase, type Meaning, meaningOf } from './vocabulary.ts';

/** What reading one layer's words has come to. */
export type WordReader = {
  readonly tokens: readonly Token[];
  readonly draft: Draft;
  /** Numbers and sides that no name has claimed. */
  readonly loose: Token[];
  readonly open: Token[];
  next: number;
  /** The index behind the last name of channels; found when first needed. */
  behindLastChannels: number | undefined;
};

export type Phrase = { readonly meaning: Meaning; readonly length: number };

/** The longest phrase of the vocabulary that starts at a token. */
export function phraseAt({ tokens }: WordReader, index: number): Phrase | undefined {
  let text = '';
  let found: Phrase | undefined;
  for (let length = 1; length <= longestPhrase; length += 1) {
    const token = tokens[index + length - 1];
    if (token?.kind !== 'word') break;
    text = length === 1 ? token.text : `${text} ${token.text}`;
    const meaning = meaningOf(text);
    if (meaning) found = { meaning, length };
  }
  return found;
}
