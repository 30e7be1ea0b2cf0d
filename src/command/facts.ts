import type { ElementType } from '../conv/element-type.ts';
import type { Convention, Sides } from '../conv/layer.ts';
import type { Span } from './problem.ts';

/** Everything that a question can say, and the type of its value. One side stands for all axes. */
export type FactValues = {
  rank: number;
  kernel: Sides;
  in: number;
  out: number;
  bias: boolean;
  groups: number;
  /** The layer itself, in place of a variant that was said before: `7 512 512 dw vs standard`. */
  standard: true;
  depthwise: true;
  separable: true;
  multiplier: number;
  stride: Sides;
  dilation: Sides;
  padding: 'same' | 'valid' | 'causal' | Sides;
  transposed: boolean;
  outputPadding: Sides;
  batchNorm: boolean;
  /** No side at all: no input, in place of one that was said before. */
  input: Sides;
  batch: number;
  elementType: ElementType;
  convention: Convention;
  unit: Unit;
  share: true;
};

/** The word that operation counts are shown in. 1 MAC = 2 FLOPs. */
export type Unit = 'macs' | 'flops';

export type FactName = keyof FactValues;

/** A value and the place in the question where it was said. */
export type Fact<F extends FactName = FactName> = {
  readonly value: FactValues[F];
  /** The value alone: what a correction replaces. */
  readonly at: Span;
  /** Where its name begins, when the value was said by name: what a mistake points at. */
  readonly from?: number;
};

/** A fact with its name: all of `g=32`. */
export function wholeFact({ at, from = at[0] }: Fact): Span {
  return [from, at[1]];
}

export type Facts = { [F in FactName]?: Fact<F> };

/** Facts that hold for the whole question, or (the input) for a whole stack; the others describe one layer. */
export const questionFacts: readonly FactName[] = [
  'input',
  'batch',
  'elementType',
  'convention',
  'unit',
  'share',
];
