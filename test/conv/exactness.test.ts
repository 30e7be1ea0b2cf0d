import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '../../src/conv/count.ts';
import { bitsOfElementType } from '../../src/conv/element-type.ts';
import type { Convolution } from '../../src/conv/layer.ts';
import { price, type Run } from '../../src/conv/price.ts';
import { anyRuns, convolutions, greatest } from '../support/random-layer.ts';

const greatestSafe = BigInt(Number.MAX_SAFE_INTEGER);

function product(numbers: readonly (bigint | number)[]): bigint {
  return numbers.reduce((result: bigint, number) => result * BigInt(number), 1n);
}

function exactParams({ kernel, in: inChannels, out, groups, bias }: Convolution) {
  const weights = (product(kernel) * product([inChannels, out])) / BigInt(groups);
  return { weights, params: weights + (bias ? BigInt(out) : 0n) };
}

/** The output in whole numbers without a limit. Below 1 where the input is too small. */
function exactOutput(layer: Convolution, input: readonly number[]): bigint[] {
  return input.map((side, axis) => {
    const at = (sides: readonly number[]) => BigInt(sides[axis] ?? 0);
    const [n, k, s, d] = [BigInt(side), at(layer.kernel), at(layer.stride), at(layer.dilation)];
    if (typeof layer.padding === 'string') return layer.transposed ? n * s : (n + s - 1n) / s;
    const p = at(layer.padding);
    if (layer.transposed) return (n - 1n) * s - 2n * p + d * (k - 1n) + at(layer.outputPadding) + 1n;
    const rest = n + 2n * p - d * (k - 1n) - 1n;
    return rest < 0n ? 0n : rest / s + 1n;
  });
}

function exactCost(layer: Convolution, { input, batch, elementType }: Run) {
  const { weights } = exactParams(layer);
  const output = exactOutput(layer, input);
  const read = product([layer.in, batch, ...input]);
  const written = product([layer.out, batch, ...output]);
  const bytes = (elements: bigint) => (elements * BigInt(bitsOfElementType[elementType]) + 7n) / 8n;
  return {
    output,
    macs: weights * product(layer.transposed ? input : output) * BigInt(batch),
    activations: read + written,
    bytes: bytes(read) + bytes(weights) + bytes(written),
  };
}

/** What `count` gives when no count is rounded. */
function expectedCount(layer: Convolution): object {
  const { weights, params } = exactParams(layer);
  return params > greatestSafe
    ? tooLarge('parameters')
    : { weights: Number(weights), params: Number(params) };
}

/** What `price` gives when no number is rounded. */
function expectedPrice(layer: Convolution, run: Run): object {
  const { output, macs, activations, bytes } = exactCost(layer, run);
  if (exactParams(layer).params > greatestSafe) return tooLarge('parameters');
  if (output.some((side) => side < 1n)) return { code: expect.stringMatching(/too-small|larger-than-input/) };
  if (2n * macs > greatestSafe) return tooLarge('MACs');
  if (activations > greatestSafe) return tooLarge('activations');
  if (bytes > greatestSafe) return tooLarge('bytes');
  return {
    count: expectedCount(layer),
    cost: {
      output: output.map(Number),
      macs: Number(macs),
      activations: Number(activations),
      bytes: Number(bytes),
    },
  };
}

function tooLarge(what: string): object {
  return { code: 'count-too-large', what };
}

describe('within the limits of the command language', () => {
  it('parameters are exact or refused', () => {
    fc.assert(
      fc.property(convolutions(greatest), (layer) => {
        expect(count(layer)).toMatchObject(expectedCount(layer));
      }),
      { numRuns: 1_000 },
    );
  });

  it('output, MACs, activations and bytes are exact or refused', () => {
    fc.assert(
      fc.property(anyRuns(greatest), ({ layer, run }) => {
        expect(price([layer], run)).toMatchObject(expectedPrice(layer, run));
      }),
      { numRuns: 2_000 },
    );
  });
});
