import { expect, test } from 'vitest';
import { conventions } from '../../src/answer/conventions.ts';
import { commandOf } from '../support/result-of.ts';

const twoBiases = 'PyTorch convention: separable is two layers, each with its own bias.';

test.each([
  ['7 512 512 nobias', ['PyTorch convention.']],
  ['3 64 128', [twoBiases]],
  ['3 64 128 nobias keras', ['Keras convention.']],
  ['3 64 128 keras', ['Keras convention: separable is one layer with one bias.']],
  [
    '3 64 128 bn',
    ['PyTorch convention: separable is two layers, each with its own BatchNorm of 2 parameters a channel.'],
  ],
  [
    '3 64 128 bn keras',
    ['Keras convention: separable is one layer; BatchNorm counts 4 parameters a channel, 2 of them trained.'],
  ],
  [
    '3 64 128 bn vs separable nobn',
    [
      'PyTorch convention: BatchNorm counts 2 parameters a channel; separable is two layers, each with its own bias.',
    ],
  ],
  [
    '3 64 128 bn keras vs separable nobn',
    [
      'Keras convention: separable is one layer with one bias; BatchNorm counts 4 parameters a channel, 2 of them trained.',
    ],
  ],
  ['3 64 128 @56', [twoBiases, '1 MAC = 2 FLOPs; zeros of the padding count.']],
  ['3 64 128 @56 flops', [twoBiases, 'FLOPs are 2 · MACs; zeros of the padding count.']],
  ['3 64 128 + 1 64', ['PyTorch convention.']],
  ['3 64 128 vs 3 64 128 separable', [twoBiases]],
  ['5 32 64 vs 3 32 64 @56', ['PyTorch convention.', '1 MAC = 2 FLOPs; zeros of the padding count.']],
])('%s', (question, sentences) => {
  expect(conventions(commandOf(question))).toEqual(sentences);
});
