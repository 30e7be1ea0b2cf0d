import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask.ts';
import { parse } from '../../../src/command/parse.ts';
import { meaningOf, numbersFor } from '../../support/ask-for.ts';

// PyTorch printed a blank before every bracket up to version 0.3.
describe('a print of an old PyTorch', () => {
  const print = `Sequential (
  (0): Conv2d (3, 64, kernel_size=(7, 7), stride=(2, 2), padding=(3, 3), bias=False)
  (1): BatchNorm2d(64, eps=1e-05, momentum=0.1, affine=True)
  (2): ReLU (inplace)
  (3): Conv2d (64, 64, kernel_size=(1, 1), stride=(1, 1), bias=False)
  (4): BatchNorm2d(64, eps=1e-05, momentum=0.1, affine=True)
)`;

  it('is read as it is without the blanks', () => {
    expect(numbersFor(print).total.params).toBe(13_760);
    const { layers, total } = numbersFor(print.replaceAll(' (', '('));
    expect(numbersFor(print)).toMatchObject({ layers, total });
    expect(meaningOf(ask(print).command)).toEqual(meaningOf(print));
  });

  it('has blocks of the user’s own, whose connections are not known', () => {
    const net = `ResNet (
  (conv1): Conv2d (3, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
  (layer1): Sequential (
    (0): BasicBlock (
      (conv1): Conv2d (8, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
      (downsample): Sequential (
        (0): Conv2d (8, 8, kernel_size=(1, 1), stride=(1, 1), bias=False)
      )
    )
  )
  (fc): Linear (8 -> 10)
)`;
    const { layers, total, assumptions } = numbersFor(`${net} @32`);
    expect(layers.map(({ name, params }) => [name, params])).toEqual([
      ['conv1', 224],
      ['layer1.0.conv1', 576],
      ['layer1.0.downsample.0', 64],
      ['fc', 90],
    ]);
    expect(total.macs).toBeUndefined();
    expect(assumptions.join('\n')).not.toContain('left aside');
  });

  it.each<[string, number]>([
    ['Linear (512 -> 10)', 5_130],
    ['BatchNorm2d (64, eps=1e-05, momentum=0.1, affine=True)', 128],
    ['ReLU (inplace)', 0],
    ['MaxPool2d (size=(3, 3), stride=(2, 2), padding=(1, 1), dilation=(1, 1))', 0],
    ['AvgPool2d (size=7, stride=7, padding=0, ceil_mode=False, count_include_pad=True)', 0],
    ['Dropout (p = 0.5)', 0],
    ['PReLU (64)', 64],
    ['ConvTranspose2d (8, 4, kernel_size=(2, 2), stride=(2, 2))', 132],
  ])('%s has %i parameters', (module, params) => {
    const { total, assumptions } = numbersFor(`Conv2d (1, 1, kernel_size=(1, 1), bias=False)\n${module}`);
    expect(total.params).toBe(params + 1);
    expect(assumptions.join('\n')).not.toContain('left aside');
  });

  it('does not show whether a linear layer has a bias, which is said', () => {
    expect(parse({ text: 'Linear (512 -> 10)' })).toHaveProperty('guesses', [
      {
        sentence: 'This print does not show whether Linear has a bias: counted with one.',
      },
    ]);
  });

  it('has the sizes behind pooling, where rounding up would give the same', () => {
    const pooled = (size: number) =>
      numbersFor(
        `Sequential (
  (0): MaxPool2d (size=(3, 3), stride=(2, 2), padding=(1, 1), dilation=(1, 1))
  (1): Conv2d (4, 4, kernel_size=(1, 1), stride=(1, 1), bias=False)
  (2): MaxPool2d (size=(2, 2), stride=(2, 2), dilation=(1, 1))
  (3): Conv2d (4, 4, kernel_size=(1, 1), stride=(1, 1), bias=False)
) @${size}`,
      );
    expect(pooled(7).total.macs).toBe(16 * (16 + 4));
    expect(pooled(5).total.macs).toBeUndefined();
    expect(pooled(5).assumptions.join('\n')).toContain('No MACs: MaxPool2d may round its output size up');
  });

  // PyTorch 1.13 prints AvgPool2d(2, ceil_mode=True) as AvgPool2d(kernel_size=2, stride=2, padding=0).
  it('is as silent about the rounding of an average', () => {
    const macs = (pool: string, size: number) =>
      numbersFor(`Sequential(
  (0): Conv2d(4, 4, kernel_size=(1, 1), stride=(1, 1), bias=False)
  (1): ${pool}
  (2): Conv2d(4, 4, kernel_size=(1, 1), stride=(1, 1), bias=False)
) @${size}`).total.macs;
    const printed = 'AvgPool2d(kernel_size=2, stride=2, padding=0)';
    expect(macs(printed, 6)).toBe(16 * (36 + 9));
    expect(macs(printed, 7)).toBeUndefined();
    expect(macs('nn.AvgPool2d(kernel_size=2, stride=2, padding=0)', 7)).toBe(16 * (49 + 9));
    expect(macs('AvgPool2d(kernel_size=2, stride=2, padding=0, ceil_mode=True)', 7)).toBe(16 * (49 + 16));
  });

  it.each<[string, string]>([
    ['conv (3, 3) 16 32', '3 16 32'],
    ['with kernel (3, 3)', '3 128 256'],
    ['conv2d (3, 3) 16 32', '3 16 32'],
  ])('does not make calls of words: %s', (question, words) => {
    expect(meaningOf(question)).toEqual(meaningOf(words));
  });
});
