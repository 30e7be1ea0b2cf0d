import { count } from '../conv/count.ts';
import { isFault } from '../conv/fault.ts';
import type { Convention, Layer, Sides } from '../conv/layer.ts';
import { onEachAxis } from '../conv/on-each-axis.ts';
import { product } from '../conv/product.ts';
import { sizeAfter } from '../conv/size-after.ts';
import { entryOf } from './catalogue.ts';
import type { Call } from './code/call.ts';
import type { CodeItem } from './code/code-items.ts';
import { missingInputChannels } from './code/code-mistakes.ts';
import { readLayer } from './code/read-layer.ts';
import { readResize } from './code/read-resize.ts';
import type { Part, Stack } from './command.ts';
import type { Draft } from './draft.ts';
import type { Fact } from './facts.ts';
import { mostCharacters, mostLayers } from './limits.ts';
import { faultMistake, rankMismatch, ranksInStack } from './mistakes.ts';
import { isMistake, type Mistake, type Span } from './problem.ts';
import { resolveLayer } from './resolve-layer.ts';
import { spellLayer } from './spell.ts';

/** A segment of one stack: the words of one layer, or the modules of pasted code. */
export type StackItem =
  | { readonly kind: 'words'; readonly draft: Draft; readonly source: string }
  | {
      readonly kind: 'code';
      readonly items: readonly CodeItem[];
      /** The calls as they were typed, one a line, with words for what the code does not say. */
      readonly source: string;
      readonly at: Span;
      /** `in=128` beside code that does not say its input channels. */
      readonly channels?: number;
    };

export type ResolvedStack = {
  readonly stack: Stack;
  /** Whether every layer's input is the output of the one before it. */
  readonly isChain: boolean;
  readonly unpriced: readonly string[];
  readonly assumptions: readonly string[];
};

type Progress = {
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

/** Modules after which the number of channels is not the one before. */
const reshaping =
  /^(?:Unflatten|Reshape|Permute|Concatenate|Dot|Fold|Unfold|PixelShuffle|PixelUnshuffle|RepeatVector)$/;

/** Resolves the layers of one stack in their order, each from what the one before it gives. */
export function resolveStack(
  items: readonly StackItem[],
  input: Fact<'input'> | undefined,
  convention: Convention,
  hasAside: boolean,
): ResolvedStack | Mistake {
  const progress: Progress = {
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
  for (const item of items) {
    const mistake =
      item.kind === 'words' ? addConvolution(progress, item.draft, undefined) : addCode(progress, item);
    if (mistake) return mistake;
  }
  // Lines that were left aside may connect several layers in any way.
  if (hasAside && progress.parts.length > 1) progress.brokenBy ??= notConnected('this code');
  const said = progress.input;
  const size = inputOf(progress);
  if (isMistake(size)) return size;
  if (said && progress.brokenBy) progress.assumptions.push(`No MACs: ${progress.brokenBy}.`);
  if (size && items.some((item) => item.kind === 'words' && !item.draft.facts.padding)) {
    progress.assumptions.push('Padding same, as none was given.');
  }
  const { parts, brokenBy, unpriced, assumptions } = progress;
  const words = brokenBy === undefined && unpriced.length === 0 ? spellParts(parts) : undefined;
  const text = words ?? items.map(({ source }) => source).join(' + ');
  const speaksKeras = words === undefined && items.some(isKerasCode);
  const stack: Stack =
    size && said ? { parts, text, speaksKeras, input: size, inputAt: said.at } : { parts, text, speaksKeras };
  return { stack, isChain: brokenBy === undefined, unpriced, assumptions };
}

function isKerasCode(item: StackItem): boolean {
  return (
    item.kind === 'code' &&
    item.items.some(
      ({ kind, ...rest }) => kind === 'convolution' && 'draft' in rest && rest.draft.defaults === 'keras',
    )
  );
}

function notConnected(where: string): string {
  return `the text does not show how ${where} connects its layers, so their input sizes are not known`;
}

function notFollowed(module: string): string {
  return `input sizes are not followed through ${module}`;
}

function addCode(progress: Progress, code: Extract<StackItem, { kind: 'code' }>): Mistake | undefined {
  progress.channels = code.channels ?? progress.channels;
  for (const item of code.items) {
    const mistake = addItem(progress, item, code.at);
    if (mistake) return mistake;
  }
  return undefined;
}

function addItem(progress: Progress, item: CodeItem, at: Span): Mistake | undefined {
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

function addConvolution(progress: Progress, draft: Draft, module: string | undefined): Mistake | undefined {
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

/** Where the first layer's rank fits the input that was said; `inputOf` tells where it does not. */
function startOf(input: Fact<'input'> | undefined, rank: number): Sides | undefined {
  const [side = 1] = input?.value ?? [];
  if (input?.value.length === 1) return onEachAxis(side, rank);
  return input?.value.length === rank ? input.value : undefined;
}

/** Follows the size through layers. A fault ends that silently here: pricing finds it again, and tells it. */
function follow(progress: Progress, layers: readonly Layer[]): void {
  for (const layer of layers) {
    const next = progress.size && sizeAfter(layer, progress.size);
    progress.size = next && !isFault(next) ? next : undefined;
  }
}

/** Pooling and flattening: no parameters, but what follows sees another size. */
function addResize(
  progress: Progress,
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
  progress: Progress,
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

/** The input with one side for each axis of the first layer; undefined where sizes cannot be followed. */
function inputOf({ parts, brokenBy, input, rank = 2 }: Progress): Sides | undefined | Mistake {
  if (!input || brokenBy) return undefined;
  const first = parts.find(({ spec }) => spec)?.spec?.convolution.kernel.length ?? rank;
  const { value, at } = input;
  return startOf(input, first) ?? rankMismatch(entryOf('input'), value, first, at, false);
}

/** Words for every layer, where words can say them all. */
function spellParts(parts: readonly Part[]): string | undefined {
  if (parts.length > mostLayers) return undefined;
  let text = '';
  for (const { spec, separable } of parts) {
    if (!spec) return undefined;
    text += `${text === '' ? '' : ' + '}${spellLayer(spec, separable)}`;
  }
  return text.length > mostCharacters ? undefined : text;
}
