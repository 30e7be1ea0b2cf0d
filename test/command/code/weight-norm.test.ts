import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask.ts';
import { meaningOf, numbersFor } from '../../support/ask-for.ts';

describe('what makes a weight of other tensors', () => {
  // Sums over parameters(), measured with PyTorch 1.13.
  it.each<[string, number]>([
    ['nn.utils.weight_norm(nn.Conv2d(64, 64, 3))', 36_992],
    ['weight_norm(nn.Conv2d(64, 64, 3))', 36_992],
    ['torch.nn.utils.parametrizations.weight_norm(nn.Conv2d(64, 64, 3))', 36_992],
    ["nn.utils.weight_norm(nn.Conv2d(64, 64, 3), name='weight')", 36_992],
    ['nn.utils.weight_norm(nn.Conv2d(64, 64, 3), dim=0)', 36_992],
    ["nn.utils.weight_norm(nn.Conv2d(64, 64, 3), 'weight', 0)", 36_992],
    ['nn.utils.weight_norm(nn.Conv2d(64, 64, 3), dim=None)', 36_929],
    ['weight_norm(nn.ConvTranspose2d(64, 32, 4))', 32_864],
    ['weight_norm(nn.ConvTranspose2d(64, 32, 4, groups=2))', 16_480],
    ['weight_norm(nn.Linear(512, 10))', 5_140],
    ['weight_norm(nn.Conv1d(16, 32, 5, bias=False))', 2_592],
    ['weight_norm(nn.Embedding(10, 3))', 40],
    ['nn.utils.spectral_norm(nn.Conv2d(64, 64, 3))', 36_928],
    ['torch.nn.utils.parametrizations.orthogonal(nn.Linear(20, 40))', 840],
  ])('%s has %i parameters', (code, params) => {
    expect(numbersFor(code).total.params).toBe(params);
    expect(numbersFor(code).unpriced ?? []).toEqual([]);
    expect(meaningOf(ask(code).command)).toEqual(meaningOf(code));
  });

  it('is part of a sequence, with its MACs', () => {
    const { total, unpriced } = numbersFor(
      'nn.Sequential(weight_norm(nn.Conv2d(3, 8, 1)), nn.ReLU(), weight_norm(nn.Conv2d(8, 4, 1))) @8',
    );
    expect(total).toMatchObject({ params: 32 + 8 + 36 + 4, convParams: 32 + 36, macs: 64 * (24 + 32) });
    expect(unpriced).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['weight_norm(nn.Conv2d(64, 32, 3), dim=1)', ['weight_norm']],
    ["weight_norm(nn.Conv2d(64, 32, 3), name='bias')", ['weight_norm']],
    ['self.conv = weight_norm(self.conv)\nnn.Conv2d(64, 32, 3)', ['conv (weight_norm)']],
    ['weight_norm(nn.Sequential(nn.Conv2d(64, 32, 3), nn.ReLU()))', ['weight_norm']],
    ['layers.SpectralNormalization(layers.Conv2D(32, 3)) in=64', ['SpectralNormalization']],
    [
      'Net(\n  (c): ParametrizedConv2d(\n    64, 32, kernel_size=(3, 3), stride=(1, 1)\n    (parametrizations): ModuleDict(\n      (weight): ParametrizationList(\n        (0): _WeightNorm()\n      )\n    )\n  )\n)',
      ['c (_WeightNorm)'],
    ],
  ])('%s is named as not priced', (code, unpriced) => {
    expect(numbersFor(code)).toMatchObject({ total: { params: 18_464 }, unpriced });
  });

  // As PyTorch 1.13 prints it.
  it('is read in a print', () => {
    const print =
      'ParametrizedConv2d(\n  64, 64, kernel_size=(3, 3), stride=(1, 1)\n  (parametrizations): ModuleDict(\n    (weight): ParametrizationList(\n      (0): _SpectralNorm()\n    )\n  )\n)';
    expect(numbersFor(print).total.params).toBe(36_928);
    expect(numbersFor(print).unpriced ?? []).toEqual([]);
  });
});
