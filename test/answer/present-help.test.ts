import { describe, expect, test } from 'vitest';
import { plain } from '../../src/answer/plain.ts';
import { ask } from '../../src/ask.ts';
import { catalogue, examples } from '../../src/command/catalogue.ts';
import { blocksOf, inlineText } from '../support/answer-texts.ts';

describe('presentHelp', () => {
  test('six examples and the table of words', () => {
    expect(plain(ask('help'), { width: 80 })).toMatchInlineSnapshot(`
      "What a convolution layer costs

      Type kernel, input channels, output channels, and what else matters, in any
      order; or paste PyTorch or Keras code.

      7 512 512 nobias
        kernel, input and output channels, no bias.
      3x3 128->256 g=32 @56
        groups, and an input size for MACs.
      5 32 64 vs 3 32 64
        compare layers.
      3 3 32 s2 @224 + 3 dw + 1 64
        a stack of layers, summed.
      nn.Conv2d(512, 512, 7, bias=False)
        pasted PyTorch or Keras code, also a whole print(model).
      explain separable
        the reason behind the numbers.

      K CIN COUT, KxK, 1x7, 3x3x3, k=7, k7
        kernel; as many sides as the convolution has dimensions. When absent: 3×3.
      1d, 2d, 3d, conv1d, conv3d
        dimensions of the convolution, where the kernel is one number. When absent:
        2D, or as many as the kernel has sides.
      CIN->COUT, in=512, 512 in, RGB, grayscale
        input channels; K C alone reads C → C. When absent: 128; in a stack, the
        output of the layer before.
      CIN->COUT, out=512, cout=512, 512 filters
        output channels: the number of filters. When absent: 256.
      bias, nobias, no bias, bias=off
        one number added to each output channel. When absent: on.
      g=32, g32, groups 32
        groups; each output sees only the inputs of its group. When absent: 1.
      standard
        no groups and no variant. When absent: standard.
      dw, depthwise
        one group for each input channel. When absent: not depthwise.
      separable, sep
        the layer as its depthwise and 1×1 halves, for stacks and comparisons. When
        absent: one convolution; a single layer shows both anyway.
      m=2, mult 2
        depth multiplier of the depthwise and separable variants. When absent: 1.
      s=2, s2, stride 2, s=2x1
        stride: how many positions the kernel moves at a time. When absent: 1.
      d=2, dilation 2
        dilation: the distance between the positions that the kernel looks at. When
        absent: 1.
      p=1, p1, same, valid, causal
        padding; same gives an output of ceil(input / stride). When absent: same.
      t, transposed
        transposed convolution: it spreads each input position over the kernel. When
        absent: not transposed.
      op=1
        output padding of a transposed convolution. When absent: 0.
      bn, nobn
        a BatchNorm follows; it makes the bias redundant, so that is dropped. When
        absent: none.
      @56, @224x224, @3x224x224, input=56, noinput
        input size: adds output size, operations, activations and bytes. When absent:
        no operations are shown; the answer offers @56.
      batch=8
        batch size: multiplies operations and activations, never parameters. When
        absent: 1.
      fp32 fp16 bf16 int8 int4
        element type of the byte sizes. When absent: fp32.
      pytorch, keras
        bias and BatchNorm convention. When absent: pytorch.
      flops, macs
        the unit of operations; 1 MAC = 2 FLOPs. When absent: macs.
      share
        answer in the channel, not only to the asker. When absent: only to the asker.

      In Slack and Discord, edit before a question opens it in a form; a mention of
      the bot answers where everybody sees it, amid any other words; and the menu of a
      message has “Price conv layers”, which reads the code in it."
    `);
  });

  test('each example is a button', () => {
    expect(ask('help').actions.map(({ command }) => command)).toEqual(examples.map(({ command }) => command));
  });

  test('one word alone', () => {
    expect(plain(ask('help groups'), { width: 80 })).toMatchInlineSnapshot(`
      "Help on groups

      Groups; each output sees only the inputs of its group.

      Written: g=32, g32, groups 32.

      When absent: 1.

      For example: 3 128 128 g=32 nobias"
    `);
    expect(ask('help groups').actions).toEqual([
      { label: '3 128 128 g=32 nobias', command: '3 128 128 g=32 nobias' },
      { label: 'Explain groups', command: 'explain groups' },
      { label: 'All words', command: 'help' },
    ]);
  });

  test.each(catalogue.map((entry) => [entry.fact, entry] as const))(
    'help on %s says more than its name',
    (_, { names, flags, title }) => {
      const answer = ask(`help ${names[0] ?? Object.keys(flags ?? {})[0]}`);
      const bare = (words: string) => words.toLowerCase().replace(/^the |\.$/g, '');
      expect(answer.title).toBe(`Help on ${title}`);
      expect(bare(inlineText(answer.lead))).not.toBe(bare(title));
    },
  );

  test('the table has a row for every word of the catalogue, without back-ticks', () => {
    const [, words] = blocksOf(ask('help'), 'table');
    expect(words?.rows).toHaveLength(catalogue.length);
    for (const { text } of words?.rows.flat() ?? []) expect(text).not.toContain('`');
  });
});
