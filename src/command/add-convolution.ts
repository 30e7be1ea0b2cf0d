import type { Draft } from './draft.ts';
import { ranksInStack } from './layer-mistakes.ts';
import { isMistake, type Mistake } from './problem.ts';
import { resolveLayer } from './resolve-layer.ts';
import { follow, notConnected, type StackProgress, startOf } from './stack-progress.ts';

/** Resolves a convolution from what is known before it, and adds it. `module` is its name in pasted code. */
export function addConvolution(
  progress: StackProgress,
  draft: Draft,
  module: string | undefined,
): Mistake | undefined {
  const { channels, rank } = progress;
  const resolved = resolveLayer(draft, progress, progress.convention);
  if (isMistake(resolved)) return resolved;
  const { convolution } = resolved.spec;
  if (channels !== undefined && channels !== convolution.in) {
    if (module) progress.brokenBy ??= notConnected('this code');
    else {
      progress.assumptions.push(
        `Layer ${progress.parts.length + 1} takes ${convolution.in} channels although the one before gives ${channels}: priced as written.`,
      );
    }
  }
  if (rank !== undefined && rank !== convolution.kernel.length) {
    if (!module) return ranksInStack(rank, convolution.kernel.length, draft.at);
    progress.brokenBy ??= notConnected('this code');
  }
  progress.assumptions.push(...resolved.assumptions);
  progress.parts.push({
    spec: resolved.spec,
    separable: resolved.separable,
    layers: resolved.layers,
    at: draft.at,
    module,
    name: draft.name,
  });
  if (progress.rank === undefined) progress.size = startOf(progress.input, convolution.kernel.length);
  follow(progress, resolved.layers);
  progress.channels = convolution.out;
  progress.rank = convolution.kernel.length;
  return undefined;
}
