import { describe, expect, test } from 'vitest';
import { plain } from '../../src/answer/plain.ts';
import { ask } from '../../src/ask.ts';
import { blocksOf, inlineText } from '../support/answer-texts.ts';
import { printOf } from '../support/questions.ts';

describe('presentModel', () => {
  test('a printed ResNet-18', () => {
    expect(plain(ask(printOf('resnet18')), { width: 80 })).toMatchInlineSnapshot(`
      "Pasted model · 20 convolutions, 20 BatchNorms, 1 Linear

      11,689,512 parameters, 11,166,912 of them (95.5 %) in convolutions.

      Largest 10 of 41 rows                               Parameters  of the model
      layer4.0.conv2: 3×3 512 → 512, padding 1             2,359,296        20.2 %
      layer4.1.conv1: 3×3 512 → 512, padding 1             2,359,296        20.2 %
      layer4.1.conv2: 3×3 512 → 512, padding 1             2,359,296        20.2 %
      layer4.0.conv1: 3×3 256 → 512, stride 2, padding 1   1,179,648        10.1 %
      layer3.0.conv2: 3×3 256 → 256, padding 1               589,824        5.05 %
      layer3.1.conv1: 3×3 256 → 256, padding 1               589,824        5.05 %
      layer3.1.conv2: 3×3 256 → 256, padding 1               589,824        5.05 %
      fc: Linear 512 → 1,000                                 513,000        4.39 %
      layer3.0.conv1: 3×3 128 → 256, stride 2, padding 1     294,912        2.52 %
      layer2.0.conv2: 3×3 128 → 128, padding 1               147,456        1.26 %
      and 31 other rows                                      707,136        6.05 %
      Total                                               11,689,512         100 %

      If its 17 dense convolutions with a kernel above 1×1 were separable: 1,946,107
      parameters, 16.6 %.

      PyTorch convention.

      Howard et al. 2017, MobileNets: https://arxiv.org/abs/1704.04861"
    `);
  });

  test('rows are the largest, in order, and the others are one row', () => {
    const [table] = blocksOf(ask(printOf('densenet121')), 'table');
    const rows = table?.rows ?? [];
    expect(table?.columns[0]?.title).toBe('Largest 10 of 242 rows');
    expect(rows).toHaveLength(12);
    const sizes = rows.slice(0, 10).map((row) => row[1]?.value ?? 0);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(rows[10]?.[0]?.text).toBe('and 232 other rows');
  });

  test('a model of a few layers shows them all', () => {
    const [table] = blocksOf(ask('Conv2d(3, 8, 3)\nLinear(8, 10)'), 'table');
    expect(table?.columns[0]?.title).toBe('Row');
    expect(table?.rows.map(([name]) => name?.text)).toEqual([
      '3×3 3 → 8, padding 0',
      'Linear 8 → 10',
      'Total',
    ]);
  });

  test.each([
    [
      'Conv2d(3, 8, 3)\nLinear(8, 10)',
      'If its one dense convolution with a kernel above 1×1 were separable: 152 parameters, 48.4 %.',
    ],
    [
      'Conv2d(3, 8, 1)\nLinear(8, 10)',
      'It has no dense convolution with a kernel above 1×1 that could be separable.',
    ],
  ])('%j: what separable would change', (question, sentence) => {
    expect(blocksOf(ask(question), 'paragraph').map(({ inlines }) => inlineText(inlines))).toEqual([
      sentence,
    ]);
  });

  test('a model without convolutions has none of its parameters in them', () => {
    expect(inlineText(ask('Linear(8, 10)\nLinear(10, 4)').lead)).toBe(
      '134 parameters, 0 of them (0 %) in convolutions.',
    );
  });

  test('names what it could not price', () => {
    const notes = (question: string) => blocksOf(ask(question), 'note').flatMap(({ sentences }) => sentences);
    const cells = Array.from({ length: 8 }, (_, index) => `  (m${index}): LSTM${index}(3, 4)`);
    expect(notes(`Net(\n  (c): Conv2d(3, 8, kernel_size=(3, 3))\n${cells.join('\n')}\n)`).join(' ')).toMatch(
      /Not priced, as the text does not show their parameters: .*LSTM0.* and \d+ others?\./,
    );
  });
});
