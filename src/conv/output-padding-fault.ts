import type { Fault } from './fault.ts';
import type { Convolution } from './layer.ts';

/**
 * PyTorch's rule: output padding must be smaller than the stride or the dilation of its axis. It chooses
 * among the input sizes that a strided convolution maps to one output, so a larger one has no meaning.
 */
export function outputPaddingFault(layer: Convolution): Fault | undefined {
  for (const [axis, outputPadding] of layer.outputPadding.entries()) {
    const below = Math.max(layer.stride[axis] ?? 1, layer.dilation[axis] ?? 1);
    if (outputPadding >= below) return { code: 'output-padding-too-large', outputPadding, below };
  }
  return undefined;
}
