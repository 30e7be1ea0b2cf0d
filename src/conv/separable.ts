import { withBatchNorm } from './batch-norm.ts';
import { depthwise } from './depthwise.ts';
import type { Convention, Convolution, Layer } from './layer.ts';
import type { Spec } from './spec.ts';

/**
 * The depthwise-separable form of a layer: a depthwise convolution, which keeps the layer's kernel, stride,
 * padding and dilation, then a 1×1 convolution that mixes multiplier · in channels to out (Howard 2017,
 * section 3.1).
 *
 * PyTorch: two modules, each with its own bias or BatchNorm. Keras: SeparableConv2D is one layer, with one
 * bias (and one BatchNorm) at its end.
 */
export function separable({ convolution, multiplier, batchNorm }: Spec, convention: Convention): Layer[] {
  const first = depthwise(convolution, multiplier);
  const second = pointwise(first.out, convolution);
  if (convention === 'keras') {
    const firstWithoutBias = { ...first, bias: false };
    return batchNorm ? [firstWithoutBias, ...withBatchNorm(second, convention)] : [firstWithoutBias, second];
  }
  return batchNorm
    ? [...withBatchNorm(first, convention), ...withBatchNorm(second, convention)]
    : [first, second];
}

function pointwise(inChannels: number, { kernel, out, bias }: Convolution): Convolution {
  const ones = kernel.map(() => 1);
  const zeros = kernel.map(() => 0);
  return {
    kind: 'convolution',
    kernel: ones,
    in: inChannels,
    out,
    groups: 1,
    stride: ones,
    padding: zeros,
    dilation: ones,
    bias,
    transposed: false,
    outputPadding: zeros,
  };
}
