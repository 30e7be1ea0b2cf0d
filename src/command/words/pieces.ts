import type { Span } from '../problem.ts';
import type { Meaning } from '../vocabulary.ts';
import type { Role } from './name-uses.ts';

/** A token, or a phrase of several, by what it does in a layer's words. */
export type Piece = {
  readonly kind: 'value' | 'name' | 'flag' | 'arrow' | 'at' | 'equals' | 'filler';
  /** Folded and in lower case. */
  readonly text: string;
  readonly at: Span;
  /** Whether a comma or a new line stands before it: what belongs together is seldom parted by one. */
  readonly afterBreak: boolean;
  /** Of a name. */
  readonly meaning?: Meaning;
  /** Of a value: whether it has more than one side. */
  readonly isSides?: boolean;
};

/** Words that may stand between a name and its value: "stride of 2", "the kernel is 7", "on a 224x224 image". */
export const linkWords: readonly string[] = [
  'of',
  'is',
  'a',
  'an',
  'the',
  'are',
  'be',
  'set',
  'equal',
  'equals',
];

export function isNumber(piece: Piece | undefined): boolean {
  return piece?.kind === 'value' && !piece.isSides;
}

export function isLink(piece: Piece | undefined): boolean {
  return piece?.kind === 'filler' && linkWords.includes(piece.text);
}

/** What a name says of a number. */
export function roleOf({ meaning }: Piece, value: Piece | undefined): Role | undefined {
  return value?.isSides ? meaning?.use?.sides : meaning?.use?.whole;
}

/** Whether what stands between two places parts them: a comma, a colon, a new line. */
export function isBreak(gap: string): boolean {
  return /[,;:，；：、\n]/.test(gap);
}

/** Whether a comma or a new line parts two places of a text. */
export function isBroken(
  text: string,
  before: { readonly at: Span } | undefined,
  after: { readonly at: Span },
): boolean {
  // Most are parted by one blank.
  if (before === undefined || after.at[0] - before.at[1] < 1) return false;
  return isBreak(text.slice(before.at[1], after.at[0]));
}

/** The index of the value that follows a name, with nothing but `=` and small words between. */
export function valueBehind(pieces: readonly Piece[], index: number): number | undefined {
  let next = index + 1;
  while (pieces[next]?.kind === 'equals' || isLink(pieces[next])) next += 1;
  return pieces[next]?.kind === 'value' && !pieces[next]?.afterBreak ? next : undefined;
}
