import { type Count, count } from './count.ts';
import { bytesOf, type ElementType } from './element-type.ts';
import { type Fault, isFault } from './fault.ts';
import type { Convolution, Layer, Sides } from './layer.ts';
import { outputPaddingFault } from './output-padding-fault.ts';
import { outputSize } from './output-size.ts';
import { product } from './product.ts';

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
 * the next one's input. With a `run`, every layer must be a convolution or element-wise: what another layer
 * makes of a spatial size is not known here, and the caller must not ask.
 *
 * MACs: weights · output positions; transposed: weights · input positions, since each input is spread by the
 * kernel once. Element-wise layers have no MACs of their own (they fold into the convolution before them).
 */
export function price(layers: readonly Layer[], run?: Run): Priced | Fault {
  const priced: PricedLayer[] = [];
  let size = run?.input;
  for (const layer of layers) {
    const one = priceLayer(layer, run && size && { ...run, input: size });
    if (isFault(one)) return one;
    priced.push(one);
    size = one.cost?.output ?? size;
  }
  return sumPrices(priced);
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

/** FLOPs per byte moved, with 2 FLOPs a MAC: below about 10 a GPU waits for its memory. */
export function arithmeticIntensity(cost: Cost): number {
  return (2 * cost.macs) / cost.bytes;
}

function priceLayer(layer: Layer, run: Run | undefined): PricedLayer | Fault {
  const counted = count(layer);
  if (isFault(counted)) return counted;
  if (layer.kind !== 'convolution') return { layer, count: counted, cost: undefined };
  const fault = outputPaddingFault(layer);
  if (fault) return fault;
  if (!run) return { layer, count: counted, cost: undefined };
  const cost = costOf(layer, counted, run);
  return isFault(cost) ? cost : { layer, count: counted, cost };
}

function costOf(layer: Convolution, { weights }: Count, { input, batch, elementType }: Run): Cost | Fault {
  const output = outputSize(layer, input);
  if (isFault(output)) return output;
  const inputPositions = product(input);
  const outputPositions = product(output);
  const read = layer.in * inputPositions * batch;
  const written = layer.out * outputPositions * batch;
  const cost = {
    input,
    output,
    macs: weights * (layer.transposed ? inputPositions : outputPositions) * batch,
    activations: read + written,
    bytes: bytesOf(read, elementType) + bytesOf(weights, elementType) + bytesOf(written, elementType),
  };
  return tooLarge(cost) ?? cost;
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
