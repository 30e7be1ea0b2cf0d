import { describe, expect, test } from 'vitest';
import { ask } from '../src/ask.ts';
import { askAddressed } from '../src/ask-addressed.ts';

function total(message: string): number | undefined {
  const { numbers } = askAddressed(message);
  return numbers.kind === 'answer' ? numbers.total.params : undefined;
}

test.each([
  ['7 512 512 nobias', 12_845_056],
  [': 7 512 512 nobias', 12_845_056],
  [', how big is a 7x7 conv from 512 to 512 without bias?', 12_845_056],
  ['7 512 512 nobias 👋🏽 👩‍💻', 12_845_056],
  ['Hi! how large is this?\n```\nnn.Conv2d(3, 64, 3)\n```\nthanks a lot', 1_792],
  ['can you price nn.Conv2d(3, 64, 3) for me?', 1_792],
  ['price this pls\n```python\nself.conv = nn.Conv2d(3, 64, 3)\n```', 1_792],
  ['hey what about 7 512 512 nobias?', 12_845_056],
])('is answered amid prose: %j', (message, params) => {
  expect(total(message)).toBe(params);
});

test.each(['', ' : ', '👋', 'thanks!', 'hello', 'what is this?', 'how many params?', 'what can you do?'])(
  'is answered with help where it says nothing about a layer: %j',
  (message) => {
    expect(askAddressed(message)).toEqual(ask('help'));
  },
);

test('a mistake is told, with its place in the message', () => {
  expect(askAddressed(': 7 512 512 nobais').numbers).toMatchObject({
    kind: 'problem',
    problem: { suggestion: '7 512 512 nobias', at: [10, 16] },
  });
});

describe('what a topic is', () => {
  test.each([
    ['what is separable?', 'explain separable'],
    ['what are groups?', 'explain groups'],
    ["what's a depthwise separable?", 'explain separable'],
    ['whats dw', 'explain depthwise'],
    ['why is separable cheaper?', 'explain separable'],
    ['why do groups help', 'explain groups'],
    ['What does dilation mean?', 'explain receptive field'],
  ])('%s', (question, command) => {
    expect(ask(question)).toEqual(ask(command));
  });

  test('is another question where a layer is meant', () => {
    expect(ask('what is 3 64 64 dw').numbers).toMatchObject({ kind: 'answer', question: 'layer' });
  });
});

test('is 3 64 64 cheaper than 5 32 32? compares', () => {
  expect(ask('is 3 64 64 cheaper than 5 32 32?').command).toBe(ask('3 64 64 vs 5 32 32').command);
  expect(ask('3 64 64 against 5 32 32').command).toBe(ask('3 64 64 vs 5 32 32').command);
});
