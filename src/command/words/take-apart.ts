import { type Entry, entryOf, smallWords } from '../catalogue.ts';
import { type Draft, note } from '../draft.ts';
import type { FactName, FactValues } from '../facts.ts';
import {
  arrowMeant,
  conflict,
  notANumber,
  numberFitsTwo,
  severalLayersAtOnce,
  unclosedBracket,
  unknownWord,
  valueMistake,
} from '../mistakes.ts';
import { isMistake, type Mistake, type Span } from '../problem.ts';
import { isValueFault, readValue } from '../read-value.ts';
import type { Token } from '../tokens.ts';
import { longestPhrase, type Meaning, meaningOf } from '../vocabulary.ts';
import { type FactOfWord, factsOfCompound } from './facts-of-compound.ts';
import { pictureNames } from './name-uses.ts';
import { isBreak, isBroken, isLink, linkWords, type Piece } from './pieces.ts';

type Reader = {
  readonly tokens: readonly Token[];
  readonly draft: Draft;
  readonly pieces: Piece[];
  readonly open: Token[];
  /** Whether sides, or a name of the kernel, stand anywhere in the words. */
  readonly saysKernel: boolean;
  /** Whether the text asks what is saved: `separable` is then no layer, but what it is compared with. */
  readonly asksSaving: boolean;
  next: number;
};

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

function add(
  { draft, pieces }: Reader,
  kind: Piece['kind'],
  { text, at }: Pick<Token, 'text' | 'at'>,
  meaning?: Meaning,
): undefined {
  const afterBreak = isBroken(draft.text, pieces.at(-1), { at });
  const isSides = kind === 'value' && text.includes('x');
  pieces.push(
    meaning ? { kind, text, at, afterBreak, isSides, meaning } : { kind, text, at, afterBreak, isSides },
  );
}

/** The word is quoted as it was typed. */
function unknownToken({ draft }: Reader, { text, at }: Token): Mistake {
  return unknownWord(text, draft.text.slice(...at), at);
}

function malformed(token: Token, before: Token | undefined): Mistake {
  const touches = before?.kind === 'number' && before.at[1] === token.at[0];
  return touches && token.text.startsWith('-')
    ? arrowMeant(before.at, token.text, token.at)
    : /^\d+\s*[x*]\s+\d+x\d/.test(token.text)
      ? severalLayersAtOnce(token.text, token.at)
      : notANumber(token.text, token.at);
}

/** `64ch`, `224px`, `3x3conv`: a number and the word behind it, without a blank. */
function takeUnit(reader: Reader, { text, at }: Token): boolean {
  const [, value = '', unit = ''] = /^(\d+(?:x\d+)*)([a-z]{2,})$/.exec(text) ?? [];
  const meaning = meaningOf(unit);
  if (value === '') return takeRun(reader, text, at);
  if (!(meaning?.use || unit === 'conv')) return false;
  const middle = at[0] + value.length;
  add(reader, 'value', { text: value, at: [at[0], middle] });
  if (meaning) add(reader, 'name', { text: unit, at: [middle, at[1]] }, meaning);
  else add(reader, 'filler', { text: unit, at: [middle, at[1]] });
  return true;
}

/** `k3s2p1`, `3x3s2`: several short names with their values. */
function takeRun(reader: Reader, text: string, at: Span): boolean {
  if (!/^(?:\d+x\d+)?(?:[ksdpg]\d+(?:x\d+)?)+$/.test(text) || /^[ksdpg]\d+(?:x\d+)?$/.test(text))
    return false;
  for (const match of text.matchAll(/([ksdpg]?)(\d+(?:x\d+)?)/g)) {
    const [whole, name = '', value = ''] = match;
    const start = at[0] + match.index;
    const middle = start + name.length;
    const meaning = meaningOf(name);
    if (meaning) {
      add(reader, 'name', { text: name, at: [start, middle] }, meaning);
      add(reader, 'equals', { text: '=', at: [middle, middle] });
    }
    add(reader, 'value', { text: value, at: [middle, start + whole.length] });
  }
  return true;
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

/** `g32`, `k7x7`, `conv3x3`: a name and its value in one word; `/2` is the stride of papers. */
function takeGlued(reader: Reader, token: Token): Mistake | undefined {
  const [, name = '', value = ''] = /^(\/|[a-z ]*[a-z]) ?(\d[\dx]*)$/.exec(token.text) ?? [];
  const middle = token.at[1] - value.length;
  const sides = { text: value, at: [middle, token.at[1]] as const };
  const isStride = name === '/' && isStrideOfPapers(reader, token, value);
  const meaning = meaningOf(isStride ? 'stride' : name);
  const isConvolution = /^(?:conv|dwconv|dw)$/.test(name) && value.includes('x');
  const isDepthwise = name === 'dwconv' || name === 'dw' || (name === 'd' && isKernelOfPapers(reader, value));
  if (isConvolution || (name === 'd' && isDepthwise)) {
    add(reader, 'filler', { text: name, at: [token.at[0], middle] });
    add(reader, 'value', sides);
    if (name === 'd' && reader.draft.follows === 'versus') {
      // Beside the kernel of the other side it may be a dilation as well.
      const dilation = { text: value, role: 'dilation' as const };
      return numberFitsTwo(token.text, [{ text: `dw ${value}`, role: undefined }], [dilation], token.at);
    }
    if (name === 'd') {
      const sentence = `Read ${token.text.replaceAll('x', '×')} as a depthwise ${value.replaceAll('x', '×')} kernel.`;
      reader.draft.guesses.push({ sentence, other: { at: token.at, text: `d=${value}` } });
    }
    return isDepthwise ? note(reader.draft.facts, 'depthwise', true, token.at) : undefined;
  }
  if (!meaning?.use || !(meaning.use.whole || meaning.use.sides)) return unknownToken(reader, token);
  add(reader, 'name', { text: name, at: [token.at[0], middle] }, meaning);
  add(reader, 'equals', { text: '=', at: [middle, middle] });
  return add(reader, 'value', sides);
}

/** `7x7 conv, 64, /2` and `3x3/2`; in `64/128` and `1/2` there is no stride. */
function isStrideOfPapers({ pieces }: Reader, { at }: Token, value: string): boolean {
  const before = pieces.at(-1);
  const touches = before?.at[1] === at[0];
  return !value.includes('x') && !(touches && !before?.isSides);
}

/** `d7x7, 96`: the ConvNeXt paper's depthwise 7×7; beside another kernel `d2x2` is a dilation. */
function isKernelOfPapers({ tokens, saysKernel }: Reader, value: string): boolean {
  const [height = '', width] = value.split('x');
  const isOdd = Number(height) % 2 === 1 && height === width && Number(height) > 1;
  const numbers = tokens.length > 32 ? 3 : tokens.filter(({ kind }) => kind === 'number').length;
  return isOdd && !saysKernel && numbers < 3;
}
