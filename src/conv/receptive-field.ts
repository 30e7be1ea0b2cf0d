import type { Layer, Pool, Sides } from './layer.ts';

/**
 * How many input positions one output of a list of layers sees, one number an axis: r ← r + (k − 1)·d·j,
 * j ← j·s, from r = j = 1. Undefined where a transposed convolution or a fully connected layer makes the
 * question meaningless, for a list without a window, and beyond 2^53 − 1.
 */
export function receptiveField(layers: readonly Layer[]): Sides | undefined {
  const field: number[] = [];
  const jump: number[] = [];
  for (const layer of layers) {
    if (layer.kind === 'elementwise') continue;
    const window = windowOf(layer);
    if (!window) return undefined;
    for (const [axis, kernel] of window.kernel.entries()) {
      const step = jump[axis] ?? 1;
      field[axis] = (field[axis] ?? 1) + (kernel - 1) * (window.dilation[axis] ?? 1) * step;
      jump[axis] = step * (window.stride[axis] ?? 1);
    }
  }
  return field.length > 0 && field.every(Number.isSafeInteger) ? field : undefined;
}

function windowOf(layer: Layer): Pick<Pool, 'kernel' | 'stride' | 'dilation'> | undefined {
  if (layer.kind === 'convolution') return layer.transposed ? undefined : layer;
  return layer.kind === 'resize' && 'kernel' in layer.change ? layer.change : undefined;
}
