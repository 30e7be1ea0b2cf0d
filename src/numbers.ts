import type { ProblemNumbers } from './answer/answer.ts';
import { moduleName } from './answer/describe.ts';
import type { Part } from './command/command.ts';
import type { Convolution, Layer, Sides } from './conv/layer.ts';
import type { PricedLayer } from './conv/price.ts';
import type { VariantName } from './conv/variants.ts';
import type { PricedStack, Result } from './result.ts';

/** Exact counts of one layer. Shapes are lists of spatial sides; `macs` and `output` need an input size. */
export type LayerNumbers = Partial<
  Pick<Convolution, 'kernel' | 'in' | 'out' | 'groups' | 'stride' | 'padding' | 'dilation' | 'transposed'>
> & {
  readonly type: string;
  /** Where it stands in a pasted model. */
  readonly name?: string;
  readonly bias?: boolean;
  readonly weights: number;
  readonly biases: number;
  readonly params: number;
  readonly output?: Sides;
  readonly macs?: number;
};

export type VariantNumbers = {
  readonly name: VariantName;
  readonly params: number;
  readonly weights: number;
  readonly biases: number;
  /** params / params of the standard variant. */
  readonly ratio: number;
  readonly macs?: number;
  readonly output?: Sides;
};

export type TotalNumbers = {
  readonly params: number;
  readonly weights: number;
  readonly biases: number;
  readonly macs?: number;
  readonly output?: Sides;
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
      readonly alternatives?: readonly (TotalNumbers & { readonly ratio: number })[];
      /** Names of modules that may hold parameters which the text does not show. */
      readonly unpriced?: readonly string[];
      /** Of a model: its parameters if every dense convolution with a kernel above 1×1 were separable. */
      readonly ifSeparable?: { readonly convolutions: number; readonly params: number };
      readonly assumptions: readonly string[];
    }
  | { readonly command: string; readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly problem: ProblemNumbers };

/** The numbers of a result. `assumptions` are the answer's, so that both say the same. */
export function numbersOf(result: Result, assumptions: readonly string[]): Numbers {
  const common = {
    command: result.command.text,
    kind: 'answer',
    question: result.kind,
    assumptions,
  } as const;
  switch (result.kind) {
    case 'layer': {
      const { asked, standard } = result;
      return {
        ...common,
        layers: layersOf(asked.layers, undefined),
        variants: result.variants.map((variant) => ({
          name: variant.name,
          ...totalOf(variant),
          ratio: variant.count.params / standard.count.params,
        })),
        total: totalOf(asked),
      };
    }
    case 'stack':
      return { ...common, layers: rowsOf(result), variants: [], total: totalOf(result.total) };
    case 'compare': {
      const totals = result.stacks.map(({ total }) => totalOf(total));
      const [first] = totals;
      if (!first) throw new Error('a comparison has no side');
      return {
        ...common,
        layers: result.stacks.flatMap(rowsOf),
        variants: [],
        total: first,
        alternatives: totals.map((total) => ({ ...total, ratio: total.params / first.params })),
      };
    }
    case 'model':
      return {
        ...common,
        layers: rowsOf(result),
        variants: [],
        total: { ...totalOf(result.total), convParams: convolutionParams(result) },
        unpriced: result.command.unpriced,
        ifSeparable: result.ifSeparable,
      };
  }
}

/** Parameters of the convolutions of a stack, without what stands beside them. */
export function convolutionParams({ total }: PricedStack): number {
  return total.layers.reduce(
    (sum, { layer, count }) => (layer.kind === 'convolution' ? sum + count.params : sum),
    0,
  );
}

function rowsOf({ rows }: PricedStack): LayerNumbers[] {
  return rows.flatMap(({ part, layers }) => layersOf(layers, part));
}

function layersOf(
  layers: readonly PricedLayer[],
  part: Pick<Part, 'module' | 'name'> | undefined,
): LayerNumbers[] {
  const module = layers.length === 1 ? part?.module : undefined;
  return layers.map(({ layer, count, cost }) => ({
    type: module ?? moduleName(layer),
    ...(part?.name === undefined ? {} : { name: part.name }),
    ...shapeOf(layer),
    weights: count.weights,
    biases: count.biases,
    params: count.params,
    ...(cost ? { output: cost.output, macs: cost.macs } : {}),
  }));
}

function shapeOf(layer: Layer): Partial<LayerNumbers> {
  switch (layer.kind) {
    case 'convolution': {
      const { kernel, in: inChannels, out, groups, stride, padding, dilation, bias, transposed } = layer;
      return { kernel, in: inChannels, out, groups, stride, padding, dilation, bias, transposed };
    }
    case 'linear':
      return { in: layer.in, out: layer.out, bias: layer.bias };
    case 'embedding':
      return { in: layer.entries, out: layer.dimension };
    case 'elementwise':
      return {};
  }
}

function totalOf({ count, cost }: Pick<PricedStack['total'], 'count' | 'cost'>): TotalNumbers {
  const { params, weights, biases } = count;
  return { params, weights, biases, ...(cost ? { macs: cost.macs, output: cost.output } : {}) };
}
