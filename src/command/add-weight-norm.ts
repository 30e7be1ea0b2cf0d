import type { Layer } from '../conv/layer.ts';
import { addVector } from './add-vector.ts';
import type { CodeItem } from './code/code-items.ts';
import type { Mistake } from './problem.ts';
import type { StackProgress } from './stack-progress.ts';

/**
 * weight_norm makes a weight of its direction v, which is as large as the weight, and its magnitude g: one number
 * for each index of the weight's first axis, or one for all of it with dim=None (torch.nn.utils.weight_norm).
 */
export function addWeightNorm(
  progress: StackProgress,
  { call, path, axis }: Extract<CodeItem, { kind: 'weight-norm' }>,
): Mistake | undefined {
  const [layer] = progress.parts.at(-1)?.layers ?? [];
  const magnitudes = layer && (axis === 0 ? firstAxis(layer) : 1);
  if (magnitudes === undefined) {
    progress.unpriced.push(path === '' ? call.name : `${path} (${call.name})`);
    return undefined;
  }
  addVector(progress, { call, path }, magnitudes);
  return undefined;
}

/** A transposed convolution's weight has its input channels first. */
function firstAxis(layer: Layer): number | undefined {
  switch (layer.kind) {
    case 'convolution':
      return layer.transposed ? layer.in : layer.out;
    case 'linear':
      return layer.out;
    case 'embedding':
      return layer.entries;
    default:
      return undefined;
  }
}
