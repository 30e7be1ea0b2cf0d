import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';
import { layerOf, meaningOf, numbersFor } from '../support/ask-for.ts';

/** The plain form of a question is its canonical text; all spellings mean the same. */
type Row = readonly [plain: string, params: number, spellings: readonly string[]];

const kernels: readonly Row[] = [
  [
    '3 128 256',
    295_168,
    [
      ...[
        '',
        ' ',
        '3',
        '3x3',
        '3X3',
        '3×3',
        '3 x 3',
        '3*3',
        '(3, 3)',
        '3x3 kernel',
        'k3',
        'k=3',
        'k = 3',
        'k:3',
      ],
      ...[
        'k3x3',
        'k=3x3',
        'kernel 3',
        'kernel=3',
        'Kernel: 3',
        'kernel size 3',
        'kernel_size=3',
        'kernel-size 3',
      ],
      ...['kernel of 3', 'kernel_size=(3, 3)', '2d', 'conv2d', 'conv2d 3', '2d 3x3 128 256', 'a 3x3 conv'],
    ],
  ],
  [
    '1x7 64 64',
    28_736,
    ['k=1x7 64 64', 'k1x7 64 64', '1×7 64 64', '(1, 7) 64 64', '64 64 1x7', '1x7 64', '1X7 64->64'],
  ],
  [
    '3x3x3 4 8',
    872,
    ['k=3x3x3 4 8', '3d 3 4 8', '3D 3 4 8', 'conv3d 3 4 8', '3 4 8 3d', '3×3×3 4→8', 'conv3d 4->8'],
  ],
  [
    '1d 7 64 128',
    57_472,
    ['conv1d 7 64 128', 'Conv1D 7 64 128', '7 64 128 1d', 'rank=1 7 64 128', '1d k7 64->128'],
  ],
  ['1d 3 128 256', 98_560, ['1d', 'conv1d']],
];

const channels: readonly Row[] = [
  [
    '3 64 128',
    73_856,
    [
      ...[
        '3 64->128',
        '3 64 -> 128',
        '3 64→128',
        '3 64=>128',
        '3 64⇒128',
        '3 64 to 128',
        '3 from 64 to 128',
        '64->128 3',
      ],
      ...['64->128', '3 in=64 out=128', '3 out=128 in=64', 'out=128 3 64', 'in=64 3 128', '3 IN=64 OUT=128'],
      ...['3 cin=64 cout=128', '3 c_in=64 c_out=128', '3 ic=64 oc=128', '3 in 64 out 128', '3 cin64 cout128'],
      ...[
        '3 in_channels=64 out_channels=128',
        '3x3 64 in 128 out',
        '3 64 input channels 128 output channels',
      ],
      ...[
        '3 in=64 128 filters',
        '3 in=64 filters=128',
        '3, 64, 128',
        '3,64,128',
        '3; 64; 128',
        '3\n64\n128',
        '3\t64\t128',
      ],
      ...['3 0_64 1_28', '003 064 0128', '3 64 128.', '3 64 128?', '3 64 128!'],
    ],
  ],
  ['3 64 64', 36_928, ['3 64', '3 in=64', '3 out=64', '3 64 channels', '->64', '3x3 ->64', '3x3 64']],
  ['3 1000000 1', 9_000_001, ['3 1_000_000 1', '3 1000000->1', '3 in=1_000_000 out=1']],
];

const biases: readonly Row[] = [
  [
    '7 512 512 nobias',
    12_845_056,
    [
      ...[
        '7 512 512 no bias',
        '7 512 512 no-bias',
        '7 512 512 no_bias',
        '7 512 512 without bias',
        '7 512 512 NOBIAS',
      ],
      ...['7 512 512 without a bias', '7 512 512 bias=off', '7 512 512 bias=false', '7 512 512 bias=False'],
      ...[
        '7 512 512 bias=no',
        '7 512 512 bias=0',
        '7 512 512 bias off',
        '7 512 512 use_bias=False',
        'nobias 7 512 512',
      ],
      ...['7 512 nobias', '7 nobias 512 512', '/convparams 7 512 512 nobias', '@ConvParams 7 512 512 nobias'],
    ],
  ],
  [
    '7 512 512',
    12_845_568,
    [
      '7 512 512 bias',
      '7 512 512 with bias',
      '7 512 512 with a bias',
      '7 512 512 bias=on',
      '7 512 512 bias=true',
      '7 512',
    ],
  ],
];

const groups: readonly Row[] = [
  [
    '3 128 128 g=32 nobias',
    4_608,
    [
      ...[
        '3 128 128 g32 nobias',
        '3 128 128 groups 32 nobias',
        '3 128 128 groups=32 nobias',
        '3 128 128 32 groups nobias',
      ],
      ...[
        '3 128 128 G=32 nobias',
        '3 128 128 group 32 nobias',
        'g=32 nobias 3 128 128',
        '3 128 128 groups of 32 nobias',
      ],
    ],
  ],
  [
    '3 64 64 g=64',
    640,
    ['3 64 64 dw', '3 64 64 depthwise', '3 64 64 depth-wise', '3 64 dw', 'dw 3 64', 'Depthwise 3 64 64'],
  ],
  ['3 64 128 g=64', 1_280, ['3 64 128 dw']],
  [
    '3 64 128 m=2',
    73_856,
    ['3 64 128 m2', '3 64 128 mult 2', '3 64 128 mult=2', '3 64 128 depth multiplier 2'],
  ],
  [
    '3 64 128',
    73_856,
    ['3 64 128 g=1', '3 64 128 m=1', '3 64 128 s=1 d=1', '3 64 128 same', '3 64 128 macs pytorch'],
  ],
];

const windows: readonly Row[] = [
  [
    '3 64 64 s=2',
    36_928,
    [
      '3 64 64 s2',
      '3 64 64 stride 2',
      '3 64 64 strides=2',
      '3 64 64 stride of 2',
      '3 64 64 s=2x2',
      '3 64 64 stride=(2, 2)',
      '3 64 64 stride is 2',
    ],
  ],
  ['3 64 64 s=2x1', 36_928, ['3 64 64 s2x1', '3 64 64 stride 2x1', '3 64 64 stride (2, 1)']],
  ['3 64 64 d=2', 36_928, ['3 64 64 d2', '3 64 64 dilation 2', '3 64 64 dilation_rate=2', '3 64 64 d=2x2']],
  ['3 64 64 p=1', 36_928, ['3 64 64 p1', '3 64 64 padding 1', '3 64 64 pad=1', '3 64 64 padding=(1, 1)']],
  ['3 64 64 p=1x0', 36_928, ['3 64 64 p1x0', '3 64 64 padding=1x0']],
  [
    '3 64 64 valid',
    36_928,
    [
      '3 64 64 p=0',
      '3 64 64 p0',
      '3 64 64 padding valid',
      '3 64 64 padding=valid',
      '3 64 64 no padding',
      '3 64 64 valid padding',
    ],
  ],
  [
    '3 64 64',
    36_928,
    ['3 64 64 same', '3 64 64 padding=same', '3 64 64 same padding', '3 64 64 padding same'],
  ],
  ['1d 3 8 8 causal', 200, ['1d 3 8 8 padding=causal', '1d 3 8 causal padding']],
  [
    '4 64 32 t s=2 p=1',
    32_800,
    [
      '4 64 32 t s2 p1',
      '4 64 32 transposed s2 p1',
      '4 64 32 T S2 P1',
      '4 64 32 transpose s2 p1',
      't=yes 4 64 32 s2 p1',
      '4 64 32 deconv s2 p1',
    ],
  ],
  [
    '3 64 32 t s=2 p=1 op=1',
    18_464,
    ['3 64 32 t s2 p1 op1', '3 64 32 transposed s2 p1 output padding 1', '3 64 32 t s2 p1 output_padding=1'],
  ],
];

const settings: readonly Row[] = [
  [
    '3 64 64 @56',
    36_928,
    [
      '3 64 64 @ 56',
      '3 64 64 @56x56',
      '3 64 64 input=56',
      '3 64 64 input 56',
      '3 64 64 input size 56',
      '@56 3 64 64',
      '3 64 64 at 56x56',
      '3 64 64 56x56 input',
      '3 64 64 @(56, 56)',
    ],
  ],
  ['3x3x3 4 8 @16x112x112', 872, ['3d 3 4 8 @16x112x112', '3x3x3 4 8 input=16x112x112']],
  [
    '3 64 64 @56 batch=8',
    36_928,
    ['3 64 64 @56 batch 8', '3 64 64 @56 batch size 8', '3 64 64 @56 batch of 8', 'batch8 3 64 64 @56'],
  ],
  ...['fp32', 'fp16', 'bf16', 'int8', 'int4'].map(
    (type): Row => [
      `3 64 64 ${type}`,
      36_928,
      [`3 64 64 ${type.toUpperCase()}`, `3 64 64 dtype=${type}`, `${type} 3 64 64`, `3 64 64 in ${type}`],
    ],
  ),
  [
    '3 64 64 bn',
    36_992,
    ['3 64 64 batchnorm', '3 64 64 BatchNorm', '3 64 64 batch norm', '3 64 64 with bn', '3 64 64 bn nobias'],
  ],
  [
    '3 64 64 keras',
    36_928,
    ['3 64 64 Keras', '3 64 64 tf', '3 64 64 tensorflow', '3 64 64 framework=keras', '3 64 64 in keras'],
  ],
  [
    '3 64 64',
    36_928,
    ['3 64 64 pytorch', '3 64 64 PyTorch', '3 64 64 torch', '3 64 64 share', '3 64 64 macs'],
  ],
  [
    '3 64 64 @56 flops',
    36_928,
    ['3 64 64 @56 FLOPs', '3 64 64 @56 unit=flops', 'how many flops is 3 64 64 @56?'],
  ],
];

/** What keyboards, chats and word processors make of what was typed. */
const corrections: readonly Row[] = [
  [
    '3 128 256 nobias',
    294_912,
    [
      ...[
        '3X3 128—>256 No bias',
        '3x3 128–>256 nobias',
        '3×3 128−>256 nobias',
        '3x3 128⟶256 nobias',
        '3x3 128 ➜ 256 nobias',
      ],
      ...[
        '３ １２８ ２５６ nobias',
        '３ｘ３ １２８－＞２５６ ｎｏｂｉａｓ',
        '3\u00a0128\u00a0256\u00a0nobias',
        '3\u2009128\u202f256 nobias',
      ],
      ...[
        '\ufeff3 128 256 nobias',
        '3 128 256\u200b nobias',
        '“3 128 256 nobias”',
        '‘3 128 256’ nobias',
        '«3 128 256 nobias»',
      ],
      ...[
        '`3 128 256 nobias`',
        '```\n3 128 256 nobias\n```',
        '*3 128 256* nobias',
        '3、128、256 nobias',
        '3，128，256 nobias。',
      ],
      ...[
        '3 128 256 no‑bias',
        '3 128 256 no–bias',
        '- 3 128 256 nobias',
        '3 128 256 Nobias.',
        '3 128 256 nobias…'.slice(0, -1),
      ],
    ],
  ],
];

const sentences: readonly Row[] = [
  [
    '7 512 512 nobias',
    12_845_056,
    [
      'how many params does a 7x7 conv with 512 in and 512 out have without bias?',
      'How many parameters does a 7×7 convolution with 512 input channels and 512 output channels have without bias?',
      'what is the number of parameters of a conv2d layer with kernel size 7, 512 in 512 out, no bias',
      "what's the cost of a 7x7 conv from 512 to 512 without a bias, please?",
      'kernel size of 7, from 512 to 512, no bias please',
      'a 7x7 conv layer, 512 in and 512 out, without bias',
      'compute 7x7 512 input channels 512 filters nobias',
    ],
  ],
  [
    '3 64 128 s=2 @56',
    73_856,
    [
      'how many params for a 3x3 conv with stride of 2 from 64 to 128 at 56x56?',
      'a 3x3 layer with 64 in 128 out and stride 2 on 56x56 input',
    ],
  ],
];

const tables: Readonly<Record<string, readonly Row[]>> = {
  kernels,
  channels,
  biases,
  groups,
  windows,
  settings,
  'auto-corrections': corrections,
  'plain sentences': sentences,
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  describe.each(rows)('%j has %i parameters', (plain, params, spellings) => {
    it('in its plain form', () => {
      const { total, ...rest } = numbersFor(plain);
      expect(total.params).toBe(params);
      expect(meaningOf(ask(plain).command)).toEqual(meaningOf(plain));
      expect(rest.question).toBe('layer');
    });

    it.each(spellings)('as %j', (spelling) => {
      expect(meaningOf(spelling)).toEqual(meaningOf(plain));
    });
  });
});

describe('the plain form', () => {
  const plain = Object.values(tables).flatMap((rows) => rows.map(([form]) => form));
  // The element type that is the default is kept: it asks for byte sizes. `nobias` goes before `g=`.
  const reordered: Readonly<Record<string, string>> = { '3 128 128 g=32 nobias': '3 128 128 nobias g=32' };

  it.each([...new Set(plain)])('%s is its own canonical text', (form) => {
    expect(ask(form).command).toBe(reordered[form] ?? form);
  });
});

describe('what the words do', () => {
  it.each<[string, Partial<ReturnType<typeof layerOf>>]>([
    [
      '1x7 8 16',
      { kernel: [1, 7], in: 8, out: 16, groups: 1, stride: [1, 1], padding: 'same', dilation: [1, 1] },
    ],
    ['3 8 16', { kernel: [3, 3], bias: true, transposed: false }],
    ['1d 5 8 16', { kernel: [5], stride: [1] }],
    ['3d 5 8 16', { kernel: [5, 5, 5] }],
    ['3 8 16 nobias', { bias: false, biases: 0, weights: 1_152, params: 1_152 }],
    ['3 8 16', { biases: 16, weights: 1_152, params: 1_168 }],
    ['3 8 16 g=4', { groups: 4, weights: 288, biases: 16 }],
    ['3 8 dw', { groups: 8, in: 8, out: 8 }],
    ['3 8 dw m=2', { groups: 8, in: 8, out: 16 }],
    ['3 8 16 s=2x1 d=3 p=1x2', { stride: [2, 1], dilation: [3, 3], padding: [1, 2] }],
    ['3 8 16 valid', { padding: [0, 0] }],
    ['1d 3 8 16 causal @10', { padding: 'causal', output: [10] }],
    ['3 8 16 @56 s2', { output: [28, 28], macs: 1_152 * 28 * 28 }],
    ['3 8 16 @57x31 s2', { output: [29, 16], macs: 1_152 * 29 * 16 }],
    ['3 8 16 @56 batch=8', { params: 1_168, macs: 8 * 1_152 * 56 * 56 }],
    ['4 8 16 t s2 p1 @5', { transposed: true, output: [10, 10], macs: 2_048 * 25 }],
    ['3 8 16 t s2 p1 op=1 @5', { output: [10, 10] }],
  ])('%s', (question, expected) => {
    expect(layerOf(question)).toMatchObject(expected);
  });

  it('no MACs without an input', () => {
    expect(layerOf('3 8 16 batch=8').macs).toBeUndefined();
    expect(numbersFor('3 8 16').total.output).toBeUndefined();
  });

  it('bn adds scale and shift and drops the bias', () => {
    expect(numbersFor('3 64 64 bn').total).toMatchObject({
      params: 36_864 + 128,
      weights: 36_864 + 64,
      biases: 64,
    });
    expect(numbersFor('3 64 64 bn keras').total.params).toBe(36_864 + 256);
    expect(numbersFor('3 64 64 bn').assumptions[0]).toMatch(/BatchNorm.* no bias/);
  });

  it('share is no part of the canonical text, so that a button answers only who presses it', () => {
    expect(ask('3 64 64 share')).toMatchObject({ share: true, command: '3 64 64' });
    expect(ask('3 64 64').share).toBe(false);
  });
});

describe('guesses are told', () => {
  it.each([
    ['7 512', 'Read as 7×7, 512 → 512: one number of channels stands for both.'],
    ['1x7 64', 'Read as 1×7, 64 → 64: one number of channels stands for both.'],
    ['512', 'Read as 3×3, 512 → 512: one number of channels stands for both.'],
    ['3x3 filters, 64 channels', 'Read as 3×3, 64 → 64: one number of channels stands for both.'],
    ['', 'Kernel 3×3 and 128 → 256 channels, as none were given.'],
    ['g=32', 'Kernel 3×3 and 128 → 256 channels, as none were given.'],
    ['7', '128 → 256 channels, as none were given.'],
    ['7 dw', '128 → 128 channels, as none were given.'],
    ['64->128', 'Kernel 3×3, as none was given.'],
    ['3 64 64 @56', 'Padding same, the default here.'],
    ['3 64 64 bn', 'BatchNorm follows and adds a shift of its own, so the convolution has no bias.'],
    [
      '3 64 64 batch=8',
      'Batch size: it counts for operations only, and they need an input size such as @56.',
    ],
    ['3 64 64 flops', 'Operations are shown once there is an input size, such as @56.'],
  ])('%j: %s', (question, sentence) => {
    expect(numbersFor(question).assumptions).toContain(sentence);
  });

  it.each(['7 512 512', '7 512->512', '7 in=512 out=512 valid @56', '3 8 8 bn nobias'])(
    '%s has none',
    (question) => {
      const guesses = numbersFor(question).assumptions.filter(
        (sentence) => !/convention|1 MAC/.test(sentence),
      );
      expect(guesses).toEqual([]);
    },
  );
});
