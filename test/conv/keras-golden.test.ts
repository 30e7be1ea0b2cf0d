import { describe, expect, it } from 'vitest';
import { price } from '../../src/conv/price.ts';
import fixture from '../fixtures/keras-layers.json' with { type: 'json' };
import { type KerasSpec, kerasLayers } from '../support/keras-layer.ts';
import { success } from '../support/success.ts';

type Measured = {
  readonly spec: KerasSpec;
  readonly params: number;
  readonly outShape: readonly number[];
};

// The union that TypeScript infers from the file has all of these keys as optional ones.
const layers = fixture.layers as readonly Measured[];

describe('what Keras measures', () => {
  it('is 200 layers', () => {
    expect(layers).toHaveLength(200);
  });

  it.each(layers.map((layer) => [layer.spec, layer] as const))('%j', (spec, { params, outShape }) => {
    const input = spec.inShape.slice(0, -1);
    const made = kerasLayers(spec);
    const last = made.at(-1);
    const priced = success(price(made, { input, batch: 1, elementType: 'fp32' }));
    expect({
      params: priced.count.params,
      outShape: [...(priced.cost?.output ?? []), last && 'out' in last && last.out],
    }).toEqual({ params, outShape });
  });
});
