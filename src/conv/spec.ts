import type { Convolution } from './layer.ts';

/** A layer with what decides its variants: the depth multiplier, and whether BatchNorm follows. */
export type Spec = {
  readonly convolution: Convolution;
  readonly multiplier: number;
  readonly batchNorm: boolean;
};
