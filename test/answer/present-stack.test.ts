import { describe, expect, test } from 'vitest';
import { plain } from '../../src/answer/plain.ts';
import { partLine } from '../../src/answer/present-stack.ts';
import { ask } from '../../src/ask.ts';
import { inlineText } from '../support/answer-texts.ts';
import { commandOf } from '../support/result-of.ts';

describe('presentStack', () => {
  test('a row a layer, and their sum', () => {
    expect(plain(ask('3 3 32 s2 @224 + 3 dw + 1 64'), { width: 80 })).toMatchInlineSnapshot(`
      "Stack of 3 layers · 3 → 64

      3 layers need 3,328 parameters and 40.1 M MACs; the output is 64×112×112.

      Layer                   Parameters        MACs      Output  Size (fp32)
      3×3 3 → 32, stride 2           896  10,838,016  32×112×112      3.58 kB
      3×3 32 → 32, depthwise         320   3,612,672  32×112×112      1.28 kB
      1×1 32 → 64                  2,112  25,690,112  64×112×112      8.45 kB
      Total                        3,328  40,140,800  64×112×112      13.3 kB

      layer 1  3·3 · 3 · 32 + 32   =   896
      layer 2  3·3 · 32 + 32       =   320
      layer 3  1·1 · 32 · 64 + 64  = 2,112

      One output of the stack sees 7×7 positions of its input (receptive field).

      Padding same, the default here. PyTorch convention. 1 MAC = 2 FLOPs; zeros of
      the padding count.

      Dumoulin & Visin 2016, A guide to convolution arithmetic:
      https://arxiv.org/abs/1603.07285

      Next:
        Without bias: 3 3 32 nobias s=2 + 3 32 32 nobias g=32 + 1 32 64 nobias @224
        FLOPs: 3 3 32 s=2 + 3 32 32 g=32 + 1 32 64 @224 flops
        Against separable: 3 3 32 s=2 + 3 32 32 g=32 + 1 32 64 vs 3 3 32 separable
          s=2 + 3 32 32 g=32 + 1 32 64 @224"
    `);
  });

  test('on 60 columns its last column stands below', () => {
    const page = plain(ask('3 3 32 s2 @224 + 3 dw + 1 64'), { width: 60 });
    expect(page.split('\n\n')[3]).toMatchInlineSnapshot(`
      "Layer                   Size (fp32)
      3×3 3 → 32, stride 2        3.58 kB
      3×3 32 → 32, depthwise      1.28 kB
      1×1 32 → 64                 8.45 kB
      Total                       13.3 kB"
    `);
  });

  test.each([
    ['3 3 32 + 1 64', 'Stack of 2 layers · 3 → 64', '2 layers need 3,008 parameters.'],
    [
      '3 3 32 + 1 64 @8 flops',
      'Stack of 2 layers · 3 → 64',
      '2 layers need 3,008 parameters and 373 k FLOPs; the output is 64×8×8.',
    ],
  ])('%s', (question, title, lead) => {
    const answer = ask(question);
    expect(answer.title).toBe(title);
    expect(inlineText(answer.lead)).toBe(lead);
  });
});

describe('a bias that is missing', () => {
  const shown = (question: string) => {
    const { title, body } = ask(question);
    const [table] = body.filter((block) => block.kind === 'table');
    return [title, ...(table?.rows.map(([name]) => name?.text) ?? [])];
  };

  test('is said in its row where other rows have one', () => {
    expect(shown('3 256 256 + 1 nobias + 3 bn')).toEqual([
      'Stack of 3 layers · 256 → 256',
      '3×3 256 → 256',
      '1×1 256 → 256, no bias',
      '3×3 256 → 256, BatchNorm',
      'Total',
    ]);
  });

  test('is said once in the title where it is missing everywhere', () => {
    expect(shown('3 256 256 nobias + 1 256 nobias + 3 256 nobias')).toEqual([
      'Stack of 3 layers · 256 → 256 · no bias',
      '3×3 256 → 256',
      '1×1 256 → 256',
      '3×3 256 → 256',
      'Total',
    ]);
  });
});

test.each([
  ['3 3 32 + 3 t s2', '3×3 32 → 32, transposed, stride 2'],
  ['3 3 32 + 3 64 separable m=2', '3×3 32 → 64, separable, depth multiplier 2'],
  ['3 3 32 + 3 s2', '3×3 32 → 32, stride 2'],
  ['3 3 32 + 3 64 separable bn', '3×3 32 → 64, separable, BatchNorm'],
  ['Conv2d(3, 64, 3)\nLinear(512, 1000)', '512 → 1,000'],
])('the last row of %j is %s', (question, line) => {
  const command = commandOf(question);
  const part = command.kind === 'compare' ? undefined : command.stack.parts.at(-1);
  expect(part && partLine({ part })).toBe(line);
});
