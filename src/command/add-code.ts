import { count } from '../conv/count.ts';
import { isFault } from '../conv/fault.ts';
import type { Layer } from '../conv/layer.ts';
import { product } from '../conv/product.ts';
import { addConvolution } from './add-convolution.ts';
import type { Call } from './code/call.ts';
import type { CodeItem } from './code/code-items.ts';
import { missingInputChannels } from './code/code-mistakes.ts';
import { readLayer } from './code/read-layer.ts';
import { readResize } from './code/read-resize.ts';
import type { Part } from './command.ts';
import { faultMistake } from './layer-mistakes.ts';
import { isMistake, type Mistake, type Span } from './problem.ts';
import type { CodeOfStack } from './stack-item.ts';
import { follow, notConnected, notFollowed, type StackProgress } from './stack-progress.ts';

/** Modules after which the number of channels is not the one before. */
const reshaping =
  /^(?:Unflatten|Reshape|Permute|Concatenate|Dot|Fold|Unfold|PixelShuffle|PixelUnshuffle|RepeatVector)$/;

/** Adds every module of pasted code, in the order in which they stand there. */
export function addCode(progress: StackProgress, code: CodeOfStack): Mistake | undefined {
  progress.channels = code.channels ?? progress.channels;
  for (const item of code.items) {
    const mistake = addItem(progress, item, code.at);
    if (mistake) return mistake;
  }
  return undefined;
}

function addItem(progress: StackProgress, item: CodeItem, at: Span): Mistake | undefined {
  switch (item.kind) {
    case 'convolution': {
      const { facts } = item.draft;
      if (!facts.in && progress.channels === undefined) {
        return missingInputChannels(item.module, at[1], facts.rank?.at ?? item.draft.at);
      }
      if (progress.parts.length === 0) progress.input ??= facts.input;
      return addConvolution(progress, item.draft, item.module);
    }
    case 'layer':
      return addLayer(progress, item);
    case 'parameterless':
      if (!item.keepsSize) progress.brokenBy ??= notFollowed(item.module);
      if (reshaping.test(item.module)) progress.channels = undefined;
      return undefined;
    case 'resize':
      return addResize(progress, item);
    case 'unpriced':
      progress.unpriced.push(nameOf(item.module, item.path));
      progress.brokenBy ??= notFollowed(item.module);
      return undefined;
    case 'container':
      progress.brokenBy ??= notConnected(item.module);
      return undefined;
    case 'input':
      progress.channels = item.shape.at(-1);
      if (item.shape.length > 1) {
        progress.input ??= { value: item.shape.slice(0, -1), at: item.call.at };
      }
      return undefined;
  }
}

/** Pooling and flattening: no parameters, but what follows sees another size. */
function addResize(
  progress: StackProgress,
  { call, path }: Extract<CodeItem, { kind: 'resize' }>,
): Mistake | undefined {
  const layer = readResize(call);
  if (isMistake(layer)) return layer;
  if (!layer) {
    progress.brokenBy ??= notFollowed(call.name);
    progress.channels = call.name === 'Flatten' ? undefined : progress.channels;
    return undefined;
  }
  const isFlat = 'to' in layer.change && layer.change.to.length === 0;
  if (call.name === 'Flatten' && !progress.isFlat) {
    const positions = progress.size && product(progress.size);
    progress.channels = progress.channels && positions && progress.channels * positions;
  }
  progress.isFlat = isFlat;
  follow(progress, [layer]);
  progress.parts.push(partOf([layer], call, path));
  return undefined;
}

function partOf(layers: readonly Layer[], call: Call, path: string): Part {
  return { separable: false, layers, module: call.name, at: call.at, name: path === '' ? undefined : path };
}

function addLayer(
  progress: StackProgress,
  { call, path }: Extract<CodeItem, { kind: 'layer' }>,
): Mistake | undefined {
  const layer = readLayer(call, progress.channels);
  if (isMistake(layer)) return layer;
  if (!layer) {
    progress.unpriced.push(nameOf(call.name, path));
    progress.brokenBy ??= notFollowed(call.name);
    return undefined;
  }
  const counted = count(layer);
  if (isFault(counted) && counted.code === 'count-too-large') return faultMistake(counted, call.at);
  progress.parts.push(partOf([layer], call, path));
  progress.channels = channelsAfter(layer, progress.channels);
  // A linear layer on a flat input is followed; on an image it would run at every position.
  if (layer.kind === 'embedding' || (layer.kind === 'linear' && !progress.isFlat)) {
    progress.brokenBy ??= notFollowed(call.name);
  }
  return undefined;
}

function channelsAfter(layer: Layer, before: number | undefined): number | undefined {
  if (layer.kind === 'elementwise' || layer.kind === 'resize') return before;
  return layer.kind === 'embedding' ? layer.dimension : layer.out;
}

function nameOf(module: string, path: string): string {
  return path === '' ? module : `${path} (${module})`;
}
