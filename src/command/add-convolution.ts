import type { Draft } from './draft.ts';
import { inputChannels, ranksInStack } from './layer-mistakes.ts';
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
  progress.tensor = undefined;
  progress.features = undefined;
  // The channels of an input of pasted code are looked at below, where the framework's order is known.
  const isFirst = progress.parts.length === 0 && draft.defaults === 'language';
  const resolved = resolveLayer(
    draft,
    { channels, rank, input: isFirst ? progress.input : undefined },
    progress.convention,
  );
  if (isMistake(resolved)) return resolved;
  const { convolution } = resolved.spec;
  const start =
    rank === undefined && startOf(progress, convolution.kernel.length, convolution.in, draft.defaults);
  if (start && !progress.brokenBy && start.channels !== undefined && start.channels !== convolution.in) {
    return inputChannels(progress, start, convolution.in);
  }
  if (channels !== undefined && channels !== convolution.in) {
    if (module) progress.brokenBy ??= notConnected('this code');
    else {
      progress.guesses.push({
        sentence: `Layer ${progress.parts.length + 1} takes ${convolution.in} channels although the one before gives ${channels}: priced as written.`,
      });
    }
  }
  if (rank !== undefined && rank !== convolution.kernel.length) {
    if (!module) return ranksInStack(rank, convolution.kernel.length, draft.at);
    progress.brokenBy ??= notConnected('this code');
  }
  progress.guesses.push(...resolved.guesses);
  progress.assumptions.push(...resolved.assumptions);
  progress.parts.push({
    spec: resolved.spec,
    separable: resolved.separable,
    layers: resolved.layers,
    at: draft.at,
    module,
    name: draft.name,
  });
  if (start) {
    progress.start = start.size;
    // A size that the code gives this layer's tensor is its own.
    if (!progress.brokenBy && !progress.size) {
      progress.size = start.size;
      for (const { layers } of progress.parts.slice(0, -1)) follow(progress, layers);
    }
  }
  follow(progress, resolved.layers);
  progress.channels = convolution.out;
  progress.rank = convolution.kernel.length;
  return undefined;
}
