import type { Token } from '../tokens.ts';
import { type KernelCounts, saysKernel } from './kernel-words.ts';
import { type Found, type Separator, separatorAt } from './separators.ts';

/** The words of a question, what they say of kernels, and where a comparison parts them. */
export type Words = {
  readonly tokens: readonly (Token | undefined)[];
  readonly kernels: KernelCounts;
  readonly joins: ReadonlyMap<number, Found>;
};

const bnWords = /^(?:bn|batchnorm(?:[123]d)?|batchnormalization)$/;
const biasWords = /^(?:bias|nobias|no bias)$/;

/**
 * `+ bn` and "followed by batch norm" say more about the layer before them, and so does `+ bias`, where nothing else
 * stands there; "plus bias" says nothing else ever.
 */
export function isOfLayerBefore(
  { tokens, kernels, joins }: Words,
  start: number,
  { kind, text: said }: Separator,
  behind: number,
): boolean {
  if (kind !== 'stack') return false;
  let next = behind;
  while (/^(?:a|an|the|with|without|no)$/.test(tokens[next]?.text ?? '')) next += 1;
  const text = tokens[next]?.text ?? '';
  const isBatch = text === 'batch' && /^norm/.test(tokens[next + 1]?.text ?? '');
  if (bnWords.test(text) || isBatch) {
    const word = tokens[isBatch ? next + 1 : next];
    const after = tokens[isBatch ? next + 2 : next + 1];
    // A comma ends it: "+ bn; 3x3 32".
    if (word && after && after.at[0] - word.at[1] > 1) return true;
    const end = endOfSegment(tokens, next, joins);
    return !(saysKernel(kernels, start, behind) && saysKernel(kernels, next, end));
  }
  if (!biasWords.test(text)) return false;
  return said === 'plus' || !tokens[next + 1] || separatorAt(tokens, next + 1) !== undefined;
}

/** Where the next separator stands, as far as a look ahead goes. */
function endOfSegment(
  tokens: readonly (Token | undefined)[],
  start: number,
  joins: ReadonlyMap<number, Found>,
): number {
  const most = Math.min(start + 40, tokens.length);
  for (let index = start; index < most; index += 1) {
    if (joins.has(index) || separatorAt(tokens, index)) return index;
  }
  return most;
}
