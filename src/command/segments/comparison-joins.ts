import type { Span } from '../problem.ts';
import type { Token } from '../tokens.ts';
import { meaningOf } from '../vocabulary.ts';
import { type KernelCounts, saysKernel, takesOtherSides } from './kernel-words.ts';
import { type Found, type Separator, separatorAt } from './separators.ts';

const noJoins: ReadonlyMap<number, Found> = new Map();

const comparisonWords = /^(?:compare|comparing|comparison|difference)$/;

/** "compare A with B", "the difference between A and B": `with`, `to` and `and` part the sides there. */
export function comparisonJoins(
  tokens: readonly (Token | undefined)[],
  kernels: KernelCounts,
): ReadonlyMap<number, Found> {
  const starts = tokens.findIndex((token) => token?.kind === 'word' && comparisonWords.test(token.text));
  if (starts === -1) return noJoins;
  const isParted = tokens.some((_, index) => separatorAt(tokens, index)?.separator.kind === 'versus');
  if (isParted) return noJoins;
  const words = tokens.map((token) => (token?.kind === 'word' ? token.text : ''));
  const first = tokens.findIndex((token) => token?.kind === 'number' || token?.kind === 'sides');
  const candidates = [...tokens.keys()].filter(
    (index) =>
      index > Math.max(first, starts) &&
      /^(?:with|to|and)$/.test(words[index] ?? '') &&
      words[index - 1] !== 'applied',
  );
  const sure = candidates.filter(
    (index) => partsSides(tokens, index) && (words[index] === 'to' || saysKernel(kernels, starts, index)),
  );
  const to = sure.findLast((index) => words[index] === 'to');
  const withs = candidates.filter((index) => words[index] === 'with');
  const last = sure.at(-1);
  // "A and B with stride 2": whether `with` parts them, or tells more of B, is not clear.
  const isUnclear = last !== undefined && words[last] === 'and' && withs.some((index) => index > last);
  const only = [withs, candidates].find(({ length }) => length === 1)?.[0];
  const chosen = to ?? (isUnclear ? undefined : (last ?? only));
  if (chosen === undefined) return noJoins;
  const at: Span = tokens[chosen]?.at ?? [0, 0];
  const separator: Separator = { text: words[chosen] ?? '', at, kind: 'versus', isWord: true };
  return new Map([[chosen, { separator, length: 1 }]]);
}

/** "compare 3x3 64 64": with what? */
export function comparesNothing(
  segments: readonly { readonly tokens: readonly Token[]; readonly separator?: Separator }[],
): Token | undefined {
  let saysAny = false;
  let word: Token | undefined;
  for (const { tokens, separator } of segments) {
    if (separator?.kind === 'versus') return undefined;
    word ??= tokens.find(({ kind, text }) => kind === 'word' && comparisonWords.test(text));
    saysAny ||= tokens.some(({ kind }) => kind === 'number' || kind === 'sides');
  }
  return saysAny ? word : undefined;
}

function partsSides(tokens: readonly (Token | undefined)[], index: number): boolean {
  let next = index + 1;
  while (/^(?:a|an|the)$/.test(tokens[next]?.text ?? '')) next += 1;
  const token = tokens[next];
  // "64 to 128", "64 channels to 128"
  if (tokens[index]?.text === 'to') return !(token?.kind === 'number' && leadsFromNumber(tokens, index));
  if (token?.kind === 'sides') return !takesOtherSides(tokens[next + 1]?.text ?? '');
  if (token?.kind === 'number') return /^(?:number|sides|arrow)$/.test(tokens[next + 1]?.kind ?? '');
  return /^(?:conv(?:\dd)?|dw|dwconv|depthwise|separable|standard|regular|normal)$/.test(token?.text ?? '');
}

/** "64 to 128", "from 64 channels to 128"; not "a kernel of 7 to 80 input channels". */
function leadsFromNumber(tokens: readonly (Token | undefined)[], index: number): boolean {
  const isNoun = /^(?:channels?|ch|filters|maps)$/.test(tokens[index - 1]?.text ?? '');
  const number = isNoun ? index - 2 : index - 1;
  if (tokens[number]?.kind !== 'number') return false;
  const isLink = /^(?:of|is)$/.test(tokens[number - 1]?.text ?? '');
  const before = tokens[isLink ? number - 2 : number - 1];
  if (before?.kind === 'at' || before?.kind === 'equals') return false;
  // A comma parts a name from a number that is not its own.
  const isNear = before !== undefined && (tokens[number]?.at[0] ?? 0) - before.at[1] <= (isLink ? 4 : 1);
  return !isNear || before.kind !== 'word' || meaningOf(before.text)?.entry.takes !== 'sides';
}
