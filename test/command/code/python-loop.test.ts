import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask.ts';
import { numbersFor, problemFor } from '../../support/ask-for.ts';

const layer = 'nn.Conv2d(3, 64, 3)';

describe('for and while', () => {
  it.each([
    `for i in range(3):\n    ${layer}`,
    `for i, width in enumerate(widths):\n    layers.append(${layer})`,
    `for width in widths[1:]:\n    ${layer}`,
    `for block in self.blocks: net.append(${layer})`,
    `[${layer} for _ in range(3)]`,
    `[${layer} for width in widths[1:]]`,
    `${layer} for _ in range(3)`,
    `nn.Sequential(*[${layer} for a, b in zip(x, y)])`,
    `while True:\n    ${layer}`,
  ])('%j is a loop', (question) => {
    expect(problemFor(question)).toMatchObject({ code: 'not-a-literal' });
    expect(problemFor(question).message).toContain('a loop is not repeated');
  });

  it.each([
    `how many params for ${layer}?`,
    `${layer} for my model`,
    `for my model ${layer}`,
    `for use in mobile: ${layer}`,
  ])('%j is prose', (question) => {
    expect(numbersFor(question).total.params).toBe(1_792);
  });

  it.each([`${layer} for 28x28 pictograms`, `${layer} while training`, `good for in mobile: ${layer}`])(
    '%j is prose with a word that is not known, never a loop, never left aside',
    (question) => {
      expect(problemFor(question).code).toBe('unknown-word');
    },
  );

  it('takes linear time', () => {
    const started = performance.now();
    ask(`${'for a, b in c('.repeat(8_000)} ${layer}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
