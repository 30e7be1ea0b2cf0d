import { describe, expect, test } from 'vitest';
import { lectures } from '../../src/answer/lectures.ts';
import { presentExplain } from '../../src/answer/present-explain.ts';
import { topicNames } from '../../src/command/topics.ts';
import { bytesOf } from '../../src/conv/element-type.ts';
import { isFault } from '../../src/conv/fault.ts';
import type { Convention, Convolution } from '../../src/conv/layer.ts';
import { outputSize } from '../../src/conv/output-size.ts';
import { arithmeticIntensity, type Priced, price } from '../../src/conv/price.ts';
import { receptiveField } from '../../src/conv/receptive-field.ts';
import { type VariantName, variants } from '../../src/conv/variants.ts';
import { binaryBytes, grouped, percent, threeDigits, times } from '../../src/numbers-in-words.ts';
import { evaluate } from '../support/evaluate.ts';

const all = topicNames.map((topic) => [topic, lectures[topic]] as const);

test('every topic has a lecture, and there is no other', () => {
  expect(Object.keys(lectures)).toEqual(topicNames);
});

describe.each(all)('%s', (_, lecture) => {
  const sentences = [lecture.lead, ...lecture.paragraphs];

  test('every formula line evaluates to its result', () => {
    for (const { expression, result } of lecture.formula ?? []) {
      expect(evaluate(expression), expression).toBe(result);
    }
  });

  test('is short', () => {
    expect(lecture.paragraphs.length).toBeGreaterThanOrEqual(2);
    expect(lecture.paragraphs.length).toBeLessThanOrEqual(4);
    for (const words of sentences) expect(words.split(/\s+/).length, words).toBeLessThanOrEqual(70);
  });

  test('announces its formula', () => {
    expect(lecture.paragraphs.at(-1)?.endsWith(':')).toBe(lecture.formula !== undefined);
  });

  test('closes every backtick, and does not shout', () => {
    for (const words of sentences) {
      expect(words.split('`').length % 2, words).toBe(1);
      expect(words).not.toMatch(/[!]/);
    }
  });

  test('points at sources over https', () => {
    expect(lecture.references.length).toBeGreaterThan(0);
    for (const { text, url } of lecture.references) {
      expect(text).not.toBe('');
      expect(url).toMatch(/^https:\/\/[^\s]+$/);
    }
  });

  test('asks two or three questions', () => {
    expect(lecture.actions.length).toBeGreaterThanOrEqual(2);
    expect(lecture.actions.length).toBeLessThanOrEqual(3);
    for (const { label, command } of lecture.actions) {
      expect(label.trim()).not.toBe('');
      expect(command.trim()).not.toBe('');
    }
  });
});

/** What the words claim, counted again. */
describe('numbers in the words', () => {
  test('separable: what remains at each kernel, and where 10–12 % begins', () => {
    const { lead, paragraphs } = lectures.separable;
    const words = [lead, ...paragraphs].join(' ');
    for (const side of [3, 5, 7]) expect(words).toContain(`${percent(1 / side ** 2)} at ${side}×${side}`);
    const [standard, separable] = [
      variant('standard', layer(7, 512, 512)),
      variant('separable', layer(7, 512, 512)),
    ];
    expect(words).toContain(percent(separable.count.params / standard.count.params));
    expect(words).toContain(`${times(standard.count.params / separable.count.params)} fewer`);
    expect(words).toContain('from 113 output channels up');
    expect(remaining(3, 112)).toBeGreaterThan(0.12);
    expect(remaining(3, 113)).toBeLessThanOrEqual(0.12);
    expect(remaining(3, 1_000_000)).toBeGreaterThan(0.1);
    expect(remaining(1, 64)).toBeGreaterThan(1);
    expect(remaining(3, 1)).toBeGreaterThan(1);
  });

  test('bias: its share, and the two conventions', () => {
    const words = lectures.bias.paragraphs.join(' ');
    expect(words).toContain(`512 of ${grouped(variant('standard', layer(7, 512, 512, true)).count.params)}`);
    const pytorch = variant('separable', layer(3, 128, 256, true)).count.params;
    const keras = variant('separable', layer(3, 128, 256, true), { convention: 'keras' }).count.params;
    expect(words).toContain(`${grouped(pytorch)} and ${grouped(keras)} parameters`);
  });

  test('accuracy: the ratio is that of the quoted counts', () => {
    const words = lectures.accuracy.paragraphs.join(' ');
    expect(words).toContain('71.7 %');
    expect(words).toContain('70.6 %');
    expect(words).toContain(`${threeDigits(71.7 - 70.6).slice(0, 3)} points`);
    expect(words).toContain(`${times(4_866 / 569)} fewer mult-adds`);
  });

  test('macs: the formula and the FLOPs per byte', () => {
    const { formula = [], paragraphs } = lectures.macs;
    const at56 = { input: [56, 56] };
    const macs = variant('standard', layer(3, 128, 256), at56).cost?.macs;
    const separable = variant('separable', layer(3, 128, 256), at56).cost?.macs;
    expect(formula.map(({ result }) => result)).toEqual([macs, 2 * (macs ?? 0), separable]);
    for (const name of ['depthwise', 'standard'] as const) {
      const { cost } = variant(name, layer(7, 512, 512), at56);
      expect(paragraphs.join(' ')).toContain(threeDigits(cost ? arithmeticIntensity(cost) : 0));
    }
  });

  test('padding: the output sides', () => {
    const sides = (['valid', 1, 'same'] as const).map((padding) =>
      outputSize(
        {
          ...layer(3, 64, 64),
          dilation: [2, 2],
          padding: padding === 'same' ? 'same' : padding === 'valid' ? [0, 0] : [padding, padding],
        },
        [32, 32],
      ),
    );
    expect(sides).toEqual(lectures.padding.formula?.map(({ result }) => [result, result]));
  });

  test('padding: p = d(k − 1)/2 gives ceil(n/s) for every odd kernel', () => {
    for (const kernel of [1, 3, 5, 7]) {
      for (const dilation of [1, 2, 3]) {
        for (const stride of [1, 2, 3, 4]) {
          for (let side = 1; side <= 40; side++) {
            const p = (dilation * (kernel - 1)) / 2;
            const padded = { ...layer(kernel, 1, 1), dilation: [dilation], stride: [stride], padding: [p] };
            expect(outputSize(padded, [side])).toEqual([Math.ceil(side / stride)]);
          }
        }
      }
    }
  });

  test('receptive field: plain, stride, dilation', () => {
    const plain = layer(3, 64, 64);
    const fields = [
      [plain, plain],
      [{ ...plain, stride: [2, 2] }, plain],
      [plain, { ...plain, dilation: [2, 2] }],
    ].map((layers) => receptiveField(layers));
    expect(fields).toEqual(lectures['receptive field'].formula?.map(({ result }) => [result, result]));
    expect(receptiveField([plain, plain, plain])).toEqual([7, 7]);
  });

  test('dtype: the formula, MB and MiB', () => {
    const { weights } = variant('standard', layer(7, 512, 512)).count;
    const types = ['fp32', 'fp16', 'int8', 'int4'] as const;
    expect(lectures.dtype.formula?.map(({ label, result }) => [label, result])).toEqual(
      types.map((type) => [type, bytesOf(weights, type)]),
    );
    const bytes = bytesOf(weights, 'fp32');
    expect(lectures.dtype.paragraphs[1]).toContain(
      `${grouped(weights)} weights below are ${(bytes / 1e6).toFixed(2)} MB or ${binaryBytes(bytes)}`,
    );
  });
});

describe('presentExplain', () => {
  test.each(topicNames)('%s: the sentence that answers first, the sources last', (topic) => {
    const command = `explain ${topic}`;
    const answer = presentExplain({ kind: 'explain', text: command, topic });
    expect(answer).toMatchObject({
      kind: 'answer',
      title: lectures[topic].title,
      command,
      actions: lectures[topic].actions,
      share: false,
      numbers: { command, kind: 'help' },
    });
    expect(answer.lead.map(({ text }) => text).join('')).toBe(lectures[topic].lead.replaceAll('`', ''));
    expect(answer.body.at(-1)).toEqual({ kind: 'references', references: lectures[topic].references });
  });

  test('words between backticks are code', () => {
    const { body } = presentExplain({ kind: 'explain', text: 'explain depthwise', topic: 'depthwise' });
    expect(body[1]).toEqual({
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: 'PyTorch says ' },
        { kind: 'code', text: 'groups=in_channels' },
        { kind: 'text', text: ', with ' },
        { kind: 'code', text: 'out_channels' },
        { kind: 'text', text: ' a multiple of it; Keras says ' },
        { kind: 'code', text: 'DepthwiseConv2D' },
        { kind: 'text', text: ' with ' },
        { kind: 'code', text: 'depth_multiplier' },
        { kind: 'text', text: '.' },
      ],
    });
  });
});

function layer(side: number, inChannels: number, out: number, bias = false): Convolution {
  return {
    kind: 'convolution',
    kernel: [side, side],
    in: inChannels,
    out,
    groups: 1,
    stride: [1, 1],
    padding: 'same',
    dilation: [1, 1],
    bias,
    transposed: false,
    outputPadding: [0, 0],
  };
}

type Under = { readonly convention?: Convention; readonly input?: readonly number[] };

function variant(
  name: VariantName,
  convolution: Convolution,
  { convention = 'pytorch', input }: Under = {},
): Priced {
  const found = variants({ convolution, multiplier: 1, batchNorm: false }, convention).find(
    (candidate) => candidate.name === name,
  );
  const priced = price(found?.layers ?? [], input && { input, batch: 1, elementType: 'fp32' });
  if (isFault(priced)) throw new Error(`${name} has a fault: ${priced.code}`);
  return priced;
}

function remaining(side: number, out: number): number {
  const convolution = layer(side, 8, out);
  return variant('separable', convolution).count.params / variant('standard', convolution).count.params;
}
