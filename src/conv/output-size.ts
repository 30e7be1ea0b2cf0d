import type { Fault } from './fault.ts';
import type { Convolution, Sides } from './layer.ts';

/** How far a dilated kernel reaches along one axis: d(k − 1) + 1. */
export function kernelExtent(kernel: number, dilation: number): number {
  return dilation * (kernel - 1) + 1;
}

/**
 * The spatial size of a layer's output for an input of that size, one number an axis.
 *
 * Convolution: floor((n + 2p − d(k − 1) − 1) / s) + 1; `same` and `causal`: ceil(n / s).
 * Transposed: (n − 1)s − 2p + d(k − 1) + output padding + 1; `same`: n · s (Keras).
 * Source: torch.nn.Conv2d and torch.nn.ConvTranspose2d ("Shape"); Dumoulin & Visin 2016.
 *
 * A kernel that is larger than its padded input, or an output without a position, is a Fault.
 */
export function outputSize(layer: Convolution, input: Sides): Sides | Fault {
  const output: number[] = [];
  for (const [axis, size] of input.entries()) {
    // A layer's lists and its input have one number an axis; the parser refuses anything else.
    const kernel = layer.kernel[axis] ?? 1;
    const stride = layer.stride[axis] ?? 1;
    const extent = kernelExtent(kernel, layer.dilation[axis] ?? 1);
    const padding = layer.padding;
    if (typeof padding === 'string') {
      output.push(layer.transposed ? size * stride : Math.ceil(size / stride));
      continue;
    }
    const side = padding[axis] ?? 0;
    if (layer.transposed) {
      output.push((size - 1) * stride - 2 * side + extent + (layer.outputPadding[axis] ?? 0));
      continue;
    }
    const padded = size + 2 * side;
    if (extent > padded) return { code: 'kernel-larger-than-input', extent, padded };
    output.push(Math.floor((padded - extent) / stride) + 1);
  }
  return output.every((size) => size >= 1) ? output : { code: 'output-too-small', output };
}
