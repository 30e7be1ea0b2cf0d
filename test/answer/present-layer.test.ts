import { describe, expect, test } from 'vitest';
import { plain } from '../../src/answer/plain.ts';
import { ask } from '../../src/ask.ts';
import { blocksOf, inlineText } from '../support/answer-texts.ts';

const page = (question: string, width?: number) => plain(ask(question), width === undefined ? {} : { width });

describe('presentLayer', () => {
  test('one layer', () => {
    expect(page('7 512 512 nobias')).toMatchInlineSnapshot(`
      "Conv2d 7×7 · 512 → 512 · no bias

      Separable needs 287,232 parameters instead of 12,845,056: 2.24 % of standard, 44.7× fewer.

      Variant    Parameters  of standard
      Standard   12,845,056        100 %
      Depthwise      25,088      0.195 %
      Separable     287,232       2.24 %

      standard   7·7 · 512 · 512        = 12,845,056
      depthwise  7·7 · 512              =     25,088
      separable  7·7 · 512 + 512 · 512  =    287,232

      A standard kernel looks at 7·7 = 49 positions of all 512 inputs for each of the 512 outputs, so everything multiplies. Separable first looks (one 7×7 filter a channel: 25,088), then mixes (1×1 across channels: 262,144). What remains is 1/512 + 1/49 = 0.195 % + 2.04 % = 2.24 %, however many inputs there are.

      Depthwise alone never mixes channels: it is half of a separable layer, not a replacement for this one.

      PyTorch convention.

      Howard et al. 2017, MobileNets: https://arxiv.org/abs/1704.04861
      Chollet 2017, Xception: https://arxiv.org/abs/1610.02357

      Next:
        With bias: 7 512 512
        At 56×56: 7 512 512 nobias @56
        32 groups: 7 512 512 nobias g=32
        Against 3×3: 7 512 512 nobias vs 3 512 512 nobias"
    `);
  });

  test('one layer, 60 columns', () => {
    expect(page('7 512 512 nobias', 60)).toMatchInlineSnapshot(`
      "Conv2d 7×7 · 512 → 512 · no bias

      Separable needs 287,232 parameters instead of 12,845,056:
      2.24 % of standard, 44.7× fewer.

      Variant    Parameters  of standard
      Standard   12,845,056        100 %
      Depthwise      25,088      0.195 %
      Separable     287,232       2.24 %

      standard   7·7 · 512 · 512        = 12,845,056
      depthwise  7·7 · 512              =     25,088
      separable  7·7 · 512 + 512 · 512  =    287,232

      A standard kernel looks at 7·7 = 49 positions of all 512
      inputs for each of the 512 outputs, so everything
      multiplies. Separable first looks (one 7×7 filter a channel:
      25,088), then mixes (1×1 across channels: 262,144). What
      remains is 1/512 + 1/49 = 0.195 % + 2.04 % = 2.24 %, however
      many inputs there are.

      Depthwise alone never mixes channels: it is half of a
      separable layer, not a replacement for this one.

      PyTorch convention.

      Howard et al. 2017, MobileNets:
      https://arxiv.org/abs/1704.04861
      Chollet 2017, Xception: https://arxiv.org/abs/1610.02357

      Next:
        With bias: 7 512 512
        At 56×56: 7 512 512 nobias @56
        32 groups: 7 512 512 nobias g=32
        Against 3×3: 7 512 512 nobias vs 3 512 512 nobias"
    `);
  });

  test('one layer, on a phone', () => {
    expect(page('7 512 512 nobias', 40)).toMatchInlineSnapshot(`
      "Conv2d 7×7 · 512 → 512 · no bias

      Separable needs 287,232 parameters
      instead of 12,845,056: 2.24 % of
      standard, 44.7× fewer.

      Variant    Parameters  of standard
      Standard   12,845,056        100 %
      Depthwise      25,088      0.195 %
      Separable     287,232       2.24 %

      standard   7·7 · 512 · 512
                 = 12,845,056
      depthwise  7·7 · 512
                 = 25,088
      separable  7·7 · 512 + 512 · 512
                 = 287,232

      A standard kernel looks at 7·7 = 49
      positions of all 512 inputs for each of
      the 512 outputs, so everything
      multiplies. Separable first looks (one
      7×7 filter a channel: 25,088), then
      mixes (1×1 across channels: 262,144).
      What remains is 1/512 + 1/49 = 0.195 % +
      2.04 % = 2.24 %, however many inputs
      there are.

      Depthwise alone never mixes channels: it
      is half of a separable layer, not a
      replacement for this one.

      PyTorch convention.

      Howard et al. 2017, MobileNets:
      https://arxiv.org/abs/1704.04861
      Chollet 2017, Xception:
      https://arxiv.org/abs/1610.02357

      Next:
        With bias: 7 512 512
        At 56×56: 7 512 512 nobias @56
        32 groups: 7 512 512 nobias g=32
        Against 3×3: 7 512 512 nobias vs 3
          512 512 nobias"
    `);
  });

  test('an input size adds MACs, outputs, bytes and a line about speed', () => {
    expect(page('7 512 512 nobias @56', 80)).toMatchInlineSnapshot(`
      "Conv2d 7×7 · 512 → 512 · no bias · at 56×56

      Separable needs 287,232 parameters instead of 12,845,056: 2.24 % of standard,
      44.7× fewer.

      Variant    Parameters  of standard            MACs     Output  Size (fp32)
      Standard   12,845,056        100 %  40,282,095,616  512×56×56      51.4 MB
      Depthwise      25,088      0.195 %      78,675,968  512×56×56       100 kB
      Separable     287,232       2.24 %     900,759,552  512×56×56      1.15 MB

      standard   7·7 · 512 · 512        = 12,845,056
      depthwise  7·7 · 512              =     25,088
      separable  7·7 · 512 + 512 · 512  =    287,232

      A standard kernel looks at 7·7 = 49 positions of all 512 inputs for each of the
      512 outputs, so everything multiplies. Separable first looks (one 7×7 filter a
      channel: 25,088), then mixes (1×1 across channels: 262,144). What remains is
      1/512 + 1/49 = 0.195 % + 2.04 % = 2.24 %, however many inputs there are.

      Depthwise alone never mixes channels: it is half of a separable layer, not a
      replacement for this one.

      Separable does 2.24 % of the MACs, but its depthwise half does only 12.2 FLOPs
      per byte (standard: 1,254), so on a GPU the gain in time is smaller.

      It reads and writes 3,211,264 activations. In fp32 the parameters take 51.4 MB =
      49.0 MiB; as separable, 1.15 MB = 1.10 MiB.

      Padding same, the default here. PyTorch convention. 1 MAC = 2 FLOPs; zeros of
      the padding count.

      Howard et al. 2017, MobileNets: https://arxiv.org/abs/1704.04861
      Chollet 2017, Xception: https://arxiv.org/abs/1610.02357

      Next:
        With bias: 7 512 512 @56
        FLOPs: 7 512 512 nobias @56 flops
        32 groups: 7 512 512 nobias g=32 @56
        Against 3×3: 7 512 512 nobias vs 3 512 512 nobias @56"
    `);
  });

  test('where it does not save', () => {
    expect(page('3 64 1', 80)).toMatchInlineSnapshot(`
      "Conv2d 3×3 · 64 → 1 · bias

      Separable needs 705 parameters against 577: 22.2 % more. With one output channel
      there is nothing to share the depthwise step with.

      Variant    Parameters  of standard
      Standard          577        100 %
      Depthwise         640        111 %
      Separable         705        122 %

      standard   3·3 · 64 · 1 + 1            = 577
      depthwise  3·3 · 64 + 64               = 640
      separable  3·3 · 64 + 64 + 64 · 1 + 1  = 705

      A standard kernel looks at 3·3 = 9 positions of all 64 inputs for the one
      output, so everything multiplies. Separable first looks (one 3×3 filter a
      channel: 576), then mixes (1×1 across channels: 64). Of the weights there
      remains 1/1 + 1/9 = 100 % + 11.1 % = 111 %, however many inputs there are. The
      depthwise step alone has as many weights as the standard layer; the mixing comes
      on top.

      Depthwise alone gives 64 channels, not 1, and mixes none of them: it is no
      drop-in replacement for this layer.

      The bias adds 1 number to standard; separable has two, of 64 and 1 numbers: with
      biases, it is 122 % of standard.

      PyTorch convention: separable is two layers, each with its own bias.

      Howard et al. 2017, MobileNets: https://arxiv.org/abs/1704.04861
      Chollet 2017, Xception: https://arxiv.org/abs/1610.02357

      Next:
        Without bias: 3 64 1 nobias
        At 56×56: 3 64 1 @56
        Keras: 3 64 1 keras
        Against separable: 3 64 1 vs 3 64 1 separable"
    `);
  });

  test('groups', () => {
    expect(page('3 128 128 g=32 nobias', 80)).toMatchInlineSnapshot(`
      "Conv2d 3×3 · 128 → 128 · no bias · 32 groups

      With 32 groups it needs 4,608 parameters instead of 147,456: 3.13 % of standard,
      32.0× fewer. Separable needs 17,536 parameters instead of 147,456: 11.9 % of
      standard, 8.41× fewer.

      Variant       Parameters  of standard
      Standard         147,456        100 %
      Grouped (32)       4,608       3.13 %
      Depthwise          1,152      0.781 %
      Separable         17,536       11.9 %

      standard   3·3 · 128 · 128        = 147,456
      grouped    3·3 · 128/32 · 128     =   4,608
      depthwise  3·3 · 128              =   1,152
      separable  3·3 · 128 + 128 · 128  =  17,536

      A standard kernel looks at 3·3 = 9 positions of all 128 inputs for each of the
      128 outputs, so everything multiplies. Separable first looks (one 3×3 filter a
      channel: 1,152), then mixes (1×1 across channels: 16,384). What remains is 1/128
      + 1/9 = 0.781 % + 11.1 % = 11.9 %, however many inputs there are.

      With 32 groups each output sees 4 of the 128 inputs, so 1/32 = 3.13 % of the
      weights remain; channels of different groups never meet.

      Depthwise alone never mixes channels: it is half of a separable layer, not a
      replacement for this one.

      PyTorch convention.

      Howard et al. 2017, MobileNets: https://arxiv.org/abs/1704.04861
      Chollet 2017, Xception: https://arxiv.org/abs/1610.02357
      Xie et al. 2017, ResNeXt: https://arxiv.org/abs/1611.05431

      Next:
        With bias: 3 128 128 g=32
        At 56×56: 3 128 128 nobias g=32 @56
        64 groups: 3 128 128 nobias g=64
        Against separable: 3 128 128 nobias g=32 vs 3 128 128 nobias separable"
    `);
  });

  test('a layer that is separable already, against its standard one', () => {
    expect(page('3 64 128 separable keras', 80)).toMatchInlineSnapshot(`
      "Conv2D 3×3 · 64 → 128 · bias · separable · Keras

      Separable needs 8,896 parameters instead of 73,856: 12.0 % of standard, 8.30×
      fewer.

      Variant    Parameters  of standard
      Standard       73,856        100 %
      Depthwise         640      0.867 %
      Separable       8,896       12.0 %

      standard   3·3 · 64 · 128 + 128       = 73,856
      depthwise  3·3 · 64 + 64              =    640
      separable  3·3 · 64 + 64 · 128 + 128  =  8,896

      A standard kernel looks at 3·3 = 9 positions of all 64 inputs for each of the
      128 outputs, so everything multiplies. Separable first looks (one 3×3 filter a
      channel: 576), then mixes (1×1 across channels: 8,192). Of the weights there
      remains 1/128 + 1/9 = 0.781 % + 11.1 % = 11.9 %, however many inputs there are.

      Depthwise alone gives 64 channels, not 128, and mixes none of them: it is no
      drop-in replacement for this layer.

      The bias adds 128 numbers to standard; separable has one bias, of 128 numbers:
      with biases, it is 12.0 % of standard.

      Keras convention: separable is one layer with one bias.

      Howard et al. 2017, MobileNets: https://arxiv.org/abs/1704.04861
      Chollet 2017, Xception: https://arxiv.org/abs/1610.02357

      Next:
        Without bias: 3 64 128 nobias separable keras
        At 56×56: 3 64 128 separable @56 keras
        PyTorch: 3 64 128 separable
        Against standard: 3 64 128 separable vs 3 64 128 keras"
    `);
  });

  test('references go with what is asked', () => {
    const papers = (question: string) =>
      blocksOf(ask(question), 'references').flatMap(({ references }) =>
        references.map(({ text }) => text.split(' ')[0]),
      );
    expect(papers('3 64 64')).toEqual(['Howard', 'Chollet']);
    expect(papers('3 64 64 g=2')).toEqual(['Howard', 'Chollet', 'Xie']);
    expect(papers('3 64 64 d=2')).toEqual(['Howard', 'Chollet', 'Dumoulin']);
    expect(papers('3 64 64 t g=2')).toEqual(['Howard', 'Chollet', 'Xie', 'Dumoulin']);
  });

  test('dilation says how far an output reaches', () => {
    expect(page('3 64 64 d=2 @32')).toContain('Each output reaches over 5×5 input positions.');
    expect(page('3 64 64 @32')).not.toContain('reaches over');
  });

  test('an element type without an input says the bytes alone', () => {
    const paragraphs = blocksOf(ask('7 512 512 nobias int4'), 'paragraph').map(({ inlines }) =>
      inlineText(inlines),
    );
    expect(paragraphs.at(-1)).toBe(
      'In int4 the parameters take 6.42 MB = 6.13 MiB; as separable, 144 kB = 140 KiB.',
    );
  });

  test('no gain in time is promised where there are no fewer operations', () => {
    expect(page('3 64 1 @56')).toContain(
      'Separable does 111 % of the MACs, so there is no gain in time either.',
    );
  });

  test('a batch is named: it multiplies the operations', () => {
    expect(page('3 64 64 @56 batch=8')).toMatch(/batch (?:of |size )?8/);
  });
});
