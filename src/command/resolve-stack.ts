import type { Convention, Sides } from '../conv/layer.ts';
import { addCode } from './add-code.ts';
import { addConvolution } from './add-convolution.ts';
import { entryOf } from './catalogue.ts';
import type { Part, Stack } from './command.ts';
import type { Fact } from './facts.ts';
import { rankMismatch } from './layer-mistakes.ts';
import { mostCharacters, mostLayers } from './limits.ts';
import { isMistake, type Mistake } from './problem.ts';
import { spellLayer } from './spell.ts';
import type { StackItem } from './stack-item.ts';
import { notConnected, type StackProgress, startOf, startProgress } from './stack-progress.ts';

export type ResolvedStack = {
  readonly stack: Stack;
  /** Whether every layer's input is the output of the one before it. */
  readonly isChain: boolean;
  readonly unpriced: readonly string[];
  readonly assumptions: readonly string[];
};

/** Resolves the layers of one stack in their order, each from what the one before it gives. */
export function resolveStack(
  items: readonly StackItem[],
  input: Fact<'input'> | undefined,
  convention: Convention,
  hasAside: boolean,
): ResolvedStack | Mistake {
  const progress = startProgress(convention, input);
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
    progress.assumptions.push('Padding same, the default here.');
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
    item.items.some((module) => module.kind === 'convolution' && module.draft.defaults === 'keras')
  );
}

/** The input with one side for each axis of the first layer; undefined where sizes cannot be followed. */
function inputOf({ parts, brokenBy, input, rank = 2 }: StackProgress): Sides | undefined | Mistake {
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
