import { type Count, count } from './count.ts';
import { bytesOf, type ElementType } from './element-type.ts';
import { type Fault, isFault } from './fault.ts';
import type { Convolution, Layer, Linear, Sides } from './layer.ts';
import { outputPaddingFault } from './output-padding-fault.ts';
import { outputSize } from './output-size.ts';
import { product } from './product.ts';
import { sizeAfter } from './size-after.ts';

/** What a layer is run on: the input's spatial sides, the batch size, and the type of every number. */
export type Run = { readonly input: Sides; readonly batch: number; readonly elementType: ElementType };

/** The cost of running one layer once. */
export type Cost = {
  readonly input: Sides;
  readonly output: Sides;
  /** Multiply-accumulates of the whole batch. Zeros of the padding count: the nominal convention. */
  readonly macs: number;
  /** Elements read plus elements written, of the whole batch. */
  readonly activations: number;
  /** Bytes of input, weights and output: what a layer moves when nothing stays in a cache. */
  readonly bytes: number;
};

/** `cost` is undefined without a run, and for layers that have none. */
export type PricedLayer = { readonly layer: Layer; readonly count: Count; readonly cost: Cost | undefined };

/** A list of layers with its sums. `cost.input` is the first layer's, `cost.output` the last one's. */
export type Priced = {
  readonly layers: readonly PricedLayer[];
  readonly count: Count;
  readonly cost: Cost | undefined;
};

/**
 * Prices layers that run one after another; without a `run`, their parameters alone. Each layer's output is
 * the next one's input.
 *
 * MACs: weights · output positions; transposed: weights · input positions, since each input is spread by the
 * kernel once. A linear layer runs on a flat input, once. Element-wise layers and pooling have no MACs of
 * their own: the field does not count them.
 */
export function price(layers: readonly Layer[], run?: Run): Priced | Fault {
  const priced: PricedLayer[] = [];
  let size = run?.input;
  for (const layer of layers) {
    const one = priceLayer(layer, run && size && { ...run, input: size });
    if (isFault(one)) return one;
    priced.push(one);
    const next = size && sizeAfter(layer, size);
    if (next && isFault(next)) return next;
    size = next;
  }
  const sum = sumPrices(priced);
  return isFault(sum) || !sum.cost || !size ? sum : { ...sum, cost: { ...sum.cost, output: size } };
}

/** Adds up layers that run one after another. A sum above 2^53 − 1 is refused. */
export function sumPrices(layers: readonly PricedLayer[]): Priced | Fault {
  let weights = 0;
  let biases = 0;
  let statistics = 0;
  let cost: Cost | undefined;
  for (const layer of layers) {
    weights += layer.count.weights;
    biases += layer.count.biases;
    statistics += layer.count.statistics;
    if (layer.cost) cost = cost ? addCosts(cost, layer.cost) : layer.cost;
  }
  const params = weights + biases + statistics;
  if (!Number.isSafeInteger(params)) return { code: 'count-too-large', what: 'parameters' };
  const count = { weights, biases, statistics, params };
  return (cost && tooLarge(cost)) ?? { layers, count, cost };
}

/** FLOPs per byte moved, with 2 FLOPs a MAC: the fewer, the longer a GPU waits for its memory. */
export function arithmeticIntensity(cost: Cost): number {
  return (2 * cost.macs) / cost.bytes;
}

function priceLayer(layer: Layer, run: Run | undefined): PricedLayer | Fault {
  const counted = count(layer);
  if (isFault(counted)) return counted;
  if (layer.kind === 'linear' && run) return costed(layer, counted, linearCost(layer, counted, run));
  if (layer.kind !== 'convolution') return { layer, count: counted, cost: undefined };
  const fault = outputPaddingFault(layer);
  if (fault) return fault;
  if (!run) return { layer, count: counted, cost: undefined };
  return costed(layer, counted, convolutionCost(layer, counted, run));
}

function costed(layer: Layer, counted: Count, cost: Cost | Fault): PricedLayer | Fault {
  if (isFault(cost)) return cost;
  return tooLarge(cost) ?? { layer, count: counted, cost };
}

function linearCost(layer: Linear, { weights }: Count, { input, batch, elementType }: Run): Cost {
  return costOf(input, input, weights * batch, weights, [layer.in * batch, layer.out * batch], elementType);
}

function convolutionCost(
  layer: Convolution,
  { weights }: Count,
  { input, batch, elementType }: Run,
): Cost | Fault {
  const output = outputSize(layer, input);
  if (isFault(output)) return output;
  const inputPositions = product(input);
  const outputPositions = product(output);
  const macs = weights * (layer.transposed ? inputPositions : outputPositions) * batch;
  const tensors = [layer.in * inputPositions * batch, layer.out * outputPositions * batch] as const;
  return costOf(input, output, macs, weights, tensors, elementType);
}

function costOf(
  input: Sides,
  output: Sides,
  macs: number,
  weights: number,
  [read, written]: readonly [number, number],
  elementType: ElementType,
): Cost {
  const bytes = bytesOf(read, elementType) + bytesOf(weights, elementType) + bytesOf(written, elementType);
  return { input, output, macs, activations: read + written, bytes };
}

function addCosts(a: Cost, b: Cost): Cost {
  return {
    input: a.input,
    output: b.output,
    macs: a.macs + b.macs,
    activations: a.activations + b.activations,
    bytes: a.bytes + b.bytes,
  };
}

/** FLOPs are shown as 2 · MACs, so twice the MACs must be exact as well. */
function tooLarge({ macs, activations, bytes }: Cost): Fault | undefined {
  if (!Number.isSafeInteger(2 * macs)) return { code: 'count-too-large', what: 'MACs' };
  if (!Number.isSafeInteger(activations)) return { code: 'count-too-large', what: 'activations' };
  if (!Number.isSafeInteger(bytes)) return { code: 'count-too-large', what: 'bytes' };
  return undefined;
}
