import { describe, expect, it } from 'vitest';
import type { Layer, Resize } from '../../src/conv/layer.ts';
import { price } from '../../src/conv/price.ts';
import { receptiveField } from '../../src/conv/receptive-field.ts';
import { convolution } from '../support/convolution.ts';
import { success } from '../support/success.ts';

const pooling: Resize = {
  kind: 'resize',
  name: 'MaxPool2d',
  change: { kernel: [3, 3], stride: [2, 2], padding: [0, 0], dilation: [1, 1], roundUp: false },
};
const flatten: Resize = { kind: 'resize', name: 'Flatten', change: { to: [] } };

/** The convolutions and poolings of AlexNet (Krizhevsky 2014). */
const features: Layer[] = [
  convolution(11, 3, 64, { stride: [4, 4], padding: [2, 2] }),
  pooling,
  convolution(5, 64, 192, { padding: [2, 2] }),
  pooling,
  convolution(3, 192, 384, { padding: [1, 1] }),
  convolution(3, 384, 256, { padding: [1, 1] }),
  convolution(3, 256, 256, { padding: [1, 1] }),
  pooling,
];
const run = { input: [224, 224], batch: 1, elementType: 'fp32' } as const;

describe('a network with pooling and a linear layer', () => {
  it('ends with the size behind its last pooling', () => {
    const { count, cost } = success(price(features, run));
    expect(cost).toMatchObject({ input: [224, 224], output: [6, 6], macs: 655_566_528 });
    expect(count.params).toBe(2_469_696);
  });

  it('runs a linear layer once for each input of the batch, when it is flat', () => {
    const linear = { kind: 'linear', in: 9_216, out: 4_096, bias: true } as const;
    const { layers, cost } = success(
      price([...features, flatten, linear], { ...run, batch: 2, elementType: 'int8' }),
    );
    expect(layers.at(-1)?.cost).toEqual({
      input: [],
      output: [],
      macs: 2 * 9_216 * 4_096,
      activations: 2 * (9_216 + 4_096),
      bytes: 2 * 9_216 + 9_216 * 4_096 + 2 * 4_096,
    });
    expect(cost).toMatchObject({ output: [], macs: 2 * (655_566_528 + 9_216 * 4_096) });
  });

  it('has no cost without an input', () => {
    expect(success(price([{ kind: 'linear', in: 2, out: 3, bias: true }])).cost).toBeUndefined();
  });

  it('counts no parameter for pooling', () => {
    expect(success(price([pooling])).count).toEqual({ weights: 0, biases: 0, statistics: 0, params: 0 });
  });

  it('refuses a pooling window that is larger than its input', () => {
    expect(price([convolution(1, 3, 4), pooling], { ...run, input: [2, 2] })).toEqual({
      code: 'kernel-larger-than-input',
      extent: 3,
      padded: 2,
    });
  });

  // Araujo et al. 2019, Computing Receptive Fields of Convolutional Neural Networks, table of AlexNet: 195.
  it('has the receptive field that is published for AlexNet', () => {
    expect(receptiveField(features)).toEqual([195, 195]);
    expect(receptiveField([...features, flatten])).toBeUndefined();
  });
});
