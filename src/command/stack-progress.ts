import { isFault } from '../conv/fault.ts';
import type { Convention, Layer, Sides } from '../conv/layer.ts';
import { onEachAxis } from '../conv/on-each-axis.ts';
import { sizeAfter } from '../conv/size-after.ts';
import type { Part } from './command.ts';
import type { Draft, ReadingGuess } from './draft.ts';
import type { Fact } from './facts.ts';
import { type InputShape, splitInput } from './split-input.ts';

/** What is known behind the layers of a stack that were resolved so far. */
export type StackProgress = {
  readonly parts: Part[];
  readonly unpriced: string[];
  readonly guesses: ReadingGuess[];
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
  /** The size of the first layer's input, one side an axis. */
  start: Sides | undefined;
  /** Channels that the code says of its input, and whether the code says the input at all. */
  sample: { readonly channels: number | undefined } | undefined;
  /** Input channels that only the input's shape says: the canonical text says them in words. */
  shapeChannels: number | undefined;
  /** What a linear layer sees on its axis, and how that came about, where both are known for sure. */
  features: { readonly count: number; readonly from: string } | undefined;
  /** Whether pasted modules certainly run in their order: those of one Sequential. */
  isSequence: boolean;
  /** Tensors of Keras' functional code by name, and the one that the last layer gave. */
  readonly tensors: Map<string, Tensor>;
  tensor: Tensor | undefined;
  /** The tensor that the next layer takes, where its channels are not known. */
  unknownTensor: string | undefined;
};

/** What is known of a tensor with a name. */
export type Tensor = Pick<StackProgress, 'channels' | 'size' | 'isFlat'>;

/** Before the first layer. */
export function startProgress(convention: Convention, input: Fact<'input'> | undefined): StackProgress {
  return {
    parts: [],
    unpriced: [],
    guesses: [],
    assumptions: [],
    convention,
    channels: undefined,
    rank: undefined,
    brokenBy: undefined,
    input,
    size: undefined,
    isFlat: false,
    start: undefined,
    sample: undefined,
    shapeChannels: undefined,
    features: undefined,
    isSequence: false,
    tensors: new Map(),
    tensor: undefined,
    unknownTensor: undefined,
  };
}

/**
 * The input of a first layer with so many dimensions and input channels, as far as it fits them. Where its sides
 * do not tell on which end its channels stand, the framework's order does: `code` is the one that was pasted.
 */
export function startOf(
  { input, sample }: Pick<StackProgress, 'input' | 'sample'>,
  rank: number,
  channels: number | undefined,
  code: Draft['defaults'],
): InputShape | undefined {
  if (!input) return undefined;
  const order = code === 'language' ? undefined : code === 'keras' ? 'last' : 'first';
  const shape = splitInput(input.value, rank, channels, order);
  if (!shape) return undefined;
  const [side = 1] = shape.size;
  return {
    size: shape.size.length === 1 ? onEachAxis(side, rank) : shape.size,
    channels: sample ? sample.channels : shape.channels,
  };
}

/** Follows the size through layers. A fault ends that silently here: pricing finds it again, and tells it. */
export function follow(progress: StackProgress, layers: readonly Layer[]): void {
  for (const layer of layers) {
    const next = progress.size && sizeAfter(layer, progress.size);
    progress.size = next && !isFault(next) ? next : undefined;
  }
}

/** From here on no size is known, and the reason is told once. */
export function loseSize(progress: StackProgress, reason: string): void {
  progress.brokenBy ??= reason;
  progress.size = undefined;
  progress.features = undefined;
}

export function notConnected(where: string): string {
  return `the text does not show how ${where} connects its layers, so their input sizes are not known`;
}

export function notFollowed(module: string): string {
  return `input sizes are not followed through ${module}`;
}
