import { describe, expect, it } from 'vitest';
import { type Priced, price } from '../../src/conv/price.ts';
import fixture from '../fixtures/pytorch-layers.json' with { type: 'json' };
import { type PytorchSpec, pytorchLayer } from '../support/pytorch-layer.ts';
import { success } from '../support/success.ts';

type Measured = {
  readonly spec: PytorchSpec;
  readonly repr: string;
  readonly inShape: readonly number[];
  readonly outShape: readonly number[];
  readonly params: number;
  readonly macs: number;
};
type Refused = { readonly spec: PytorchSpec; readonly inShape: readonly number[]; readonly error: string };

// The union that TypeScript infers from the file has all of these keys as optional ones.
const layers = fixture.layers as readonly (Measured | Refused)[];
const measured = layers.filter((layer) => 'macs' in layer);
const refused = layers.filter((layer) => 'error' in layer);

function priceOn(spec: PytorchSpec, inShape: readonly number[]) {
  const [batch = 1, , ...input] = inShape;
  return price([pytorchLayer(spec)], { input, batch, elementType: 'fp32' });
}

describe('what PyTorch measures', () => {
  it('is 193 layers and 7 errors', () => {
    expect([measured.length, refused.length]).toEqual([193, 7]);
  });

  it.each(measured.map((layer) => [layer.repr, layer.inShape, layer] as const))(
    '%s on %j',
    (_, inShape, layer) => {
      const { spec, outShape, params, macs } = layer;
      const priced: Priced = success(priceOn(spec, inShape));
      expect({
        params: priced.count.params,
        outShape: [inShape[0], spec.out_channels, ...(priced.cost?.output ?? [])],
        macs: priced.cost?.macs,
      }).toEqual({ params, outShape, macs });
    },
  );

  it.each(refused.map((layer) => [layer.spec, layer.inShape, layer] as const))(
    'refused: %j on %j',
    (spec, inShape, { error }) => {
      const named = /Calculated output size per channel: \(([-\dx ]+)\)/.exec(error)?.[1] ?? '';
      // PyTorch runs 1D as 2D of height 1, and names that height too.
      const output = named
        .split(' x ')
        .map(Number)
        .slice(2 - inShape.length);
      expect(priceOn(spec, inShape)).toEqual({ code: 'output-too-small', output });
    },
  );
});
