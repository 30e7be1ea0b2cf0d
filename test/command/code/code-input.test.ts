import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask.ts';
import { meaningOf, numbersFor, problemFor } from '../../support/ask-for.ts';

const twoLayers = 'net = nn.Sequential(nn.Conv2d(3, 16, 3), nn.Conv2d(16, 8, 3))';
const macsOf32 = 27 * 16 * 900 + 144 * 8 * 784;

describe('the input that code says', () => {
  it.each([
    'x = torch.randn(1, 3, 32, 32)',
    'x = torch.randn(8, 3, 32, 32)',
    'x = torch.randn(batch_size, 3, 32, 32)',
    "x = torch.zeros((1, 3, 32, 32), device='cuda')",
    'x = torch.rand(size=(1, 3, 32, 32))',
    'torch.ones(1, 3, 32, 32)',
    'out = net(torch.randn(1, 3, 32, 32))',
    'print(net(torch.zeros(1, 3, 32, 32)).shape)\nx = torch.zeros(1, 3, 32, 32)',
    'summary(net, (3, 32, 32))',
    'torchsummary.summary(net, (3, 32, 32))',
    'summary(net, input_size=(1, 3, 32, 32))',
    'summary(net, input_size=[(1, 3, 32, 32)])',
    'from torchinfo import summary\nsummary(net, (1, 3, 32, 32))',
    'input 3x32x32',
    '@3x32x32',
    '@32x32x3',
    '@32',
  ])('%j gives the MACs', (line) => {
    const question = `${twoLayers}\n${line}`;
    expect(numbersFor(question).total).toMatchObject({ params: 1_608, macs: macsOf32, output: [28, 28] });
    expect(meaningOf(ask(question).command)).toEqual(meaningOf(question));
  });

  it('may stand before the layers, and is what they are applied to', () => {
    expect(numbersFor(`x = torch.randn(1, 3, 32, 32)\n${twoLayers}`).total.macs).toBe(macsOf32);
    expect(numbersFor('nn.Conv2d(3, 16, 3)(torch.randn(1, 3, 32, 32))').total.macs).toBe(27 * 16 * 900);
    expect(numbersFor('x = torch.randn(1, 3, 32, 32)\ny = nn.Conv2d(3, 16, 3)(x)').total.macs).toBe(
      27 * 16 * 900,
    );
  });

  it('has as many dimensions as the first convolution', () => {
    expect(numbersFor('nn.Conv1d(3, 8, 3)\nx = torch.randn(1, 3, 100)').total.output).toEqual([98]);
    expect(numbersFor('nn.Conv3d(1, 4, 3)\nsummary(net, (1, 16, 64, 64))').total.output).toEqual([
      14, 62, 62,
    ]);
    expect(numbersFor('nn.Conv2d(3, 8, 3)\nx = torch.randn(4, 10)').total.macs).toBeUndefined();
  });

  it('is none where the code says two', () => {
    const question = `${twoLayers}\nx = torch.randn(1, 3, 32, 32)\ny = torch.randn(1, 3, 64, 64)`;
    expect(numbersFor(question).total.macs).toBeUndefined();
  });

  it('comes after what words say', () => {
    expect(numbersFor(`${twoLayers}\nx = torch.randn(1, 3, 64, 64)\n@32`).total.macs).toBe(macsOf32);
  });

  it('is no tensor of the module itself', () => {
    const { total, layers } = numbersFor(
      'self.gamma = nn.Parameter(torch.zeros(1, 64, 1, 1))\nself.conv = nn.Conv2d(3, 64, 3)',
    );
    // PyTorch counts gamma.
    expect(total).toMatchObject({ params: 64 + 1_792, convParams: 1_792 });
    expect(total.macs).toBeUndefined();
    expect(layers.map(({ name, type }) => [name, type])).toEqual([
      ['gamma', 'Parameter'],
      ['conv', 'Conv2d'],
    ]);
    expect(numbersFor('self.mean = torch.zeros(1, 3, 1, 1)\nnn.Conv2d(3, 64, 3)').total.macs).toBeUndefined();
    expect(numbersFor('self.w = nn.Parameter(w)\nnn.Conv2d(3, 64, 3)').unpriced).toEqual(['w (Parameter)']);
  });

  it('gives Keras its channels', () => {
    expect(numbersFor('layers.Conv2D(8, 3) @32x48x3').total).toMatchObject({ params: 224, output: [30, 46] });
    expect(numbersFor('layers.Conv2D(8, 3) input 3x32x32').total).toMatchObject({
      params: 224,
      output: [30, 30],
    });
    const built = 'model = keras.Sequential([layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(10)])\n';
    for (const line of [
      'model.build((None, 28, 28, 1))',
      'model.build(input_shape=(None, 28, 28, 1))',
      '@28x28x1',
    ]) {
      const question = built + line;
      expect(numbersFor(question).total.params).toBe(80 + (26 * 26 * 8 + 1) * 10);
      expect(meaningOf(ask(question).command)).toEqual(meaningOf(question));
    }
  });

  it('is not followed through a class, and the canonical text says no more than that', () => {
    const question = `class A(nn.Module):
  def __init__(self):
    self.c = nn.Conv2d(1, 2, 3)
    self.d = nn.Conv2d(2, 2, 3)
summary(A(), (1, 28, 28))`;
    expect(numbersFor(question).total.macs).toBeUndefined();
    expect(numbersFor(question).assumptions.join('\n')).toMatch(/^No MACs/m);
    expect(numbersFor(question).layers.map(({ name }) => name)).toEqual(['c', 'd']);
    const { total } = numbersFor(ask(question).command);
    expect([total.params, total.macs]).toEqual([58, undefined]);
  });

  it.each([
    ['nn.Conv2d(3, 8, 3)\nx = torch.randn(1, 1, 32, 32)', 'torch.randn(1, 1, 32, 32)', undefined],
    ['nn.Conv2d(3, 8, 3) @1x32x32', '1x32x32', 'nn.Conv2d(3, 8, 3) @3x32x32'],
    ['nn.Conv2d(3, 8, 3) @32x32x1', '32x32x1', 'nn.Conv2d(3, 8, 3) @32x32x3'],
    ['nn.Conv2d(3, 8, 3) @1x32x48', '1x32x48', 'nn.Conv2d(3, 8, 3) @3x32x48'],
  ])('%j contradicts the first convolution', (question, culprit, suggestion) => {
    const problem = problemFor(question);
    expect(problem.message).toBe('The input has 1 channel, but the first convolution takes 3.');
    expect(question.slice(...problem.at)).toBe(culprit);
    expect(problem.suggestion).toBe(suggestion);
  });
});
