import { addModule } from './add-module.ts';
import type { Call } from './code/call.ts';
import type { StackProgress } from './stack-progress.ts';

/** Adds so many parameters that stand beside the layers of pasted code. */
export function addVector(
  progress: StackProgress,
  item: { readonly call: Call; readonly path: string },
  weights: number,
): void {
  addModule(progress, item, { kind: 'elementwise', name: item.call.name, weights, biases: 0, statistics: 0 });
}
