import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/answer/answer.ts';
import { layerTable, outOf, shapeText } from '../../src/answer/layer-table.ts';
import { layerResultOf, resultOf } from '../support/result-of.ts';

function texts(block: Block): string[][] {
  if (block.kind !== 'table') throw new Error('not a table');
  return [block.columns.map(({ title }) => title), ...block.rows.map((row) => row.map(({ text }) => text))];
}

describe('layerTable', () => {
  test.each([
    [
      '3 128 256',
      [
        ['Variant', 'Parameters', 'of standard'],
        ['Standard', '295,168', '100 %'],
        ['Depthwise', '1,280', '0.434 %'],
        ['Separable', '34,304', '11.6 %'],
      ],
    ],
    [
      '3 128 128 g=32 nobias int8',
      [
        ['Variant', 'Parameters', 'of standard', 'Size (int8)'],
        ['Standard', '147,456', '100 %', '147 kB'],
        ['Grouped (32)', '4,608', '3.13 %', '4.61 kB'],
        ['Depthwise', '1,152', '0.781 %', '1.15 kB'],
        ['Separable', '17,536', '11.9 %', '17.5 kB'],
      ],
    ],
    [
      '1d 3 4 8 nobias @10 batch=2 flops fp16',
      [
        ['Variant', 'Parameters', 'of standard', 'FLOPs', 'Output', 'Size (fp16)'],
        ['Standard', '96', '100 %', '3,840', '8×10', '192 B'],
        ['Depthwise', '12', '12.5 %', '480', '4×10', '24 B'],
        ['Separable', '44', '45.8 %', '1,760', '8×10', '88 B'],
      ],
    ],
  ])('%s', (question, rows) => {
    expect(texts(layerTable(layerResultOf(question)))).toEqual(rows);
  });

  test('numbers stand to the right, names to the left', () => {
    const block = layerTable(layerResultOf('7 512 512 @56'));
    const [first, ...others] = block.kind === 'table' ? block.columns.map(({ align }) => align) : [];
    expect(first).toBe('left');
    expect(new Set(others)).toEqual(new Set(['right']));
  });
});

test('shapeText has the channels before the sides', () => {
  expect(shapeText(64, [112, 112])).toBe('64×112×112');
  expect(shapeText(undefined, [1024])).toBe('1,024');
});

test('outOf is what the last convolution gives', () => {
  const stack = resultOf('3 3 32 bn + 1 64 bn');
  expect(stack.kind === 'stack' && outOf(stack.total)).toBe(64);
  const [, batchNorm] = layerResultOf('3 3 32 bn').standard.layers;
  expect(batchNorm && outOf({ ...layerResultOf('3 3 32 bn').standard, layers: [batchNorm] })).toBeUndefined();
});
