import type { Token } from '../tokens.ts';
import { meaningOf } from '../vocabulary.ts';

/** How many tokens before each index name a kernel, so that any part of a question is looked at in no time. */
export type KernelCounts = readonly number[];

export function kernelCounts(tokens: readonly (Token | undefined)[]): KernelCounts {
  const counts = [0];
  for (const index of tokens.keys()) counts.push((counts[index] ?? 0) + Number(namesKernel(tokens, index)));
  return counts;
}

/** Whether a kernel is named between two indices. */
export function saysKernel(counts: KernelCounts, start: number, end: number): boolean {
  return (counts[end] ?? 0) > (counts[start] ?? 0);
}

/** Whether a word names a kernel, or sides belong to no other name. */
function namesKernel(tokens: readonly (Token | undefined)[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind === 'word') return /^(?:k|ks|k ?\d[\dx]*|kernel.*|window|filter)$/.test(token.text);
  if (token?.kind !== 'sides') return false;
  const isLink = /^(?:of|is|a|an|=|:|)$/.test(tokens[index - 1]?.text ?? '');
  const nearest = isLink ? index - 2 : index - 1;
  // "filters of size 3x3"; "input size 28x28" is an input.
  const isFilterSize =
    tokens[nearest]?.text === 'size' && /^(?:filters?|kernels?|of)$/.test(tokens[nearest - 1]?.text ?? '');
  const before = isFilterSize ? undefined : tokens[nearest];
  const [after, next] = [tokens[index + 1], tokens[index + 2]];
  // A comma parts them, and a number behind a name is its own.
  const isAfterNear =
    after !== undefined && after.at[0] - token.at[1] <= 1 && !/^(?:number|sides)$/.test(next?.kind ?? '');
  const isNear = before !== undefined && token.at[0] - before.at[1] <= (isLink ? 4 : 1);
  const isApplied = before?.text === 'to' && tokens[index - (isLink ? 3 : 2)]?.text === 'applied';
  return (
    !isApplied && !(isNear && takesOtherSides(before.text)) && !(isAfterNear && takesOtherSides(after.text))
  );
}

/** "stride 2x2", "28x28 images": sides of something else. */
export function takesOtherSides(word: string): boolean {
  if (/^(?:@|feature|maps?|fmaps?|images?|pictures?|inputs?)$/.test(word)) return true;
  const entry = meaningOf(word)?.entry;
  return entry?.takes === 'sides' && entry.fact !== 'kernel';
}
