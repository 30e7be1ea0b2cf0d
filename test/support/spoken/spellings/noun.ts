import type { SpokenLayer } from '../layer.ts';

/** What the thing is called. With `dimensions` the word says how many there are. */
export function nounSpellings({ kernel, transposed }: SpokenLayer, dimensions: boolean): readonly string[] {
  const n = kernel.length;
  if (transposed) {
    const names = [
      `ConvTranspose${n}d`,
      `convtranspose${n}d`,
      `${n}d transposed conv`,
      `${n}d transposed convolution`,
      `${n}d deconv`,
      `transposed conv${n}d`,
    ];
    return dimensions
      ? names
      : [
          ...names,
          'transposed conv',
          'transposed conv',
          'transposed convolution',
          'transpose conv',
          'conv transpose',
          'deconv',
          'deconv',
          'deconvolution',
          'transposed',
          't',
        ];
  }
  const names = [
    `conv${n}d`,
    `Conv${n}d`,
    `Conv${n}D`,
    `${n}d conv`,
    `${n}D convolution`,
    `${n}d`,
    `${n}d conv layer`,
  ];
  return dimensions
    ? names
    : [...names, 'conv', 'conv', 'conv', 'convolution', 'conv layer', 'convolutional layer', 'layer'];
}
