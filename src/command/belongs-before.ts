import { type Entry, prepositions } from './catalogue.ts';
import type { Token } from './tokens.ts';
import { type Meaning, meaningOf } from './vocabulary.ts';
import { phraseAt, type WordReader } from './word-reader.ts';

/**
 * Whether a name claims the number before it ("512 in 512 out", "7x7 kernel") rather than one after it.
 * Between two numbers the order of the last channel name decides: "512 in 512 out" ends with a name, so its
 * numbers come first; "3 in 512 out 512" ends with a number. "64 in keras" is no channel name at all.
 */
export function belongsBefore(
  reader: WordReader,
  { entry, flag }: Meaning,
  index: number,
  after: number,
  value: number | undefined,
): boolean {
  const { tokens, loose } = reader;
  const before = tokens[index - 1];
  if (!entry.takes || !before || loose.at(-1) !== before) return false;
  if (prepositions.includes(tokens[index]?.text ?? '')) return false;
  if (value === undefined)
    return flag === undefined && !isInFramework(tokens[after]) && !isWholeLayer(reader, entry);
  if (entry.takes === 'sides') return before.kind === 'sides' && tokens[value]?.kind !== 'sides';
  if (!isChannelName(entry)) return false;
  reader.behindLastChannels ??= behindLastChannels(reader);
  return tokens[reader.behindLastChannels]?.kind !== 'number';
}

/** `3 64 64 stride`: kernel and channels stand before the name, so that none of them is its value. */
function isWholeLayer({ loose, draft }: WordReader, entry: Entry): boolean {
  return loose.length === 3 && !draft.facts.kernel && !isChannelName(entry);
}

function behindLastChannels(reader: WordReader): number {
  for (let index = reader.tokens.length - 1; index >= 0; index -= 1) {
    const phrase = phraseAt(reader, index);
    if (phrase?.meaning.isName && isChannelName(phrase.meaning.entry)) return index + phrase.length;
  }
  return 0;
}

function isChannelName({ fact }: Entry): boolean {
  return fact === 'in' || fact === 'out';
}

function isInFramework(token: Token | undefined): boolean {
  const fact = token?.kind === 'word' ? meaningOf(token.text)?.entry.fact : undefined;
  return fact === 'convention' || fact === 'elementType' || fact === 'unit';
}
