import { addCodeLayer } from './add-code-layer.ts';
import { addCodeResize } from './add-code-resize.ts';
import { addConvolution } from './add-convolution.ts';
import { addVector } from './add-vector.ts';
import { addWeightNorm } from './add-weight-norm.ts';
import { shapeForRank } from './code/code-input.ts';
import type { CodeItem } from './code/code-items.ts';
import { missingInputChannels, noGroupsInKeras, unknownTensor } from './code/code-mistakes.ts';
import { convolutionModules } from './code/modules.ts';
import { giveTensor, loseTensor, takeTensors } from './code/tensors.ts';
import type { Fact } from './facts.ts';
import type { Mistake, Span } from './problem.ts';
import type { CodeOfStack } from './segments/stack-item.ts';
import { loseSize, notConnected, notFollowed, type StackProgress, startOf } from './stack-progress.ts';

/** Modules after which the number of channels is not the one before. */
const reshaping =
  /^(?:Unflatten|Reshape|Permute|Concatenate|Dot|Fold|Unfold|PixelShuffle|PixelUnshuffle|RepeatVector|GLU)$/;

/** Adds every module of pasted code, in the order in which they stand there. */
export function addCode(progress: StackProgress, code: CodeOfStack): Mistake | undefined {
  progress.channels = code.channels ?? progress.channels;
  progress.isSequence = code.isSequence && progress.parts.length === 0 && !progress.brokenBy;
  if (!progress.input) readSample(progress, code.items);
  beginSize(progress, code.items);
  for (const item of code.items) {
    const mistake = addItem(progress, item, code.at);
    if (mistake) return mistake;
  }
  return undefined;
}

/** The size before the first module, which may be pooling: the first convolution tells the dimensions. */
function beginSize(progress: StackProgress, items: readonly CodeItem[]): void {
  const first = items.find((item) => item.kind === 'convolution')?.draft;
  if (!first || progress.brokenBy || progress.parts.length > 0) return;
  const { rank, in: channels } = first.facts;
  progress.size = startOf(progress, rank?.value ?? 2, channels?.value, first.defaults)?.size;
}

/** The input that the code says: the one shape that fits its first convolution. */
function readSample(progress: StackProgress, items: readonly CodeItem[]): void {
  const first = items.find((item) => item.kind === 'convolution');
  const rank = first?.draft.facts.rank?.value;
  let found: { input: Fact<'input'>; channels: number } | undefined;
  for (const item of items) {
    const shape = item.kind === 'sample' && rank ? shapeForRank(item.input, rank) : undefined;
    if (item.kind !== 'sample' || !shape) continue;
    const { size, channels } = shape;
    if (found && `${found.channels}x${found.input.value.join('x')}` !== `${channels}x${size.join('x')}`)
      return;
    found = { input: { value: size, at: item.call.at }, channels };
  }
  if (!found) return;
  progress.input = found.input;
  progress.sample = { channels: found.channels };
}

function addItem(progress: StackProgress, item: CodeItem, at: Span): Mistake | undefined {
  switch (item.kind) {
    case 'convolution':
      return addCodeConvolution(progress, item, at);
    case 'layer':
      return addCodeLayer(progress, item);
    case 'weight-norm':
      return addWeightNorm(progress, item);
    case 'parameter':
      progress.brokenBy ??= notConnected('this code');
      addVector(progress, item, item.elements);
      return undefined;
    case 'parameterless':
      if (!item.keepsSize) loseSize(progress, notFollowed(item.module));
      if (reshaping.test(item.module)) progress.channels = undefined;
      return undefined;
    case 'resize':
      return addCodeResize(progress, item);
    case 'unpriced':
      progress.unpriced.push(item.path === '' ? item.module : `${item.path} (${item.module})`);
      if (item.keepsShape) return undefined;
      loseSize(progress, notFollowed(item.module));
      progress.channels = undefined;
      return undefined;
    case 'container':
      loseSize(progress, notConnected(item.module));
      progress.isSequence = false;
      return undefined;
    case 'input':
      return addInput(progress, item);
    case 'sample':
      addSample(progress, item);
      return undefined;
    case 'take':
      takeTensors(progress, item.taken);
      return undefined;
    case 'give':
      giveTensor(progress, item.names);
      return undefined;
    case 'lose':
      loseTensor(progress, item.name);
      return undefined;
  }
}

function addCodeConvolution(
  progress: StackProgress,
  { draft, module }: Extract<CodeItem, { kind: 'convolution' }>,
  at: Span,
): Mistake | undefined {
  const { facts } = draft;
  const nameAt = facts.rank?.at ?? draft.at;
  const { form, transposed, framework } = convolutionModules.get(module) ?? {};
  if (framework === 'keras' && (form !== 'plain' || transposed) && facts.groups) {
    return noGroupsInKeras(module, facts.groups.at);
  }
  if (progress.parts.length === 0 && facts.input && !progress.input) {
    progress.input = facts.input;
    progress.sample = { channels: undefined };
  }
  if (progress.parts.length === 0 && !facts.in && !progress.unknownTensor) {
    const shape = startOf(progress, facts.rank?.value ?? 2, undefined, draft.defaults);
    if (progress.channels === undefined) progress.shapeChannels = shape?.channels;
    progress.channels ??= shape?.channels;
  }
  if (!facts.in && progress.channels === undefined) {
    return progress.unknownTensor && progress.tensors.size > 1
      ? unknownTensor(module, progress.unknownTensor, nameAt)
      : missingInputChannels(module, progress.unknownTensor, at[1], nameAt);
  }
  return addConvolution(progress, draft, module);
}

/** Keras' Input. Words about the input come first. */
function addInput(
  progress: StackProgress,
  { shape, call }: Extract<CodeItem, { kind: 'input' }>,
): Mistake | undefined {
  progress.channels = shape.at(-1);
  progress.size = undefined;
  progress.isFlat = false;
  progress.features = undefined;
  progress.unknownTensor = undefined;
  if (shape.length === 1) return undefined;
  const size = shape.slice(0, -1);
  // Of two inputs one is not that of the first layer.
  if (progress.sample) progress.brokenBy ??= notConnected('a second Input');
  progress.input ??= { value: size, at: call.at };
  if (progress.input.at === call.at) progress.sample = { channels: progress.channels };
  if (progress.sample) progress.size = size;
  return undefined;
}

/** A tensor that a layer can be applied to. */
function addSample(progress: StackProgress, { input, names }: Extract<CodeItem, { kind: 'sample' }>): void {
  const rank = input.items.length - (input.hasBatch ? 2 : 1);
  const shape = rank > 0 ? shapeForRank(input, rank) : undefined;
  const tensor = { channels: shape?.channels, size: shape?.size, isFlat: false };
  for (const name of names) progress.tensors.set(name, tensor);
  if (progress.parts.length === 0) progress.tensor = tensor;
}
