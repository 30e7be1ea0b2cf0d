import { type Entry, entryOf, smallWords } from '../catalogue.ts';
import { type Draft, note } from '../draft.ts';
import type { FactName, FactValues } from '../facts.ts';
import {
  arrowMeant,
  conflict,
  notANumber,
  severalLayersAtOnce,
  unclosedBracket,
  valueMistake,
} from '../mistakes.ts';
import { isMistake, type Mistake, type Span } from '../problem.ts';
import { isValueFault, readValue } from '../read-value.ts';
import type { Token } from '../tokens.ts';
import { longestPhrase, type Meaning, meaningOf } from '../vocabulary.ts';
import { type FactOfWord, factsOfCompound } from './facts-of-compound.ts';
import { pictureNames } from './name-uses.ts';
import { isBreak, isBroken, isLink, linkWords, type Piece } from './pieces.ts';
import { add, type Reader, unknownToken } from './reader.ts';
import { takeGlued, takeRun, takeUnit } from './take-glued.ts';

/**
 * Takes the words of one layer apart. What a word says by itself is noted in the draft at once; names and numbers
 * wait to be paired. Returns the first mistake, if any.
 */
export function takeApart(tokens: readonly Token[], draft: Draft): Piece[] | Mistake {
  const asksSaving = tokens.some(({ text }) => /^sav(?:e|es|ed|ing|ings)$/.test(text));
  const saysKernel = tokens.some(({ kind, text }) => kind === 'sides' || /^k(?:ernel|\d)?/.test(text));
  const reader: Reader = { tokens, draft, pieces: [], open: [], saysKernel, asksSaving, next: 0 };
  for (let token = tokens[0]; token; token = tokens[reader.next]) {
    const mistake = takeToken(reader, token);
    if (mistake) return mistake;
  }
  const unclosed = reader.open.at(-1);
  if (!unclosed) return reader.pieces;
  return { ...unclosedBracket(unclosed.text, unclosed.at, 0), fix: { at: unclosed.at, text: '' } };
}

/** Takes what starts at the token `reader.next` and moves past it. */
function takeToken(reader: Reader, token: Token): Mistake | undefined {
  const index = reader.next;
  reader.next += 1;
  switch (token.kind) {
    case 'number':
    case 'sides':
      return add(reader, 'value', token);
    case 'arrow':
    case 'at':
      return add(reader, token.kind, token);
    case 'equals':
      // "conv: 3x3", "28x28 image: 5x5": a colon behind what has its value already only parts.
      return token.text === ':' && !awaitsValue(reader) ? undefined : add(reader, 'equals', token);
    case 'word':
      return takeWord(reader, token, index);
    case 'malformed':
      return takeUnit(reader, token) ? undefined : malformed(token, reader.tokens[index - 1]);
    case 'open':
      reader.open.push(token);
      return undefined;
    case 'close':
      return reader.open.pop() ? undefined : unclosedBracket(token.text, token.at, token.at[1]);
    case 'plus':
    case 'symbol':
      return unknownToken(reader, token);
  }
}

/** Whether a name stands last whose number comes behind it: "stride: 2", not "28x28 image: 3x3" or "64 filters: …". */
function awaitsValue({ pieces }: Reader): boolean {
  const last = pieces.at(-1);
  const before = pieces.at(-2);
  if (last?.kind !== 'name') return false;
  const use = last.meaning?.use;
  // In "stride 4x4 input: 28" and "padding of 1 input: 28" the number before is the stride's, the padding's.
  let place = pieces.length - 3;
  while (isLink(pieces[place])) place -= 1;
  const owner = pieces[place];
  const isOwned =
    owner?.kind === 'equals' || (owner?.kind === 'name' && owner.meaning?.use?.isOptional === false);
  const hasOwn = before?.kind === 'value' && !last.afterBreak && !isOwned;
  return !(hasOwn && (use?.stands === 'before' || (before.isSides && use?.sides === 'input')));
}

function malformed(token: Token, before: Token | undefined): Mistake {
  const touches = before?.kind === 'number' && before.at[1] === token.at[0];
  return touches && token.text.startsWith('-')
    ? arrowMeant(before.at, token.text, token.at)
    : /^\d+\s*[x*]\s+\d+x\d/.test(token.text)
      ? severalLayersAtOnce(token.text, token.at)
      : notANumber(token.text, token.at);
}

function takeWord(reader: Reader, token: Token, index: number): Mistake | undefined {
  const phrase = phraseAt(reader, index);
  // "weights and biases" are what is counted.
  const isCounted = /^bias/.test(token.text) && reader.tokens[index - 2]?.text === 'weights';
  if (isCounted) return add(reader, 'filler', token);
  // "with bias=false": the last word has the value.
  const behind = phrase && reader.tokens[index + phrase.length];
  const isFiller = phrase && phrase.length > 1 && behind?.kind === 'equals' && !phrase.meaning.isName;
  if (isFiller && smallWords.has(token.text)) return add(reader, 'filler', token);
  if (phrase) return takePhrase(reader, phrase, index);
  if (token.text === '') return undefined;
  if (numberWords.indexOf(token.text) > 1 || ordinals.includes(token.text))
    return severalLayersAtOnce(token.text, token.at);
  if (smallWords.has(token.text)) return add(reader, 'filler', token);
  const compound = factsOfCompound(token.text);
  if (compound) return noteFacts(reader, compound, token.at);
  return takeRun(reader, token.text, token.at) ? undefined : takeGlued(reader, token);
}

type Phrase = { readonly text: string; readonly meaning: Meaning; readonly length: number };

/** The longest phrase of the vocabulary that starts at a token; none reaches over a comma: "64 channels, in 4 groups". */
function phraseAt({ tokens, draft }: Reader, index: number): Phrase | undefined {
  let text = '';
  let found: Phrase | undefined;
  for (let length = 1; length <= longestPhrase; length += 1) {
    const token = tokens[index + length - 1];
    if (token?.kind !== 'word') break;
    // "no\nbias": a new line alone parts no negation.
    const gap = length > 1 ? draft.text.slice(tokens[index + length - 2]?.at[1], token.at[0]) : '';
    if (gap.length > 1 && isBreak(/^(?:no|without)$/.test(text) ? gap.replaceAll('\n', ' ') : gap)) break;
    text = length === 1 ? token.text : `${text} ${token.text}`;
    const meaning = meaningOf(text);
    if (meaning) found = { text, meaning, length };
  }
  return found;
}

function takePhrase(reader: Reader, { text, meaning, length }: Phrase, index: number): Mistake | undefined {
  const { tokens, draft } = reader;
  const { entry, flag, use } = meaning;
  const after = index + length;
  const at: Span = [tokens[index]?.at[0] ?? 0, tokens[after - 1]?.at[1] ?? 0];
  reader.next = after;
  const word = meaning.isName ? wordValueAfter(reader, entry, after) : undefined;
  if (word !== undefined) {
    reader.next = word + 1;
    const value = tokens[word];
    return value
      ? noteFlag(reader, entry, readWord(entry, value), [at[0], value.at[1]], value.at)
      : undefined;
  }
  if (pictureNames.includes(text)) draft.picture ??= { at, channels: undefined };
  // A name that takes no number still waits for its word: `bias=maybe`.
  const isBehindEquals = tokens[after]?.kind === 'equals';
  if (use && (entry.takes || isBehindEquals) && !(flag !== undefined && !isBehindEquals)) {
    add(reader, 'name', { text, at }, meaning);
    return takeNumberWord(reader);
  }
  if (flag === undefined) return add(reader, 'name', { text, at }, meaning);
  return noteFlag(reader, entry, flag, at, at);
}

function readWord(entry: Entry, { text, at }: Token): FactValues[FactName] | Mistake {
  const value = readValue(entry, text);
  return isValueFault(value) ? valueMistake(entry, value, text, at) : value;
}

function noteFlag(
  reader: Reader,
  entry: Entry,
  value: FactValues[FactName] | Mistake,
  whole: Span,
  at: Span,
): Mistake | undefined {
  if (isMistake(value)) return value;
  add(reader, 'flag', { text: entry.fact, at: whole });
  const isVariant = entry.fact === 'separable' || entry.fact === 'depthwise';
  if (isVariant && reader.asksSaving) return undefined;
  if (entry.fact === 'in' && typeof value === 'number') {
    const before = reader.draft.picture?.channels;
    if (before !== undefined && before !== value) return conflict('in', { value: before, at: whole }, whole);
    reader.draft.picture = { at: whole, channels: value };
    return undefined;
  }
  return note(reader.draft.facts, entry.fact, value, at, whole[0]);
}

/** The index of a word that is the value of an entry, behind its name: `padding same`, `bias = off`. */
function wordValueAfter(
  { tokens, draft }: Reader,
  { fact, values = {} }: Entry,
  after: number,
): number | undefined {
  let index = after;
  if (tokens[index]?.kind === 'equals') index += 1;
  else while (linkWords.includes(tokens[index]?.text ?? '')) index += 1;
  const token = tokens[index];
  const isBehindEquals = tokens[after]?.kind === 'equals';
  // "with bias on 56x56"
  const leadsOn =
    token?.text === 'on' &&
    !isBehindEquals &&
    /^(?:number|sides)$/.test(kindBehind(draft.text, tokens, index));
  if (leadsOn) return undefined;
  // "t no bias"
  if (!isBehindEquals && fact === 'transposed') return undefined;
  // "bias, no padding"
  const leadsToName = token?.text === 'no' && tokens[index + 1]?.kind === 'word';
  if (!isBehindEquals && token && (leadsToName || isBroken(draft.text, tokens[after - 1], token)))
    return undefined;
  if (token?.kind === 'word') return isBehindEquals || Object.hasOwn(values, token.text) ? index : undefined;
  return isBehindEquals && token?.kind === 'number' && Object.hasOwn(values, token.text) ? index : undefined;
}

/** The kind of what follows a token, with nothing but an article and no comma between. */
function kindBehind(text: string, tokens: readonly Token[], index: number): string {
  let next = index + 1;
  while (/^(?:a|an|the)$/.test(tokens[next]?.text ?? '')) next += 1;
  const token = tokens[next];
  return token && !isBroken(text, tokens[next - 1], token) ? token.kind : '';
}

const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "the second conv 3x3": of several layers. */
const ordinals = ['second', 'third', 'fourth', 'fifth'];

/** "a stride of two": a number in letters is read behind a name alone; elsewhere it counts layers. */
function takeNumberWord(reader: Reader): undefined {
  let index = reader.next;
  while (linkWords.includes(reader.tokens[index]?.text ?? '')) index += 1;
  const token = reader.tokens[index];
  const number = numberWords.indexOf(token?.text ?? '');
  if (!token || number === -1) return undefined;
  reader.next = index + 1;
  return add(reader, 'value', { text: String(number), at: token.at });
}

function noteFacts(reader: Reader, facts: readonly FactOfWord[], at: Span): Mistake | undefined {
  for (const [fact, value] of facts) {
    const mistake = noteFlag(reader, entryOf(fact), value, at, at);
    if (mistake) return mistake;
  }
  return undefined;
}
