export const withoutBiasSpellings: readonly string[] = [
  'no bias',
  'no bias',
  'nobias',
  'No bias',
  'without bias',
  'without a bias',
  'without biases',
  'w/o bias',
  'with no bias',
  'no biases',
  'no bias term',
  'bias=False',
  'bias=false',
  'bias = False',
  'bias: False',
  'bias off',
  'bias=off',
  'bias=no',
  'bias-free',
  'use_bias=False',
];

export const withBiasSpellings: readonly string[] = [
  'with bias',
  'with a bias',
  'with biases',
  'bias',
  'bias on',
  'bias=True',
  'bias=true',
  'use_bias=True',
  'including bias',
  'plus bias',
];

/** Said of a BatchNorm anywhere among a layer's words. */
export const batchNormSpellings: readonly string[] = [
  'bn',
  'BN',
  'with bn',
  'with BN',
  'batchnorm',
  'with batchnorm',
  'with batch norm',
  'with BatchNorm',
  'with batch normalization',
];

/** Said of a BatchNorm when the layer has been said. */
export const thenBatchNormSpellings: readonly string[] = [
  '+ bn',
  '+ BN',
  '+ batchnorm',
  'followed by bn',
  'followed by batchnorm',
  'followed by a batch norm',
  'plus bn',
  'and bn',
  'and batchnorm',
];

export const withoutBatchNormSpellings: readonly string[] = [
  'nobn',
  'no bn',
  'without bn',
  'without batchnorm',
  'no batchnorm',
];
