import type { FactName, FactValues } from '../facts.ts';

export type FactOfWord = readonly [FactName, FactValues[FactName]];

/** `convtranspose2d`, `depthwiseconv2d`: what they say and how many dimensions, in one word. */
export function factsOfCompound(text: string): FactOfWord[] | undefined {
  const [, before = '', rank = '', behind = ''] =
    /^(conv|convtranspose|deconv|upconv|depthwiseconv|dwconv|separableconv)([123])d(transpose)?$/.exec(
      text,
    ) ?? [];
  if (rank === '') return undefined;
  const facts: FactOfWord[] = [['rank', Number(rank)]];
  if (/transpose|deconv|upconv/.test(before + behind)) facts.push(['transposed', true]);
  if (/^d(?:w|epthwise)conv/.test(before)) facts.push(['depthwise', true]);
  if (before === 'separableconv') facts.push(['separable', true]);
  return facts;
}
