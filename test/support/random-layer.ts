import fc from 'fast-check';
import type { Convolution, Padding, Sides } from '../../src/conv/layer.ts';
import type { Run } from '../../src/conv/price.ts';
import { convolution } from './convolution.ts';

/** The greatest numbers that a random layer may have. */
export type Limits = {
  readonly rank: number;
  readonly channels: number;
  readonly groups: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: number;
  readonly input: number;
  readonly batch: number;
};

const small: Limits = {
  rank: 3,
  channels: 48,
  groups: 6,
  kernel: 7,
  stride: 4,
  dilation: 3,
  padding: 4,
  input: 24,
  batch: 4,
};

/** The limits of the command language. */
export const greatest: Limits = {
  rank: 3,
  channels: 1_000_000,
  groups: 1_000_000,
  kernel: 1_001,
  stride: 65_536,
  dilation: 65_536,
  padding: 65_536,
  input: 65_536,
  batch: 1_000_000,
};

const elementTypes = fc.constantFrom('fp32', 'fp16', 'bf16', 'int8', 'int4');

/** Legal convolutions: groups divide both widths, and the output padding is below the stride or the dilation. */
export function convolutions(limits: Limits = small): fc.Arbitrary<Convolution> {
  return fc.integer({ min: 1, max: limits.rank }).chain((rank) => convolutionsOfRank(rank, limits));
}

/** Legal convolutions of one rank. */
function convolutionsOfRank(rank: number, limits: Limits = small): fc.Arbitrary<Convolution> {
  const sides = (greatestSide: number, min = 1) =>
    fc.array(numbers(greatestSide, min), { minLength: rank, maxLength: rank });
  const said = {
    kernel: sides(limits.kernel),
    groups: numbers(limits.groups),
    inOfGroup: numbers(limits.channels),
    outOfGroup: numbers(limits.channels),
    stride: sides(limits.stride),
    dilation: sides(limits.dilation),
    padding: fc.oneof(fc.constantFrom('same', 'causal'), sides(limits.padding, 0)),
    bias: fc.boolean(),
    transposed: fc.boolean(),
    outputPadding: sides(limits.stride, 0),
  };
  return fc.record(said).map((parts) => {
    const { kernel, groups, stride, dilation, bias, transposed } = parts;
    const width = (ofGroup: number) => Math.min(ofGroup, Math.floor(limits.channels / groups)) * groups;
    const padding: Padding = parts.padding === 'causal' && (rank > 1 || transposed) ? 'same' : parts.padding;
    const outputPadding = parts.outputPadding.map((side, axis) =>
      transposed ? side % Math.max(stride[axis] ?? 1, dilation[axis] ?? 1) : 0,
    );
    const rest = { groups, stride, padding, dilation, bias, transposed, outputPadding };
    return convolution(kernel, width(parts.inOfGroup), width(parts.outOfGroup), rest);
  });
}

/** A legal convolution with an input that it gives an output for. */
export function runs(): fc.Arbitrary<{ readonly layer: Convolution; readonly run: Run }> {
  return convolutions().chain((layer) => {
    // Twice the padding and the kernel's reach are more than enough, transposed or not.
    const enough = layer.kernel.map((kernel, axis) => {
      const padding = typeof layer.padding === 'string' ? 0 : (layer.padding[axis] ?? 0);
      return 2 * padding + kernel * (layer.dilation[axis] ?? 1);
    });
    return runsOn(layer, small).map((run) => ({
      layer,
      run: { ...run, input: run.input.map((side, axis) => side + (enough[axis] ?? 0)) },
    }));
  });
}

/** Any convolution and any input within the limits; the input may be too small. */
export function anyRuns(limits: Limits): fc.Arbitrary<{ readonly layer: Convolution; readonly run: Run }> {
  return convolutions(limits).chain((layer) => runsOn(layer, limits).map((run) => ({ layer, run })));
}

/** Stacks of 1D or 2D convolutions, as wide as they like, with padding that lets every input through. */
export function stacks(): fc.Arbitrary<{ readonly layers: readonly Convolution[]; readonly run: Run }> {
  return fc.integer({ min: 1, max: 2 }).chain((rank) => {
    const layer = convolutionsOfRank(rank).map(
      (any): Convolution => ({
        ...any,
        padding: any.transposed && any.padding !== 'same' ? any.kernel.map(() => 0) : 'same',
      }),
    );
    return fc.record({
      layers: fc.array(layer, { minLength: 1, maxLength: 4 }),
      run: fc.record({ input: inputs(rank, small), batch: numbers(small.batch), elementType: elementTypes }),
    });
  });
}

function runsOn({ kernel }: Convolution, limits: Limits): fc.Arbitrary<Run> {
  return fc.record({
    input: inputs(kernel.length, limits),
    batch: numbers(limits.batch),
    elementType: elementTypes,
  });
}

function inputs(rank: number, { input }: Limits): fc.Arbitrary<Sides> {
  return fc.array(numbers(input), { minLength: rank, maxLength: rank });
}

/** Whole numbers up to a greatest one: as often small, of middle size or anything. */
function numbers(max: number, min = 1): fc.Arbitrary<number> {
  const upTo = (most: number) => fc.integer({ min, max: Math.min(most, max) });
  return fc.oneof(upTo(8), upTo(256), upTo(max));
}
