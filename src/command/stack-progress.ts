import { isFault } from '../conv/fault.ts';
import type { Convention, Layer, Sides } from '../conv/layer.ts';
import { onEachAxis } from '../conv/on-each-axis.ts';
import { sizeAfter } from '../conv/size-after.ts';
import type { Part } from './command.ts';
import type { Fact } from './facts.ts';

/** What is known behind the layers of a stack that were resolved so far. */
export type StackProgress = {
  readonly parts: Part[];
  readonly unpriced: string[];
  readonly assumptions: string[];
  readonly convention: Convention;
  /** Channels that the last layer gives; undefined where they are not known. */
  channels: number | undefined;
  rank: number | undefined;
  /** Why sizes cannot be followed from layer to layer; undefined while each layer's input is the output before it. */
  brokenBy: string | undefined;
  /** The input as it was said, in words or in code; words come first. */
  input: Fact<'input'> | undefined;
  /** The spatial size before the next layer, as far as it can be followed; none is left once it is flat. */
  size: Sides | undefined;
  isFlat: boolean;
};

/** Before the first layer. */
export function startProgress(convention: Convention, input: Fact<'input'> | undefined): StackProgress {
  return {
    parts: [],
    unpriced: [],
    assumptions: [],
    convention,
    channels: undefined,
    rank: undefined,
    brokenBy: undefined,
    input,
    size: undefined,
    isFlat: false,
  };
}

/** Where the first layer's rank fits the input that was said; `inputOf` tells where it does not. */
export function startOf(input: Fact<'input'> | undefined, rank: number): Sides | undefined {
  const [side = 1] = input?.value ?? [];
  if (input?.value.length === 1) return onEachAxis(side, rank);
  return input?.value.length === rank ? input.value : undefined;
}

/** Follows the size through layers. A fault ends that silently here: pricing finds it again, and tells it. */
export function follow(progress: StackProgress, layers: readonly Layer[]): void {
  for (const layer of layers) {
    const next = progress.size && sizeAfter(layer, progress.size);
    progress.size = next && !isFault(next) ? next : undefined;
  }
}

export function notConnected(where: string): string {
  return `the text does not show how ${where} connects its layers, so their input sizes are not known`;
}

export function notFollowed(module: string): string {
  return `input sizes are not followed through ${module}`;
}
