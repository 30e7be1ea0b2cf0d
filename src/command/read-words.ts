import { belongsBefore } from './belongs-before.ts';
import { type Entry, entryOf, prepositions, smallWords } from './catalogue.ts';
import { commaMistake } from './comma-mistake.ts';
import { type Draft, note } from './draft.ts';
import {
  arrowMeant,
  channelsOrSize,
  missingValue,
  notANumber,
  sizeWithoutSign,
  unclosedBracket,
  unknownWord,
  valueMistake,
} from './mistakes.ts';
import type { Mistake, Span } from './problem.ts';
import { isValueFault, readValue } from './read-value.ts';
import type { Token } from './tokens.ts';
import { type Meaning, meaningOf } from './vocabulary.ts';
import { type Phrase, phraseAt, type WordReader } from './word-reader.ts';

/**
 * Reads the words of one layer into its draft. Numbers without a name are left in `draft.bare`, in order.
 * Returns the first mistake, if any.
 */
export function readWords(tokens: readonly Token[], draft: Draft): Mistake | undefined {
  const comma = commaMistake(tokens, draft.text);
  if (comma) return comma;
  const reader: WordReader = { tokens, draft, loose: [], open: [], next: 0, behindLastChannels: undefined };
  for (let token = tokens[0]; token; token = tokens[reader.next]) {
    const mistake = readToken(reader, token);
    if (mistake) return mistake;
  }
  const unclosed = reader.open.at(-1);
  if (unclosed)
    return { ...unclosedBracket(unclosed.text, unclosed.at, 0), fix: { at: unclosed.at, text: '' } };
  return settleLoose(reader);
}

/** Reads what starts at the token `reader.next` and moves past it. */
function readToken(reader: WordReader, token: Token): Mistake | undefined {
  const index = reader.next;
  reader.next += 1;
  switch (token.kind) {
    case 'number':
    case 'sides':
      reader.loose.push(token);
      return undefined;
    case 'word':
      return readWord(reader, token, index);
    case 'arrow':
      return readArrow(reader, token, index);
    case 'at':
      return readNamed(reader, entryOf('input'), token.at, index + 1);
    case 'malformed':
      return malformed(token, reader.tokens[index - 1]);
    case 'open':
      reader.open.push(token);
      return undefined;
    case 'close':
      return reader.open.pop() ? undefined : unclosedBracket(token.text, token.at, token.at[1]);
    case 'equals':
    case 'plus':
    case 'symbol':
      return unknownToken(reader, token);
  }
}

/** The word is quoted as it was typed. */
function unknownToken({ draft }: WordReader, { text, at }: Token): Mistake {
  return unknownWord(text, draft.text.slice(...at), at);
}

function malformed(token: Token, before: Token | undefined): Mistake {
  const touches = before?.kind === 'number' && before.at[1] === token.at[0];
  return touches && token.text.startsWith('-')
    ? arrowMeant(before.at, token.text, token.at)
    : notANumber(token.text, token.at);
}

/** `128->256`, `128 to 256`; without a number before it (`->256`) only the output is said. */
function readArrow(reader: WordReader, arrow: Token, index: number): Mistake | undefined {
  const left = reader.tokens[index - 1]?.kind === 'number' ? claimBefore(reader, index) : undefined;
  const mistake = left && readInto(reader, entryOf('in'), left);
  return mistake ?? readNamed(reader, entryOf('out'), arrow.at, index + 1);
}

function readWord(reader: WordReader, token: Token, index: number): Mistake | undefined {
  const phrase = phraseAt(reader, index);
  if (phrase) return readPhrase(reader, phrase, index);
  if (token.text === 'to' && reader.tokens[index + 1]?.kind === 'number')
    return readArrow(reader, token, index);
  if (token.text === '' || smallWords.has(token.text)) return undefined;
  return readGlued(reader, token);
}

function readPhrase(reader: WordReader, { meaning, length }: Phrase, index: number): Mistake | undefined {
  const { tokens } = reader;
  const { entry, flag } = meaning;
  const after = index + length;
  const at: Span = [tokens[index]?.at[0] ?? 0, tokens[after - 1]?.at[1] ?? 0];
  reader.next = after;
  // "on 64 channels" says how many, not how large.
  if (prepositions.includes(tokens[index]?.text ?? '') && isChannelCount(tokens, after)) return undefined;
  if (meaning.isName) {
    if (tokens[after]?.kind === 'equals') return readNamed(reader, entry, at, after + 1);
    const value = valueAfter(reader, meaning, after);
    if (belongsBefore(reader, meaning, index, after, value)) {
      const before = claimBefore(reader, index);
      if (before && entry.fact === 'input' && before.kind === 'number') {
        return channelsOrSize(before.text, [before.at[0], at[1]]);
      }
      if (before) return readInto(reader, entry, before);
    }
    if (value !== undefined) return readNamed(reader, entry, at, value);
  }
  if (flag !== undefined) return note(reader.draft.facts, entry.fact, flag, at);
  if (smallWords.has(tokens[index]?.text ?? '')) return undefined;
  return missingValue(entry, at);
}

function isChannelCount(tokens: readonly Token[], index: number): boolean {
  return (
    tokens[index]?.kind === 'number' && /^(?:channels?|inputs?|filters)$/.test(tokens[index + 1]?.text ?? '')
  );
}

/** Words that may stand between a name and its value: "stride of 2", "the kernel is 7", "on a 224x224 image". */
const linkWords = ['of', 'is', 'a'];

/** The index of the value that follows a name without `=`, if one does. */
function valueAfter({ tokens }: WordReader, { entry, flag }: Meaning, after: number): number | undefined {
  const index = linkWords.includes(tokens[after]?.text ?? '') ? after + 1 : after;
  const token = tokens[index];
  if (token?.kind === 'word') return Object.hasOwn(entry.values ?? {}, token.text) ? index : undefined;
  if (token?.kind === 'number' || token?.kind === 'sides') return entry.takes ? index : undefined;
  return token?.kind === 'malformed' && entry.takes && flag === undefined ? index : undefined;
}

/** Takes the number directly before a token away from the loose ones. */
function claimBefore({ tokens, loose }: WordReader, index: number): Token | undefined {
  const before = tokens[index - 1];
  return before && loose.at(-1) === before ? loose.pop() : undefined;
}

/** Reads the value of an entry at a token; `name` is where the entry was named. */
function readNamed(reader: WordReader, entry: Entry, name: Span, index: number): Mistake | undefined {
  const token = reader.tokens[index];
  reader.next = index + 1;
  switch (token?.kind) {
    case 'malformed':
      return notANumber(token.text, token.at);
    case 'number':
    case 'sides':
    case 'word':
      return readInto(reader, entry, token, name[0]);
    default:
      return missingValue(entry, name);
  }
}

function readInto(reader: WordReader, entry: Entry, token: Token, from = token.at[0]): Mistake | undefined {
  const value = readValue(entry, token.text);
  if (isValueFault(value)) return valueMistake(entry, value, token.text, token.at);
  return note(reader.draft.facts, entry.fact, value, token.at, from);
}

/** `g32`, `k7x7`: a name and its value in one word. */
function readGlued(reader: WordReader, token: Token): Mistake | undefined {
  const parts = /^([a-z ]*[a-z])(\d[\dx]*)$/.exec(token.text);
  const meaning = parts?.[1] === undefined ? undefined : meaningOf(parts[1]);
  if (!meaning?.isName || !meaning.entry.takes) return unknownToken(reader, token);
  const [, name = '', value = ''] = parts ?? [];
  const start = token.at[0] + name.length;
  return readInto(reader, meaning.entry, { ...token, text: value, at: [start, token.at[1]] }, token.at[0]);
}

/** Sides that nobody claimed are the kernel; numbers wait for the places that stay free. */
function settleLoose({ loose, draft }: WordReader): Mistake | undefined {
  const size = loose.length === 4 ? loose[3] : undefined;
  const isBehindNumbers = loose.findIndex(({ kind }) => kind === 'sides') === 3;
  if (size && isBehindNumbers && !draft.facts.kernel && !draft.facts.input) {
    return sizeWithoutSign(size.text, size.at);
  }
  for (const token of loose) {
    if (token.kind === 'number') {
      draft.bare.push(token);
      continue;
    }
    const value = readValue(entryOf('kernel'), token.text);
    if (isValueFault(value)) {
      const mistake = valueMistake(entryOf('kernel'), value, token.text, token.at);
      // `7x7x64x128` may hold the channels as well, but not where they stand beside it.
      const hasChannels = value === 'too-many-sides' && (draft.facts.out || loose.length > 1);
      const threeSides = token.text.split('x').slice(0, 3).join('x');
      return hasChannels ? { ...mistake, fix: { at: token.at, text: threeSides } } : mistake;
    }
    const before = draft.facts.kernel;
    const mistake = note(draft.facts, 'kernel', value, token.at);
    if (!mistake) continue;
    // A second pair of sides, as in `3x3 64 128 56x56`, is mostly the input.
    return before && !draft.facts.input
      ? { ...mistake, fix: { at: token.at, text: `@${token.text}` } }
      : mistake;
  }
  return undefined;
}
