import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask.ts';
import fixture from '../../fixtures/keras-layers.json' with { type: 'json' };
import { meaningOf, numbersFor } from '../../support/ask-for.ts';
import type { KerasSpec } from '../../support/keras-layer.ts';
import { python, pythonCall } from '../../support/python-call.ts';

type Measured = { readonly spec: KerasSpec; readonly params: number; readonly outShape: readonly number[] };

// TypeScript infers a union of many shapes from the file; KerasSpec has all of their keys.
const layers = fixture.layers as readonly Measured[];

function parts({ layer, inShape, ...named }: KerasSpec) {
  return {
    layer,
    named,
    shape: python(inShape),
    channels: inShape.at(-1),
    sides: inShape.slice(0, -1).join('x'),
  };
}

/** The ways in which a person writes a layer and its input. */
const ways: Readonly<Record<string, (spec: KerasSpec) => string>> = {
  'words beside the call': (spec) => {
    const { layer, named, channels, sides } = parts(spec);
    return `${pythonCall(`layers.${layer}`, named)} in=${channels} @${sides}`;
  },
  'input_shape=': (spec) => {
    const { layer, named, shape } = parts(spec);
    return pythonCall(`tf.keras.layers.${layer}`, named).replace(/\)$/, `, input_shape=${shape})`);
  },
  'keras.Input, functional': (spec) => {
    const { layer, named, shape } = parts(spec);
    return `inputs = keras.Input(shape=${shape})\nx = ${pythonCall(layer, named)}(inputs)`;
  },
  'keras.Sequential': (spec) => {
    const { layer, named, shape } = parts(spec);
    return `model = keras.Sequential([\n    keras.Input(shape=${shape}),\n    ${pythonCall(layer, named)},\n])`;
  },
};

describe('what Keras measures, asked as text', () => {
  it('is 200 layers', () => {
    expect(layers).toHaveLength(200);
  });

  describe.each(Object.entries(ways))('%s', (_, write) => {
    it.each(layers)('$spec', ({ spec, params, outShape }) => {
      const question = write(spec);
      const { total, layers: rows } = numbersFor(question);
      expect({ params: total.params, output: [...(total.output ?? []), rows.at(-1)?.out] }).toEqual({
        params,
        output: outShape,
      });
      expect(meaningOf(ask(question).command)).toEqual(meaningOf(question));
    });
  });
});
