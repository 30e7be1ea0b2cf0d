import type { ProblemNumbers } from './answer/answer.ts';
import { moduleName } from './answer/describe.ts';
import type { Part } from './command/command.ts';
import type { IfSeparable } from './conv/if-separable.ts';
import type { Convention, Layer, Padding, Sides } from './conv/layer.ts';
import type { PricedLayer } from './conv/price.ts';
import type { VariantName } from './conv/variants.ts';
import type { CompareResult, LayerResult, PricedStack, Result } from './result.ts';

/**
 * Exact counts of one layer. Shapes are lists of spatial sides; `macs` and `output` need an input size. What
 * a layer does not have is undefined, which JSON leaves out.
 */
export type LayerNumbers = {
  /** The framework's name: Conv2d, Linear, BatchNorm2d. */
  readonly type: string;
  /** Where it stands in a pasted model. */
  readonly name: string | undefined;
  readonly kernel: Sides | undefined;
  /** Channels of a convolution, features of a linear layer; entries and dimension of an embedding. */
  readonly in: number | undefined;
  readonly out: number | undefined;
  readonly groups: number | undefined;
  readonly stride: Sides | undefined;
  readonly padding: Padding | undefined;
  readonly dilation: Sides | undefined;
  readonly bias: boolean | undefined;
  readonly transposed: boolean | undefined;
  readonly outputPadding: Sides | undefined;
  readonly weights: number;
  readonly biases: number;
  /** Counted but not trained (Keras' moving mean and variance); left out where there are none. */
  readonly statistics: number | undefined;
  readonly params: number;
  readonly output: Sides | undefined;
  readonly macs: number | undefined;
};

export type VariantNumbers = {
  readonly name: VariantName;
  readonly params: number;
  readonly weights: number;
  readonly biases: number;
  /** Counted but not trained (Keras' moving mean and variance); left out where there are none. */
  readonly statistics: number | undefined;
  /** params / params of the standard variant. */
  readonly ratio: number;
  readonly macs: number | undefined;
  readonly output: Sides | undefined;
};

export type TotalNumbers = {
  readonly params: number;
  readonly weights: number;
  readonly biases: number;
  /** Counted but not trained (Keras' moving mean and variance); left out where there are none. */
  readonly statistics: number | undefined;
  readonly macs: number | undefined;
  readonly output: Sides | undefined;
  /** Parameters of the convolutions alone. */
  readonly convParams?: number;
};

/** An answer as numbers: what `--json` prints. */
export type Numbers =
  | {
      readonly command: string;
      readonly kind: 'answer';
      readonly question: 'layer' | 'stack' | 'compare' | 'model';
      readonly layers: readonly LayerNumbers[];
      readonly variants: readonly VariantNumbers[];
      /** The layer, stack or model as asked. Of a comparison: its first side. */
      readonly total: TotalNumbers;
      /** Of a comparison: every side, in order; `ratio` is against the first. */
      readonly alternatives: readonly (TotalNumbers & { readonly ratio: number })[] | undefined;
      /** Names of modules that may hold parameters which the text does not show. */
      readonly unpriced: readonly string[] | undefined;
      /** Of a model: its parameters if every dense convolution with a kernel above 1×1 were separable. */
      readonly ifSeparable: IfSeparable | undefined;
      /** What was guessed, then the conventions that the numbers follow, a sentence each. */
      readonly assumptions: readonly string[];
    }
  | { readonly command: string; readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly problem: ProblemNumbers };

/** The numbers of a result. `conventions` are the sentences of the answer's small print, so that both say the same. */
export function numbersOf(result: Result, conventions: readonly string[]): Numbers {
  const isCompare = result.kind === 'compare';
  const isModel = result.kind === 'model';
  // One literal for all kinds: objects put together from spreads cost more than the rest of an answer.
  return {
    command: result.command.text,
    kind: 'answer',
    question: result.kind,
    layers: layersOfResult(result),
    variants: result.kind === 'layer' ? variantsOf(result) : [],
    total: totalOfResult(result),
    alternatives: isCompare ? alternativesOf(result) : undefined,
    unpriced: isModel ? result.command.unpriced : undefined,
    ifSeparable: isModel ? result.ifSeparable : undefined,
    assumptions: [...result.command.guesses.map(({ sentence }) => sentence), ...conventions],
  };
}

function layersOfResult(result: Result): LayerNumbers[] {
  const { convention } = result.command.settings;
  switch (result.kind) {
    case 'layer':
      return layersOf(result.asked.layers, undefined, convention);
    case 'compare':
      return result.stacks.flatMap((stack) => rowsOf(stack, convention));
    default:
      return rowsOf(result, convention);
  }
}

function totalOfResult(result: Result): TotalNumbers {
  switch (result.kind) {
    case 'layer':
      return totalOf(result.asked);
    case 'stack':
      return totalOf(result.total);
    case 'model':
      return { ...totalOf(result.total), convParams: convolutionParams(result) };
    case 'compare': {
      const [first] = result.stacks;
      if (!first) throw new Error('a comparison has no side');
      return totalOf(first.total);
    }
  }
}

function alternativesOf({ stacks }: CompareResult) {
  const against = stacks[0]?.total.count.params ?? 0;
  return stacks.map(({ total }) => ({ ...totalOf(total), ratio: total.count.params / against }));
}

function variantsOf({ variants, standard }: LayerResult): VariantNumbers[] {
  return variants.map(({ name, count, cost }) => ({
    name,
    params: count.params,
    weights: count.weights,
    biases: count.biases,
    statistics: count.statistics || undefined,
    ratio: count.params / standard.count.params,
    macs: cost?.macs,
    output: cost?.output,
  }));
}

/** Parameters of the convolutions of a stack, without what stands beside them. */
export function convolutionParams({ total }: PricedStack): number {
  return total.layers.reduce(
    (sum, { layer, count }) => (layer.kind === 'convolution' ? sum + count.params : sum),
    0,
  );
}

function rowsOf({ rows }: PricedStack, convention: Convention): LayerNumbers[] {
  return rows.flatMap(({ part, layers }) => layersOf(layers, part, convention));
}

function layersOf(
  layers: readonly PricedLayer[],
  part: Part | undefined,
  convention: Convention,
): LayerNumbers[] {
  const module = part?.spec ? undefined : part?.module;
  return layers.map((priced) =>
    layerNumbers(priced, module ?? moduleName(priced.layer, convention), part?.name),
  );
}

function layerNumbers(
  { layer, count, cost }: PricedLayer,
  type: string,
  name: string | undefined,
): LayerNumbers {
  const convolution = layer.kind === 'convolution' ? layer : undefined;
  const channels = channelsOf(layer);
  return {
    type,
    name,
    kernel: convolution?.kernel,
    in: channels?.in,
    out: channels?.out,
    groups: convolution?.groups,
    stride: convolution?.stride,
    padding: convolution?.padding,
    dilation: convolution?.dilation,
    bias: 'bias' in layer ? layer.bias : undefined,
    transposed: convolution?.transposed,
    outputPadding: convolution?.transposed ? convolution.outputPadding : undefined,
    weights: count.weights,
    biases: count.biases,
    statistics: count.statistics || undefined,
    params: count.params,
    output: cost?.output,
    macs: cost?.macs,
  };
}

function channelsOf(layer: Layer): { readonly in: number; readonly out: number } | undefined {
  if (layer.kind === 'elementwise' || layer.kind === 'resize') return undefined;
  return layer.kind === 'embedding' ? { in: layer.entries, out: layer.dimension } : layer;
}

function totalOf({ count, cost }: Pick<PricedStack['total'], 'count' | 'cost'>): TotalNumbers {
  const { params, weights, biases } = count;
  return {
    params,
    weights,
    biases,
    statistics: count.statistics || undefined,
    macs: cost?.macs,
    output: cost?.output,
  };
}
