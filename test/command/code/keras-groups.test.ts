import { describe, expect, it } from 'vitest';
import { numbersFor, problemFor } from '../../support/ask-for.ts';

// Keras 3 raises for each: its constructors do not take groups.
describe('groups where Keras has none', () => {
  it.each([
    'layers.Conv2DTranspose(8, 3, groups=2) in=4',
    'layers.Conv1DTranspose(8, 3, groups=2) in=4',
    'layers.Conv3DTranspose(8, 3, groups=1) in=4',
    'layers.SeparableConv2D(8, 3, groups=2) in=4',
    'layers.DepthwiseConv2D(3, groups=4) in=4',
    'layers.Conv2DTranspose(8, 3) in=4 g=2',
  ])('%s is a mistake without a correction that changes the layer', (question) => {
    const problem = problemFor(question);
    expect(problem).toMatchObject({ code: 'unknown-argument' });
    expect(problem.message).toMatch(/^Keras' \w+ has no groups/);
    expect(problem.suggestion).toBeUndefined();
  });

  it('has them elsewhere', () => {
    expect(numbersFor('layers.Conv2D(8, 3, groups=2) in=4').total.params).toBe(9 * 2 * 8 + 8);
    expect(numbersFor('nn.ConvTranspose2d(4, 8, 3, groups=2)').total.params).toBe(9 * 4 * 4 + 8);
  });
});
