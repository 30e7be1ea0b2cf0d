import { prepositions } from '../catalogue.ts';
import type { Certain } from './finder.ts';
import type { Role } from './name-uses.ts';
import { isLink, isNumber, type Piece, roleOf } from './pieces.ts';

/** A number that a name touches, and may take. */
export type Candidate = {
  /** Its index among the pieces. */
  readonly index: number;
  /** What it would be. */
  readonly role: Role;
  readonly isBehind: boolean;
  /** Whether a comma stands between: what belongs together is seldom parted by one. */
  readonly crossesBreak: boolean;
  /** What is certain of it already. */
  readonly certain: Role | undefined;
  /** How unusual that would be, from 0 on. */
  readonly cost: number;
};

/** What leads to its number, and never follows it. */
export const leading: readonly string[] = [
  ...prepositions,
  'from',
  'out of',
  'to',
  'into',
  'over',
  'applied to',
];

/** The numbers that the name at an index may take: one on either side. */
export function candidatesOf(pieces: readonly Piece[], index: number, certain: Certain): Candidate[] {
  const name = pieces[index];
  if (!name) return [];
  const behind = indexBehind(pieces, index);
  const before = leading.includes(name.text) ? undefined : indexBefore(pieces, index);
  const candidates: Candidate[] = [];
  const roleBehind = behind === undefined ? undefined : roleOf(name, pieces[behind]);
  if (behind !== undefined && roleBehind && !isOfRow(pieces, index, behind, certain)) {
    let crossesBreak = false;
    for (let next = index + 1; next <= behind; next += 1) crossesBreak ||= pieces[next]?.afterBreak === true;
    candidates.push({
      index: behind,
      role: roleBehind,
      isBehind: true,
      crossesBreak,
      certain: certain.numbers.get(behind)?.role,
      cost: costBehind(pieces, index, behind) + (crossesBreak ? costOfBreak : 0),
    });
  }
  const roleBefore = before === undefined ? undefined : roleOf(name, pieces[before]);
  if (before !== undefined && roleBefore && !isChannelOfRow(pieces, index, before)) {
    const crossesBreak = pieces[before + 1]?.afterBreak === true;
    candidates.push({
      index: before,
      role: roleBefore,
      isBehind: false,
      crossesBreak,
      certain: certain.numbers.get(before)?.role,
      cost: costBefore(pieces, index, before, behind !== undefined) + (crossesBreak ? costOfBreak : 0),
    });
  }
  return candidates;
}

/** What belongs together is seldom parted by a comma. */
const costOfBreak = 3;

function indexBehind(pieces: readonly Piece[], index: number): number | undefined {
  let next = index + 1;
  // "a kernel of size 3"
  while (isLink(pieces[next]) || (pieces[next]?.kind === 'name' && pieces[next]?.text === 'size')) next += 1;
  return pieces[next]?.kind === 'value' ? next : undefined;
}

function indexBefore(pieces: readonly Piece[], index: number): number | undefined {
  const stands = pieces[index]?.meaning?.use?.stands;
  let before = index - 1;
  // "28x28 grayscale images", "16 conv filters"
  const isBetween = (piece: Piece | undefined) =>
    (piece?.kind === 'flag' && piece.text === 'in') ||
    (stands === 'before' && piece?.kind === 'filler' && adjectives.test(piece.text));
  while (isBetween(pieces[before]) && !pieces[before + 1]?.afterBreak) before -= 1;
  const value = pieces[before];
  // "stride 2 RGB image": only sides reach over a word.
  const reaches = before === index - 1 || value?.isSides || stands === 'before';
  return value?.kind === 'value' && reaches ? before : undefined;
}

const adjectives = /^(?:conv|convolution|convolutional|learnable|trainable|square|spatial)$/;

/** "3 64 128 stride": the third number in a row is a channel, and the word has no number. */
function isChannelOfRow(pieces: readonly Piece[], name: number, value: number): boolean {
  const use = pieces[name]?.meaning?.use;
  const isOfLayer = /^(?:out|channels|in|both|groups|inputNumber)$/.test(use?.whole ?? '');
  if (isOfLayer || !isNumber(pieces[value])) return false;
  let length = 1;
  while (length < 4 && pieces[value - length]?.kind === 'value') length += 1;
  return length === 3 || (length === 2 && pieces[value - 1]?.isSides === true);
}

/**
 * "params for a 7 192 384", "how many in 3, 2, 16", "for a 64 in 128 out": numbers in a row are kernel and channels, and
 * no number with an article is a size.
 */
function isOfRow(pieces: readonly Piece[], name: number, value: number, certain: Certain): boolean {
  if (
    !/^(?:for|in|on|at|input|output s.*|output d.*|out s.*)$/.test(pieces[name]?.text ?? '') ||
    !isNumber(pieces[value])
  )
    return false;
  const isPreposition = prepositions.includes(pieces[name]?.text ?? '');
  if (isPreposition && pieces[value - 1]?.text === 'a') return true;
  const [next, last] = [pieces[value + 1], pieces[value + 2]];
  if (!next || !isNumber(next) || certain.numbers.has(value + 1)) return false;
  if (pieces[name]?.text === 'input') return isNumber(last);
  return !last || last.afterBreak || last.kind !== 'name' || leading.includes(last.text);
}

function costBehind(pieces: readonly Piece[], index: number, value: number): number {
  const name = pieces[index];
  const next = pieces[value + 1];
  const isPreposition = prepositions.includes(name?.text ?? '');
  const isInRow = isNumber(pieces[value]) && next?.kind === 'value' && !next.afterBreak;
  const isBetween = isNumber(pieces[index - 1]) && !name?.afterBreak;
  // "2 groups 64 128": the row behind is that of the channels.
  const isRowBehind = isInRow && isNumber(next) && isBetween && name?.meaning?.use?.stands === 'either';
  // "for a 3x1 stride, 1x1": the sides are the next word's.
  const isOfNext =
    pieces[value]?.isSides &&
    next?.kind === 'name' &&
    !next.afterBreak &&
    next.meaning?.use?.stands === 'behind';
  return (isPreposition && (isInRow || isOfNext)) || isRowBehind
    ? 2
    : name?.meaning?.use?.stands === 'before'
      ? 1
      : 0;
}

function costBefore(pieces: readonly Piece[], index: number, value: number, isBetween: boolean): number {
  const stands = pieces[index]?.meaning?.use?.stands;
  // "3 64 128 groups 32": the third number in a row is a channel.
  const isThird = pieces[value - 2]?.kind === 'value' && isNumber(pieces[value - 1]);
  if (stands !== 'behind') return isThird && stands === 'either' && isBetween ? 4 : 0;
  return pieces[value]?.isSides && isBetween ? 1.5 : 1;
}

/**
 * What it costs to leave a name without a number. Prepositions and `in` mean nothing as often as something; other names
 * were said for a number. In "300 in" the word stands behind its number.
 */
export function costWithout({ text, meaning }: Piece, candidates: readonly Candidate[]): number {
  const near = candidates.filter(({ crossesBreak, certain }) => !crossesBreak && certain === undefined);
  if (near.length === 0) return 0;
  if (!meaning?.use?.isOptional) return 4;
  if (text === 'in' || text === 'out') return near.some(({ isBehind }) => !isBehind) ? 3 : 1;
  if (text === 'at' || text === 'on' || text === 'applied to') return 2;
  return /^(?:for|to|into|from|out of|size)$/.test(text) ? 1 : 4;
}
