import type { Fault } from './fault.ts';
import type { Layer, Pool, Sides } from './layer.ts';
import { kernelExtent, outputSize } from './output-size.ts';

/** The spatial size that a layer leaves for the next one: one number an axis, none once it is flat. */
export function sizeAfter(layer: Layer, size: Sides): Sides | Fault {
  if (layer.kind === 'convolution') return outputSize(layer, size);
  if (layer.kind !== 'resize') return size;
  return 'to' in layer.change ? layer.change.to : pooledSize(layer.change, size);
}

/**
 * floor((n + 2p − d(k − 1) − 1) / s) + 1, or with ceil where `roundUp`, unless that last window would start
 * in the padding at the end (torch.nn.MaxPool2d, "Shape" and ceil_mode); `same`: ceil(n / s).
 */
function pooledSize({ kernel, stride, padding, dilation, roundUp }: Pool, size: Sides): Sides | Fault {
  const output: number[] = [];
  for (const [axis, side] of size.entries()) {
    const step = stride[axis] ?? 1;
    if (padding === 'same') {
      output.push(Math.ceil(side / step));
      continue;
    }
    const zeros = padding[axis] ?? 0;
    const extent = kernelExtent(kernel[axis] ?? 1, dilation[axis] ?? 1);
    const padded = side + 2 * zeros;
    const windows = (padded - extent) / step;
    const last = roundUp ? Math.ceil(windows) : Math.floor(windows);
    if (last < 0) return { code: 'kernel-larger-than-input', extent, padded };
    output.push(roundUp && last * step >= side + zeros ? last : last + 1);
  }
  return output;
}
