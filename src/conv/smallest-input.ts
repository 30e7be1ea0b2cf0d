import type { Convolution, Sides } from './layer.ts';
import { kernelExtent } from './output-size.ts';

/** The smallest input, one number an axis, whose output has at least one position: `outputSize` solved for n. */
export function smallestInput(layer: Convolution): Sides {
  const { padding } = layer;
  return layer.kernel.map((kernel, axis) => {
    if (typeof padding === 'string') return 1;
    const extent = kernelExtent(kernel, layer.dilation[axis] ?? 1);
    const both = 2 * (padding[axis] ?? 0);
    if (!layer.transposed) return Math.max(1, extent - both);
    const missing = both - extent - (layer.outputPadding[axis] ?? 0) + 1;
    return Math.max(1, Math.ceil(missing / (layer.stride[axis] ?? 1)) + 1);
  });
}
