import type { Convolution, Sides } from '../../src/conv/layer.ts';

/** A convolution with what torch.nn takes for all that is not said. One number is a square 2D kernel. */
export function convolution(
  kernel: number | Sides,
  inChannels: number,
  out: number,
  rest: Partial<Convolution> = {},
): Convolution {
  const sides = typeof kernel === 'number' ? [kernel, kernel] : kernel;
  const ones = sides.map(() => 1);
  const zeros = sides.map(() => 0);
  return {
    kind: 'convolution',
    kernel: sides,
    in: inChannels,
    out,
    groups: 1,
    stride: ones,
    padding: zeros,
    dilation: ones,
    bias: true,
    transposed: false,
    outputPadding: zeros,
    ...rest,
  };
}
