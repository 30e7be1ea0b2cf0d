import { count } from '../conv/count.ts';
import { isFault } from '../conv/fault.ts';
import type { Convention, Layer, Sides } from '../conv/layer.ts';
import { onEachAxis } from '../conv/on-each-axis.ts';
import { entryOf } from './catalogue.ts';
import type { CodeItem } from './code/code-items.ts';
import { missingInputChannels } from './code/code-mistakes.ts';
import { readLayer } from './code/read-layer.ts';
import type { Part, Stack } from './command.ts';
import type { Draft } from './draft.ts';
import type { Fact } from './facts.ts';
import { faultMistake, rankMismatch } from './mistakes.ts';
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
  /** Whether every layer's input is the output of the one before it, so that sizes can be followed. */
  isChain: boolean;
  inputOfCode?: Fact<'input'>;
};

/** Modules after which the number of channels is not the one before. */
const reshaping =
  /^(?:Flatten|Unflatten|Reshape|Permute|Concatenate|Dot|Fold|Unfold|PixelShuffle|PixelUnshuffle|RepeatVector)$/;

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
    isChain: true,
  };
  for (const item of items) {
    const mistake =
      item.kind === 'words' ? addConvolution(progress, item.draft, undefined) : addCode(progress, item);
    if (mistake) return mistake;
  }
  // Lines that were left aside may connect several layers in any way.
  progress.isChain &&= !hasAside || progress.parts.length === 1;
  const said = input ?? progress.inputOfCode;
  const size = said && inputOf(progress, said);
  if (isMistake(size)) return size;
  if (said && !size) progress.assumptions.push(notAChain);
  if (size && items.some((item) => item.kind === 'words' && !item.draft.facts.padding)) {
    progress.assumptions.push('Padding same, as none was given.');
  }
  const { parts, isChain, unpriced, assumptions } = progress;
  const text = spellStack(items, parts);
  const stack: Stack = size && said ? { parts, text, input: size, inputAt: said.at } : { parts, text };
  return { stack, isChain, unpriced, assumptions };
}

const notAChain =
  'No MACs: the text does not show how its modules are connected, so the input size of each layer is not known.';

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
      if (facts.input && !progress.inputOfCode && progress.parts.length === 0)
        progress.inputOfCode = facts.input;
      return addConvolution(progress, item.draft, item.module);
    }
    case 'layer':
      return addLayer(progress, item);
    case 'parameterless':
      if (!item.keepsSize) progress.isChain = false;
      if (reshaping.test(item.module)) progress.channels = undefined;
      return undefined;
    case 'unpriced':
      progress.unpriced.push(nameOf(item.module, item.path));
      progress.isChain = false;
      return undefined;
    case 'container':
      progress.isChain = false;
      return undefined;
    case 'input':
      progress.channels = item.shape.at(-1);
      if (item.shape.length > 1) {
        progress.inputOfCode = { value: item.shape.slice(0, -1), at: item.call.at };
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
    if (module) progress.isChain = false;
    else {
      progress.assumptions.push(
        `Layer ${progress.parts.length + 1} takes ${convolution.in} channels although the one before gives ${channels}: priced as written.`,
      );
    }
  }
  if (rank !== undefined && rank !== convolution.kernel.length) progress.isChain = false;
  progress.assumptions.push(...resolved.assumptions);
  progress.parts.push({
    spec: resolved.spec,
    separable: resolved.separable,
    layers: resolved.layers,
    at: draft.at,
    module,
    name: draft.name,
  });
  progress.channels = convolution.out;
  progress.rank = convolution.kernel.length;
  return undefined;
}

function addLayer(
  progress: Progress,
  { call, path }: Extract<CodeItem, { kind: 'layer' }>,
): Mistake | undefined {
  const layer = readLayer(call, progress.channels);
  if (isMistake(layer)) return layer;
  if (!layer) {
    progress.unpriced.push(nameOf(call.name, path));
    progress.isChain = false;
    return undefined;
  }
  const counted = count(layer);
  if (isFault(counted) && counted.code === 'count-too-large') return faultMistake(counted, call.at);
  progress.parts.push({
    separable: false,
    layers: [layer],
    module: call.name,
    at: call.at,
    name: path === '' ? undefined : path,
  });
  progress.channels = channelsAfter(layer, progress.channels);
  if (layer.kind !== 'elementwise') progress.isChain = false;
  return undefined;
}

function channelsAfter(layer: Layer, before: number | undefined): number | undefined {
  if (layer.kind === 'elementwise') return before;
  return layer.kind === 'embedding' ? layer.dimension : layer.out;
}

function nameOf(module: string, path: string): string {
  return path === '' ? module : `${path} (${module})`;
}

/** The input with one side for each axis of the first layer; undefined where sizes cannot be followed. */
function inputOf(
  { parts, isChain, rank = 2 }: Progress,
  { value, at }: Fact<'input'>,
): Sides | undefined | Mistake {
  const first = parts[0]?.spec?.convolution.kernel.length ?? rank;
  const [side = 1] = value;
  if (!isChain) return undefined;
  if (value.length === 1) return onEachAxis(side, first);
  if (value.length === first) return value;
  return rankMismatch(entryOf('input'), value.length, first, at, value.slice(0, first).join('x'));
}

/** Words for every layer, as far as words can say them; else the code itself. */
function spellStack(items: readonly StackItem[], parts: readonly Part[]): string {
  if (parts.every(({ spec }) => spec)) {
    return parts.map(({ spec, separable }) => (spec ? spellLayer(spec, separable) : '')).join(' + ');
  }
  return items.map(({ source }) => source).join(' + ');
}
