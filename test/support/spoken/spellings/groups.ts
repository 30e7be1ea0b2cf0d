import type { SpokenLayer } from '../layer.ts';

export function groupSpellings({ groups }: SpokenLayer): readonly string[] {
  return [
    `groups=${groups}`,
    `groups ${groups}`,
    `groups: ${groups}`,
    `groups = ${groups}`,
    `g${groups}`,
    `g=${groups}`,
    ...(groups > 1
      ? [
          `${groups} groups`,
          `${groups} groups`,
          `in ${groups} groups`,
          `with ${groups} groups`,
          `using ${groups} groups`,
          `split into ${groups} groups`,
        ]
      : []),
  ];
}

export const depthwiseSpellings: readonly string[] = [
  'depthwise',
  'depthwise',
  'dw',
  'DW',
  'depth-wise',
  'Depthwise',
  'depthwise conv',
  'depthwise convolution',
  'dw conv',
];

export const separableSpellings: readonly string[] = [
  'separable',
  'depthwise separable',
  'depthwise-separable',
  'separable conv',
  'depthwise separable conv',
  'as separable',
  'sep',
];

export const standardSpellings: readonly string[] = [
  'standard',
  'standard',
  'a standard conv',
  'standard convolution',
  'the standard one',
  'a regular conv',
  'a normal conv',
];
