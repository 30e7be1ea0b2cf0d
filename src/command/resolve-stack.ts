import type { Convention, Sides } from '../conv/layer.ts';
import { addCode } from './add-code.ts';
import { addConvolution } from './add-convolution.ts';
import { entryOf } from './catalogue.ts';
import type { Part, Stack } from './command.ts';
import type { ReadingGuess } from './draft.ts';
import type { Fact } from './facts.ts';
import { rankMismatch } from './layer-mistakes.ts';
import { mostCharacters, mostLayers } from './limits.ts';
import { isMistake, type Mistake } from './problem.ts';
import type { StackItem } from './segments/stack-item.ts';
import { spellParts } from './spell.ts';
import { notConnected, type StackProgress, startOf, startProgress } from './stack-progress.ts';

export type ResolvedStack = {
  readonly stack: Stack;
  /** Whether every layer's input is the output of the one before it. */
  readonly isChain: boolean;
  readonly unpriced: readonly string[];
  readonly guesses: readonly ReadingGuess[];
  readonly assumptions: readonly string[];
};

/** Resolves the layers of one stack in their order, each from what the one before it gives. */
export function resolveStack(
  items: readonly StackItem[],
  input: Fact<'input'> | undefined,
  convention: Convention,
  connects: boolean,
): ResolvedStack | Mistake {
  const progress = startProgress(convention, input);
  // Lines that were left aside may connect several layers in any way.
  if (connects && countOfLayers(items) > 1) progress.brokenBy = notConnected('this code');
  for (const item of items) {
    const mistake =
      item.kind === 'words' ? addConvolution(progress, item.draft, undefined) : addCode(progress, item);
    if (mistake) return mistake;
  }
  const said = progress.input;
  const size = inputOf(progress);
  if (isMistake(size)) return size;
  if (said && progress.brokenBy) progress.assumptions.push(`No MACs: ${progress.brokenBy}.`);
  if (size && items.some((item) => item.kind === 'words' && !item.draft.facts.padding)) {
    progress.assumptions.push('Padding same, the default here.');
  }
  const { parts, brokenBy, unpriced, guesses, assumptions } = progress;
  const words = brokenBy === undefined && unpriced.length === 0 ? wordsFor(parts) : undefined;
  const sources = items.map(({ source }) => source).join(' + ');
  const text = words ?? (progress.shapeChannels ? `${sources} in=${progress.shapeChannels}` : sources);
  const speaksKeras = words === undefined && items.some(isKerasCode);
  const stack: Stack =
    size && said
      ? { parts, text, speaksKeras, input: size, ...(progress.sample ? {} : { inputAt: said.at }) }
      : { parts, text, speaksKeras };
  return { stack, isChain: brokenBy === undefined, unpriced, guesses, assumptions };
}

function isKerasCode(item: StackItem): boolean {
  return (
    item.kind === 'code' &&
    item.items.some((module) => module.kind === 'convolution' && module.draft.defaults === 'keras')
  );
}

/** The input with one side for each axis of the first layer; undefined where sizes cannot be followed. */
function inputOf(progress: StackProgress): Sides | undefined | Mistake {
  const { parts, brokenBy, input, start, rank = 2 } = progress;
  if (!input || brokenBy) return undefined;
  if (start) return start;
  const first = parts.find(({ spec }) => spec)?.spec?.convolution.kernel.length ?? rank;
  const shape = startOf(progress, first, undefined, 'language');
  return shape?.size ?? rankMismatch(entryOf('input'), input.value, first, input.at, false);
}

/** Layers of words and of code, those without parameters too. */
function countOfLayers(items: readonly StackItem[]): number {
  let layers = 0;
  for (const item of items) {
    layers +=
      item.kind === 'words'
        ? 1
        : item.items.filter(({ kind }) => /^(?:convolution|layer|resize)$/.test(kind)).length;
  }
  return layers;
}

/** Words for every layer, where words can say them all. */
function wordsFor(parts: readonly Part[]): string | undefined {
  if (parts.length > mostLayers) return undefined;
  const text = spellParts(parts);
  return text !== undefined && text.length > mostCharacters ? undefined : text;
}
