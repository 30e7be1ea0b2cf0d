import { describe, expect, it } from 'vitest';
import { meaningOf, numbersFor } from '../support/ask-for.ts';

describe('a reading', () => {
  it.each([
    ['3x3 conv on 64 channels', '3x3 64'],
    ['depthwise conv 5x5 on 96 channels at 28x28', '5x5 96 dw @28'],
    ['nn.Conv2d(2 * 32, 16*8, 3)', 'nn.Conv2d(64, 128, 3)'],
    ['* 7 512 512', '7 512 512'],
  ])('of %j is that of %j', (question, plain) => {
    expect(meaningOf(question)).toEqual(meaningOf(plain));
  });

  it.each([
    ['3x3x64 3 8', 'Three sides are read as the kernel of a 3D convolution.'],
    ['64 128 3', 'Read as 64×64, 128 → 3: the kernel comes first.'],
  ])('that is a guess is told: %j', (question, sentence) => {
    expect(numbersFor(question).assumptions).toContain(sentence);
  });

  it("has a bracket's product of literals", () => {
    expect(numbersFor('nn.Linear(16 * 5 * 5, 120)').total.params).toBe(48_120);
  });

  it('has the padding of a module that pads as TensorFlow does', () => {
    const { total } = numbersFor('Conv2dSame(3, 16, kernel_size=(3, 3), stride=(2, 2), bias=False) @15');
    expect(total).toMatchObject({ params: 432, output: [8, 8] });
  });
});

describe('numbers for programs', () => {
  it("add up with Keras' statistics", () => {
    const { total } = numbersFor('3 64 128 bn keras');
    expect(total.statistics).toBe(256);
    expect(total.weights + total.biases + (total.statistics ?? 0)).toBe(total.params);
  });

  it('have the output padding of a transposed convolution alone', () => {
    expect(numbersFor('3 64 32 t s2 p1 op=1 @16').layers[0]?.outputPadding).toEqual([1, 1]);
    expect(numbersFor('3 64 32').layers[0]?.outputPadding).toBeUndefined();
  });
});
