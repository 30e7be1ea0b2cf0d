import { expect, it } from 'vitest';
import { count } from './count.ts';
import type { SpokenLayer } from './layer.ts';

const defaults: SpokenLayer = {
  ...{ kernel: [3, 3], in: 128, out: 256, groups: 1, stride: [1, 1], dilation: [1, 1], padding: 'same' },
  ...{ bias: true, batchNorm: false, transposed: false, outputPadding: [0, 0], separable: false },
  input: undefined,
};

it.each([
  { layer: {}, params: 295_168 },
  { layer: { separable: true }, params: 34_304 },
  { layer: { separable: true, kernel: [7, 7], in: 512, out: 512, bias: false }, params: 287_232 },
  { layer: { in: 64, out: 128, groups: 64 }, params: 1_280 },
  { layer: { in: 3, out: 16, batchNorm: true }, params: 464 },
])('counts $params parameters', ({ layer, params }) => {
  expect(count([{ ...defaults, ...layer }])).toEqual({ params, macs: undefined, output: undefined });
});

it.each([
  { layer: { in: 3, out: 10, padding: [0, 0], input: [32, 32] }, macs: 243_000, output: [30, 30] },
  { layer: { in: 1, out: 1, stride: [2, 2], input: [224, 224] }, macs: 112_896, output: [112, 112] },
  {
    layer: {
      kernel: [4, 4],
      in: 64,
      out: 32,
      stride: [2, 2],
      padding: [1, 1],
      transposed: true,
      input: [16, 16],
    },
    macs: 8_388_608,
    output: [32, 32],
  },
])('counts $macs MACs', ({ layer, macs, output }) => {
  expect(count([{ ...defaults, ...layer }])).toMatchObject({ macs, output });
});
