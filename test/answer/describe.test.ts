import { expect, test } from 'vitest';
import { channelsText, layerLine, layerTitle, moduleName, sidesText } from '../../src/answer/describe.ts';
import { isDepthwise } from '../../src/conv/is-depthwise.ts';
import type { Layer } from '../../src/conv/layer.ts';
import { convolution } from '../support/convolution.ts';
import { commandOf } from '../support/result-of.ts';

const same = { padding: 'same' } as const;
const batchNorm = {
  kind: 'elementwise',
  name: 'BatchNorm2d',
  weights: 64,
  biases: 64,
  statistics: 0,
} as const;

test('sides and channels are grouped', () => {
  expect(sidesText([7])).toBe('7');
  expect(sidesText([64, 1024, 1])).toBe('64×1,024×1');
  expect(channelsText({ in: 1000, out: 64 })).toBe('1,000 → 64');
});

test.each<[Layer, string]>([
  [convolution(3, 1, 1), 'Conv2d'],
  [convolution([3], 1, 1), 'Conv1d'],
  [convolution([3, 3, 3], 1, 1), 'Conv3d'],
  [convolution([3], 1, 1, { transposed: true }), 'ConvTranspose1d'],
  [{ kind: 'linear', in: 1, out: 1, bias: true }, 'Linear'],
  [{ kind: 'embedding', entries: 1, dimension: 1 }, 'Embedding'],
  [batchNorm, 'BatchNorm2d'],
])('%j is called %s', (layer, name) => {
  expect(moduleName(layer, 'pytorch')).toBe(name);
});

test.each<[Layer, string]>([
  [convolution(3, 3, 32, { ...same, stride: [2, 2] }), '3×3 3 → 32, stride 2'],
  [convolution(3, 64, 64, { ...same, groups: 64 }), '3×3 64 → 64, depthwise'],
  [convolution(3, 64, 128, { ...same, groups: 64 }), '3×3 64 → 128, depthwise'],
  [convolution(3, 64, 64, { ...same, groups: 32 }), '3×3 64 → 64, 32 groups'],
  [convolution(3, 64, 64, { ...same, dilation: [2, 1] }), '3×3 64 → 64, dilation 2×1'],
  [convolution(3, 64, 64), '3×3 64 → 64, padding 0'],
  [convolution([3], 64, 64, { padding: 'causal' }), '3 64 → 64, causal padding'],
  [convolution(3, 1000, 64, { padding: [1, 0] }), '3×3 1,000 → 64, padding 1×0'],
  [
    convolution(3, 64, 32, { transposed: true, padding: [1, 1], stride: [2, 2], outputPadding: [1, 1] }),
    '3×3 64 → 32, transposed, stride 2, padding 1, output padding 1',
  ],
  [{ kind: 'linear', in: 512, out: 1000, bias: true }, '512 → 1,000'],
  [{ kind: 'embedding', entries: 30_000, dimension: 512 }, '30,000 × 512'],
  [batchNorm, '64'],
  [{ ...batchNorm, biases: 0 }, '64'],
])('%j is %s in a table', (layer, line) => {
  expect(layerLine(layer)).toBe(line);
});

test.each([
  ['7 512 512', 'Conv2d 7×7 · 512 → 512 · bias'],
  ['7 512 512 nobias', 'Conv2d 7×7 · 512 → 512 · no bias'],
  ['7 512 512 @56x28', 'Conv2d 7×7 · 512 → 512 · bias · at 56×28'],
  ['7 512 512 m=2', 'Conv2d 7×7 · 512 → 512 · bias · depth multiplier 2'],
  ['7 512 512 bn', 'Conv2d 7×7 · 512 → 512 · BatchNorm'],
  ['3 64 128 separable', 'Conv2d 3×3 · 64 → 128 · bias · separable'],
  ['3 64 128 dw', 'Conv2d 3×3 · 64 → 128 · bias · depthwise'],
  ['4 64 32 t s2 p1', 'ConvTranspose2d 4×4 · 64 → 32 · bias · stride 2 · padding 1'],
  ['1d 2 8 1000 causal d=4', 'Conv1d 2 · 8 → 1,000 · bias · dilation 4 · causal padding'],
  ['7 512 512 g=32 s2 @56', 'Conv2d 7×7 · 512 → 512 · bias · 32 groups · stride 2 · at 56×56'],
])('the title of %s', (question, title) => {
  const command = commandOf(question);
  expect(command.kind === 'layer' && layerTitle(command)).toBe(title);
});

test('depthwise is one group for each of several inputs', () => {
  expect(isDepthwise(convolution(3, 64, 64, { groups: 64 }))).toBe(true);
  expect(isDepthwise(convolution(3, 64, 128, { groups: 64 }))).toBe(true);
  expect(isDepthwise(convolution(3, 64, 64, { groups: 32 }))).toBe(false);
  expect(isDepthwise(convolution(3, 1, 64))).toBe(false);
});
