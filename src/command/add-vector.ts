import type { Call } from './code/call.ts';
import type { StackProgress } from './stack-progress.ts';

/** Adds so many parameters that stand beside the layers of pasted code. */
export function addVector(
  progress: StackProgress,
  { call, path }: { readonly call: Call; readonly path: string },
  weights: number,
): void {
  progress.parts.push({
    separable: false,
    layers: [{ kind: 'elementwise', name: call.name, weights, biases: 0, statistics: 0 }],
    module: call.name,
    name: path === '' ? undefined : path,
    at: call.at,
  });
}
