import type { Layer } from '../conv/layer.ts';
import type { Call } from './code/call.ts';
import type { StackProgress } from './stack-progress.ts';

/** Adds a module of pasted code that is one layer, and no convolution, under the names that it has there. */
export function addModule(
  progress: StackProgress,
  { call, path }: { readonly call: Call; readonly path: string },
  layer: Layer,
): void {
  progress.parts.push({
    separable: false,
    layers: [layer],
    module: call.name,
    name: path === '' ? undefined : path,
    at: call.at,
  });
}
