import type { Convention, Convolution, Elementwise, Layer } from './layer.ts';

/**
 * BatchNorm over so many channels: a scale and a shift for each, and in Keras' totals the moving mean and
 * variance too (4C of which 2C are trained); PyTorch keeps those as buffers, which it does not count.
 */
export function batchNorm(channels: number, rank: number, convention: Convention): Elementwise {
  const keras = convention === 'keras';
  return {
    kind: 'elementwise',
    name: keras ? 'BatchNormalization' : `BatchNorm${rank}d`,
    weights: channels,
    biases: channels,
    statistics: keras ? 2 * channels : 0,
  };
}

/** A convolution and its BatchNorm. The shift makes the convolution's own bias redundant, so it is dropped. */
export function withBatchNorm(layer: Convolution, convention: Convention): Layer[] {
  return [{ ...layer, bias: false }, batchNorm(layer.out, layer.kernel.length, convention)];
}
