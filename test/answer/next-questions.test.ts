import { describe, expect, test } from 'vitest';
import { nextQuestions } from '../../src/answer/next-questions.ts';
import { ask } from '../../src/ask.ts';
import { pricedQuestions, titled } from '../support/questions.ts';
import { commandOf } from '../support/result-of.ts';

describe('nextQuestions', () => {
  test.each([
    [
      '7 512 512 nobias',
      [
        ['With bias', '7 512 512'],
        ['At 56×56', '7 512 512 nobias @56'],
        ['32 groups', '7 512 512 nobias g=32'],
        ['Against 3×3', '7 512 512 nobias vs 3 512 512 nobias'],
      ],
    ],
    [
      '3 64 128 @28 flops keras',
      [
        ['Without bias', '3 64 128 nobias @28 keras flops'],
        ['MACs', '3 64 128 @28 keras'],
        ['PyTorch', '3 64 128 @28 flops'],
        ['32 groups', '3 64 128 g=32 @28 keras flops'],
        ['Against separable', '3 64 128 vs 3 64 128 separable @28 keras flops'],
      ],
    ],
    [
      '1 7 5 nobias',
      [
        ['With bias', '1 7 5'],
        ['At 56×56', '1 7 5 nobias @56'],
      ],
    ],
    [
      '1 66 66 nobias',
      [
        ['With bias', '1 66 66'],
        ['At 56×56', '1 66 66 nobias @56'],
        ['22 groups', '1 66 66 nobias g=22'],
      ],
    ],
    [
      '3 128 128 g=32 nobias @56',
      [
        ['With bias', '3 128 128 g=32 @56'],
        ['FLOPs', '3 128 128 nobias g=32 @56 flops'],
        ['64 groups', '3 128 128 nobias g=64 @56'],
        ['Against separable', '3 128 128 nobias g=32 vs 3 128 128 nobias separable @56'],
      ],
    ],
    [
      '3 64 64 dw bn',
      [
        ['At 56×56', '3 64 64 g=64 bn @56'],
        ['Keras', '3 64 64 g=64 bn keras'],
        ['32 groups', '3 64 64 g=32 bn'],
        ['Against separable', '3 64 64 g=64 bn vs 3 64 64 separable bn'],
      ],
    ],
    [
      '3 3 32 s2 + 3 dw + 1 64',
      [
        ['Without bias', '3 3 32 nobias s=2 + 3 32 32 nobias g=32 + 1 32 64 nobias'],
        ['At 56×56', '3 3 32 s=2 + 3 32 32 g=32 + 1 32 64 @56'],
        [
          'Against separable',
          '3 3 32 s=2 + 3 32 32 g=32 + 1 32 64 vs 3 3 32 separable s=2 + 3 32 32 g=32 + 1 32 64',
        ],
      ],
    ],
    [
      '5 32 64 nobias vs 3 32 64 nobias @56',
      [
        ['With bias', '5 32 64 vs 3 32 64 @56'],
        ['FLOPs', '5 32 64 nobias vs 3 32 64 nobias @56 flops'],
      ],
    ],
    ['Conv2d(3, 64, 3)\nLinear(64, 10)', []],
  ])('%s', (question, actions) => {
    const found = nextQuestions(commandOf(question));
    expect(found.map(({ label, command }) => [label, command])).toEqual(actions);
  });
});

describe.each(titled(pricedQuestions))('%s', (_, question) => {
  const { settings } = commandOf(question);

  test('each label says what its question changes', () => {
    for (const { label, command } of ask(question).actions) {
      const next = commandOf(command);
      const stacks = next.kind === 'compare' ? next.stacks : [next.stack];
      const specs = stacks.flatMap(({ parts }) => parts.flatMap(({ spec }) => spec ?? []));
      if (label === 'With bias') expect(specs.every(({ convolution }) => convolution.bias)).toBe(true);
      else if (label === 'Without bias')
        expect(specs.some(({ convolution }) => convolution.bias)).toBe(false);
      else if (label === 'Keras' || label === 'PyTorch')
        expect(next.settings.convention, command).toBe(label.toLowerCase());
      else if (label === 'MACs' || label === 'FLOPs') expect(next.settings.unit).toBe(label.toLowerCase());
      else if (label.startsWith('At ')) expect(stacks.map(({ input }) => input?.[0])).toContain(56);
      else if (label.endsWith(' groups'))
        expect(specs.map(({ convolution }) => convolution.groups)).toEqual([Number.parseInt(label, 10)]);
      else {
        expect(label).toMatch(/^Against /);
        expect(stacks).toHaveLength(2);
      }
    }
  });

  test('what was set stays, but for what the label says', () => {
    for (const { label, command } of ask(question).actions) {
      const next = commandOf(command).settings;
      expect(next.batch).toBe(settings.batch);
      expect(next.elementType).toBe(settings.elementType);
      if (label !== 'Keras' && label !== 'PyTorch') expect(next.convention).toBe(settings.convention);
      if (label !== 'MACs' && label !== 'FLOPs') expect(next.unit).toBe(settings.unit);
      expect(next.share).toBe(false);
    }
  });
});
