import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';
import type { ProblemCode } from '../../src/command/problem.ts';
import { problemFor, unmarked } from '../support/ask-for.ts';

/** A question with its culprit between ⟦ and ⟧, and the corrected question that is offered. */
type Row = readonly [marked: string, suggestion?: string];

// A Record, so that a code without a question does not compile.
const mistakes: Readonly<Record<ProblemCode, readonly Row[]>> = {
  'too-long': [[`${'3 64 64 '.repeat(500)}⟦nobias⟧`], [`${'a'.repeat(4_000)}⟦a⟧`]],
  'unknown-word': [
    ['3 64 64 ⟦x2⟧'],
    ['3 64 64 ⟦cc⟧'],
    ['3 64 64 ⟦ask⟧'],
    ['3 64 64 ⟦wd⟧', '3 64 64 dw'],
    ['7 512 512 ⟦nobais⟧', '7 512 512 nobias'],
    ['⟦foo⟧ 3 64 64'],
    ['3 64 64 ⟦help⟧'],
    ['3 64 64 ⟦hullabaloo⟧'],
    ['3 64 64 ⟦dpethwise⟧', '3 64 64 depthwise'],
    ['3 64 64 ⟦dilatoin⟧ 2', '3 64 64 dilation 2'],
    ['3 64 64 ⟦#⟧'],
    ['3 64 64 ⟦q7⟧'],
    ['⟦κ⟧ 3 64 64'],
    ['nn.Conv2d(3, 8, 3) ⟦foo⟧'],
  ],
  'unknown-topic': [
    ['explain ⟦biass⟧', 'explain bias'],
    ['explain ⟦foo⟧'],
    ['help ⟦gruops⟧', 'help groups'],
    ['⟦help ⟧3 64 64', '3 64 64'],
  ],
  'not-a-number': [
    ['3 64 64 g=⟦0x10⟧', '3 64 64 g=16'],
    ['3 ⟦1e3⟧ 64', '3 1000 64'],
    ['3 ⟦1.5⟧ 64'],
    ['⟦3.0⟧ 64 64', '3 64 64'],
    ['3 64 64 s=⟦.5⟧'],
    ['3 ⟦-5⟧ 64', '3 5 64'],
    ['3 64 64 p=⟦-1⟧', '3 64 64 p=1'],
    ['3 ⟦1__0⟧ 64', '3 10 64'],
    ['3 ⟦1_⟧ 64', '3 1 64'],
    ['3 ⟦2k⟧ 64', '3 2000 64'],
    ['3 ⟦1.024⟧ 2.048', '3 1024 2048'],
    ['3 ⟦12abc⟧ 64'],
    ['3 64 64 s=⟦1x⟧'],
    ['3 64⟦-128⟧', '3 64->128'],
    ['in=⟦3x3⟧'],
    ['⟦1e400⟧ 2 2'],
  ],
  'out-of-range': [
    ['3 ⟦1000001⟧ 64', '3 1000000 64'],
    ['3 64 ⟦1_000_001⟧', '3 64 1000000'],
    ['3 ⟦0⟧ 64', '3 1 64'],
    ['3 ⟦0x10⟧ 64', '3 1x10 64'],
    ['⟦1002⟧ 3 3', '1001 3 3'],
    ['⟦0⟧ 3 3', '1 3 3'],
    ['⟦3x1002⟧ 3 3', '3x1001 3 3'],
    ['3 3 3 @⟦65537⟧', '3 3 3 @65536'],
    ['3 3 3 @⟦0⟧', '3 3 3 @1'],
    ['3 64 64 g=⟦0⟧', '3 64 64 g=1'],
    ['3 64 64 s=⟦0⟧', '3 64 64 s=1'],
    ['3 64 64 d⟦0⟧', '3 64 64 d1'],
    ['3 64 64 p=⟦65537⟧', '3 64 64 p=65536'],
    ['3 64 64 m=⟦1001⟧', '3 64 64 m=1000'],
    ['3 64 64 batch=⟦0⟧', '3 64 64 batch=1'],
    ['rank=⟦4⟧ 3 3 3', 'rank=3 3 3 3'],
    ['3 64 ⟦99999999999999999999⟧', '3 64 1000000'],
    ['nn.Conv2d(64, 64, ⟦0⟧)', 'nn.Conv2d(64, 64, 1)'],
    ['nn.Conv2d(64, ⟦1000001⟧, 3)', 'nn.Conv2d(64, 1000000, 3)'],
    ['nn.Conv2d(64, 64, ⟦(3, 1002)⟧)', 'nn.Conv2d(64, 64, (3, 1001))'],
    ['nn.Conv2d(64, 64, 3, stride=⟦0⟧)', 'nn.Conv2d(64, 64, 3, stride=1)'],
  ],
  'bad-value': [
    ["layers.Conv2D(64, 3, data_format=⟦'channels_first'⟧, input_shape=(3, 32, 48))"],
    ['bias=⟦maybe⟧ 3 64 64'],
    ['3 64 64 p=⟦foo⟧'],
    ['3 64 64 p=⟦sane⟧', '3 64 64 p=same'],
    ['3 64 64 dtype=⟦int9⟧', '3 64 64 dtype=int8'],
    ['3 64 64 framework=⟦kera⟧', '3 64 64 framework=keras'],
    ['3 64 64 g=⟦many⟧'],
    ['⟦512 input⟧', 'in=512'],
    ['3x3 ⟦64 input⟧', '3x3 in=64'],
  ],
  'missing-value': [
    ['3 64 64 ⟦g⟧='],
    ['⟦groups⟧'],
    ['3 64 64 ⟦@⟧'],
    ['⟦->⟧'],
    ['3 64⟦->⟧'],
    ['⟦stride⟧'],
    ['3 64 64 ⟦g⟧==2'],
  ],
  'missing-layer': [
    ['5 32 64 ⟦vs⟧', '5 32 64'],
    ['⟦vs⟧ 5 32 64', '5 32 64'],
    ['⟦vs⟧'],
    ['5 32 64 ⟦+⟧', '5 32 64'],
    ['5 32 64 ⟦vs⟧ vs 3', '5 32 64 vs 3'],
    ['5 32 64 ⟦+⟧ vs 3', '5 32 64 vs 3'],
    ['⟦nn.LSTM(10, 20)⟧'],
    ['⟦nn.ReLU()⟧'],
  ],
  'too-many-numbers': [
    ['3 64 128 ⟦56x56⟧', '3 64 128 @56x56'],
    ['3 64 64 ⟦64⟧', '3 64 64'],
    ['7 7 512 ⟦512⟧', '7x7 512 512'],
    ['3x3 64 64 ⟦5⟧', '3x3 64 64'],
    ['k=3 64 64 ⟦5⟧', 'k=3 64 64'],
    ['3 ⟦1,024⟧ 512', '3 1024 512'],
    ['⟦1,024⟧ 512', '1024 512'],
    ['3 64 ⟦1,280⟧', '3 64 1280'],
    ['in=⟦1,024⟧', 'in=1024'],
    ['in=⟦1,024⟧ out=2,048', 'in=1024 out=2048'],
    ['3 in=⟦1,280⟧ out=64', '3 in=1280 out=64'],
    ['3 64->⟦1,280⟧', '3 64->1280'],
    ['3x3 ⟦1,024⟧->2,048', '3x3 1024->2048'],
    ['⟦g1,024⟧ 3 1024', 'g1024 3 1024'],
    ['3 64->128 @⟦1,024⟧', '3 64->128 @1024'],
    ['@⟦224,224⟧ 3 64 128', '@224x224 3 64 128'],
    ['k=⟦3,5⟧ 64 128', 'k=3x5 64 128'],
    ['stride ⟦2,1⟧ 3 64 64', 'stride 2x1 3 64 64'],
    ['3 64 100,⟦5⟧', '3 64 100'],
    ['3 64 64 ⟦1⟧ 2 3'],
    ['nn.Conv2d(4, 8, 3) ⟦5⟧', 'nn.Conv2d(4, 8, 3)'],
  ],
  'too-many-layers': [
    [`1${' + 1'.repeat(63)} + ⟦1⟧`],
    [`1${' vs 1'.repeat(63)} vs ⟦1⟧`],
    ['(0-20000): 20001 x ⟦Conv2d⟧(1, 1, 1)'],
  ],
  ambiguous: [
    ['⟦2x2 stride 3x3⟧ 8 8', 'k=2x2 s=3x3 8 8'],
    ['⟦1x1 stride 3x3⟧ 8 8', 'k=1x1 s=3x3 8 8'],
    ['⟦3 in 64 out 5⟧', '3 in=64 out=5'],
    ['3 64 64 g=4 vs ⟦5⟧', '3 64 64 g=4 vs k=5'],
    ['⟦size 28⟧ 64->128', '@28 64->128'],
  ],
  'missing-input': [
    ['3x3 ⟦64 filters⟧', '3x3 64 filters in=3'],
    ['⟦64@3x3⟧ conv', '64@3x3 conv in=3'],
    ['conv ⟦16⟧', 'conv 16 in=3'],
  ],
  conflict: [
    ['3 64 64 ⟦m=2⟧ dw', '3 64 64 m=1 dw'],
    ['3 64 64 g=2 ⟦g=4⟧', '3 64 64 g=4'],
    ['3 64 64 bias ⟦nobias⟧', '3 64 64 nobias'],
    ['3 64 64 nobias ⟦bias=on⟧', '3 64 64 bias=on'],
    ['3 64 64 same ⟦valid⟧', '3 64 64 valid'],
    ['3 64 64 s2 ⟦stride 3⟧', '3 64 64 stride 3'],
    ['3 64 64 fp16 ⟦int8⟧', '3 64 64 int8'],
    ['3 64 64 @56 ⟦@28⟧', '3 64 64 @28'],
    ['3x3 64 128 ⟦56x56⟧', '3x3 64 128 @56x56'],
    ['3 64 64 dw ⟦g=3⟧', '3 64 64 dw g=64'],
    ['3 64 64 separable ⟦dw⟧', '3 64 64 separable'],
    ['3 64 64 separable ⟦g=2⟧', '3 64 64 separable'],
    ['3 64 64 keras vs 3 64 64 ⟦pytorch⟧', '3 64 64 vs 3 64 64 pytorch'],
    ['3 64 64 @56 + 3 64 ⟦@28⟧', '3 64 64 + 3 64 @28'],
    ['nn.Conv2d(4, 8, 3, groups=4) ⟦g=2⟧', 'nn.Conv2d(4, 8, 3, groups=4)'],
    ['nn.Conv2d(4, 8, 3, in_channels=⟦4⟧)'],
  ],
  'misplaced-word': [
    ['nn.Conv2d(4, 8, 3); nn.Conv2d(8, 8, 3) ⟦nobias⟧', 'nn.Conv2d(4, 8, 3); nn.Conv2d(8, 8, 3)'],
    ['nn.Conv2d(4, 8, 3); nn.Conv2d(8, 8, 3) ⟦g=2⟧', 'nn.Conv2d(4, 8, 3); nn.Conv2d(8, 8, 3)'],
  ],
  'rank-mismatch': [
    ['⟦3x3x3x3⟧ 64 128 nobias', '3x3x3 64 128 nobias'],
    ['⟦3x3x3x3⟧', '3x3 3 3'],
    ['1d ⟦3x3⟧ 64 64', '1d 3 64 64'],
    ['1d 3 64 64 @⟦5x5⟧', '1d 3 64 64 @5'],
    ['3 64 64 @⟦3x4x5⟧', '3 64 64 @3x4x5 3d'],
    ['3x3 64 64 @⟦3x4x5⟧', '3x3 64 64 @3x4'],
    ['3 64 64 s=⟦1x2x3⟧', '3 64 64 s=1x2'],
    ['3 64 64 3d s=⟦2x2⟧', '3 64 64 3d s=2'],
    ['3x3x3 64 64 @⟦56x56⟧', '3x3x3 64 64 @56'],
    ['3 3 3 @⟦3x4x5x6⟧', '3 3 3 @3x4x5'],
    ['nn.Conv1d(3, 10, 3) @⟦32x32⟧', 'nn.Conv1d(3, 10, 3) @32'],
    ['3 3 32 + ⟦1d 3 64⟧'],
    ['nn.Conv2d(3, 10, ⟦(3, 3, 3)⟧)', 'nn.Conv2d(3, 10, (3, 3))'],
  ],
  'groups-do-not-divide': [
    ['3 128 250 ⟦g=32⟧', '3 128 256 g=32'],
    ['3 100 128 ⟦groups 32⟧', '3 96 128 groups 32'],
    ['3 64 100 ⟦dw⟧', '3 64 128 dw'],
    ['⟦g=3⟧', 'g=2'],
    ['1 128 64 + 3 64 64 ⟦g=7⟧', '1 128 64 + 3 64 64 g=8'],
    ['3 512 512 ⟦g=31⟧', '3 512 512 g=32'],
    ['3 100 64 ⟦dw⟧', '3 100 100 dw'],
    ['3 1000000 1000000 ⟦g=999999⟧', '3 1000000 1000000 g=1000000'],
    ['nn.Conv2d(64, 100, 3, groups=⟦32⟧)', 'nn.Conv2d(64, 96, 3, groups=32)'],
    ['nn.Conv2d(3, 8, 3) ⟦dw⟧', 'nn.Conv2d(3, 9, 3) dw'],
  ],
  'kernel-larger-than-input': [
    ['7 3 3 valid @⟦4⟧', '7 3 3 valid @7'],
    ['7 3 3 p=1 @⟦4⟧', '7 3 3 p=1 @5'],
    ['3 3 3 d=4 valid @⟦8⟧', '3 3 3 d=4 valid @9'],
    ['1x7 3 3 valid @⟦5x5⟧', '1x7 3 3 valid @5x7'],
    ['nn.Conv2d(3, 10, 3) @⟦2⟧', 'nn.Conv2d(3, 10, 3) @3'],
    ['3 3 8 valid + 3 8 valid @⟦4⟧'],
  ],
  'output-too-small': [
    ['3 64 64 t p=5 @⟦1⟧', '3 64 64 t p=5 @9'],
    ['nn.ConvTranspose2d(1, 1, 1, padding=1) @⟦2⟧', 'nn.ConvTranspose2d(1, 1, 1, padding=1) @3'],
  ],
  'output-padding-too-large': [
    ['3 64 64 t s2 ⟦op=2⟧', '3 64 64 t s2 op=1'],
    ['3 64 64 t ⟦op=1⟧', '3 64 64 t op=0'],
    [
      'nn.ConvTranspose2d(1, 1, 3, 2, output_padding=⟦2⟧)',
      'nn.ConvTranspose2d(1, 1, 3, 2, output_padding=1)',
    ],
  ],
  'output-padding-without-transposed': [
    ['3 64 64 s2 ⟦op=1⟧', '3 64 64 s2 t op=1'],
    ['3 64 64 ⟦output padding 1⟧', '3 64 64 t output padding 0'],
  ],
  'unsupported-padding': [
    ['3 64 64 ⟦causal⟧', '3 64 64 same'],
    ['1x7 64 64 p=⟦causal⟧', '1x7 64 64 p=same'],
    ['1d 3 64 64 t ⟦causal⟧', '1d 3 64 64 t same'],
    ["nn.ConvTranspose2d(64, 32, 3, padding=⟦'same'⟧)", 'nn.ConvTranspose2d(64, 32, 3, padding=0)'],
    [
      "nn.ConvTranspose2d(64, 32, 3, padding_mode=⟦'reflect'⟧)",
      "nn.ConvTranspose2d(64, 32, 3, padding_mode='zeros')",
    ],
  ],
  'same-with-stride': [
    ["nn.Conv2d(64, 64, 3, padding=⟦'same'⟧, stride=2)", 'nn.Conv2d(64, 64, 3, padding=1, stride=2)'],
    ["nn.Conv2d(64, 64, (7, 3), 2, ⟦'same'⟧)", 'nn.Conv2d(64, 64, (7, 3), 2, (3, 1))'],
    [
      "nn.Conv2d(64, 64, 3, 2, padding=⟦'same'⟧, dilation=2)",
      'nn.Conv2d(64, 64, 3, 2, padding=2, dilation=2)',
    ],
  ],
  'stride-with-dilation': [
    [
      'layers.Conv2D(64, 3, strides=2, dilation_rate=⟦2⟧) in=3',
      'layers.Conv2D(64, 3, strides=2, dilation_rate=1) in=3',
    ],
  ],
  'count-too-large': [
    ['⟦1001x1001x1001 1000000 1000000⟧'],
    ['3 64 64 @⟦65536⟧ batch=1000000'],
    ['nn.Conv2d(3, 8, 3) + ⟦1001x1001 1000000 1000000 nobias⟧'],
    ['⟦nn.Linear(9007199254740991, 2)⟧'],
  ],
  'unclosed-bracket': [
    ['3 64 64 ⟦(⟧', '3 64 64'],
    ['3 64 64 ⟦)⟧', '3 64 64'],
    ['3 64 [64 ⟦(⟧nobias', '3 64 64 nobias'],
    ['nn.Conv2d⟦(⟧64, 64, 3', 'nn.Conv2d(64, 64, 3)'],
    ['nn.Sequential(nn.Conv2d⟦(⟧64, 64, 3', 'nn.Sequential(nn.Conv2d(64, 64, 3))'],
  ],
  'too-deep': [[`${'A('.repeat(64)}A⟦(⟧${')'.repeat(65)}`]],
  'unknown-module': [
    ['⟦nn.conv2d⟧(64, 64, 3)', 'nn.Conv2d(64, 64, 3)'],
    ['⟦nn.Conv2D⟧(64, 64, 3)', 'nn.Conv2d(64, 64, 3)'],
    ['⟦torch.nn.conv1d⟧(64, 64, 3)', 'torch.nn.Conv1d(64, 64, 3)'],
    ['⟦conv2d⟧(64, 64, 3)', 'Conv2d(64, 64, 3)'],
    ['⟦layers.Conv2d⟧(64, 3) in=3', 'layers.Conv2D(64, 3) in=3'],
    ['⟦keras.layers.Conv2d⟧(64, 3)', 'keras.layers.Conv2D(64, 3) in=3'],
    ['⟦layers.separableconv2d⟧(64, 3) in=3', 'layers.SeparableConv2D(64, 3) in=3'],
  ],
  'unknown-argument': [
    ['nn.Conv2d(64, 64, 3, ⟦kernel=3⟧)'],
    ['nn.Conv2d(64, 64, 3, ⟦strid=2⟧)', 'nn.Conv2d(64, 64, 3, stride=2)'],
    ['nn.Conv2d(64, 64, 3, ⟦strides=2⟧)', 'nn.Conv2d(64, 64, 3, stride=2)'],
    ['layers.Conv2D(64, 3, ⟦stride=2⟧) in=3', 'layers.Conv2D(64, 3, strides=2) in=3'],
    [
      'nn.Sequential(nn.Conv2d(3, 8, 3), nn.Linear(in_features=3, ⟦out_feature=4⟧))',
      'nn.Sequential(nn.Conv2d(3, 8, 3), nn.Linear(in_features=3, out_features=4))',
    ],
  ],
  'missing-argument': [
    ['⟦nn.Conv2d⟧(64, 64)'],
    ['⟦layers.Conv2D⟧(64) in=3'],
    ['⟦nn.Linear⟧(64)'],
    ['⟦nn.Conv2d⟧()'],
  ],
  'too-many-arguments': [
    ["nn.Conv2d(64, 64, 3, 1, 1, 1, 1, True, 'zeros', ⟦None⟧)"],
    ['nn.Linear(3, 4, True, ⟦None⟧)'],
  ],
  'not-a-literal': [
    ['[nn.Conv2d(64, 64, 3) ⟦for _ in range(4)]⟧'],
    ['nn.Conv2d(64, 64, 3) ⟦* 4⟧'],
    ['a = nn.Conv2d(64, 64, 3) ⟦if use else⟧ nn.Conv2d(64, 64, 5)'],
    ['nn.Conv2d(⟦channels⟧, 64, 3)'],
    ['nn.Conv2d(64, ⟦2*n⟧, 3)'],
    ['nn.Conv2d(64, 64, ⟦3.0⟧)'],
    ['nn.Conv2d(64, 64, ⟦-3⟧)'],
    ['nn.Conv2d(64, 64, ⟦1e1⟧)'],
    ['nn.Conv2d(64, 64, ⟦"3"⟧)'],
    ['nn.Conv2d(64, 64, 3, bias=⟦bias⟧)'],
    ['nn.Conv2d(64, 64, 3, padding=⟦2.5⟧)'],
    ["nn.Conv2d(64, 64, 3, padding=⟦'causal'⟧)"],
    ["nn.Conv2d(64, 64, 3, padding_mode=⟦'mirror'⟧)"],
    ['nn.Conv2d(64, 64, ⟦()⟧)'],
    ['layers.Conv2D(64, 3, input_shape=⟦(3,)⟧)'],
    ['⟦for i in range(3):⟧\n    nn.Conv2d(64, 64, 3)'],
    ['layers = []\n⟦for i in range(3):⟧\n    layers.append(nn.Conv2d(64, 64, 3))'],
    ['nn.Conv2d(1, 1, 1)\n⟦while True:⟧\n    nn.Conv2d(64, 64, 3)'],
  ],
  'missing-input-channels': [
    ['⟦layers.Conv2D⟧(256, 3)', 'layers.Conv2D(256, 3) in=3'],
    ['⟦DepthwiseConv2D⟧(3)', 'DepthwiseConv2D(3) in=3'],
    [
      'keras.Sequential([⟦layers.Conv2D⟧(8, 3), layers.Conv2D(8, 3)])',
      'keras.Sequential([layers.Conv2D(8, 3), layers.Conv2D(8, 3)]) in=3',
    ],
  ],
};

const all = Object.entries(mistakes).flatMap(([code, rows]) =>
  rows.map(([marked, suggestion]) => ({ code, suggestion, ...unmarked(marked) })),
);

describe.each(Object.entries(mistakes))('%s', (code, rows) => {
  it.each(rows.map(([marked, suggestion]) => ({ marked, suggestion })))(
    '$marked',
    ({ marked, suggestion }) => {
      const { question, at } = unmarked(marked);
      const problem = problemFor(question);
      expect(problem).toMatchObject({ code, at });
      expect(problem.suggestion).toBe(suggestion);
    },
  );
});

describe('a mistake', () => {
  it.each<[string, string]>([
    [
      '3 128 250 g=32',
      '32 groups do not divide 250 output channels. Groups that do: 1 or 2. Nearest width that works: 256.',
    ],
    ['7 512 512 nobais', 'nobais is not a word I know. Did you mean nobias?'],
    ['3 64 64 foo', 'foo is not a word I know.'],
    ['3 64 64 help', 'help stands at the start of a question, alone or before one word: help groups.'],
    ['3 1e3 64', '1e3 is not a plain whole number: write digits only, such as 512.'],
    ['1002 3 3', '1002 is out of range: the kernel can be 1 to 1,001.'],
    ['512 input', '512 input may be channels or a size: write in=512 for channels, @512 for the size.'],
    [
      '3 64 64 t p=5 @1',
      'The output would be -7×-7: every side must be at least 1. Less padding or a larger input helps.',
    ],
    ['a'.repeat(4_001), 'The question is too long: at most 4,000 characters are read.'],
  ])('%s is told', (question, message) => {
    expect(problemFor(question).message).toBe(message);
  });

  it('in 4,000 characters of words is read, one character more is not', () => {
    const question = `3 64 64${' '.repeat(3_993)}`;
    expect(ask(question).kind).toBe('answer');
    expect(problemFor(`${question} `)).toMatchObject({ code: 'too-long', at: [4_000, 4_001] });
  });

  it('in 131,072 characters of code is read, one character more is not', () => {
    const question = 'nn.Conv2d(64, 64, 3)'.padEnd(131_072);
    expect(ask(question).kind).toBe('answer');
    expect(problemFor(`${question} `)).toMatchObject({ code: 'too-long', at: [131_072, 131_073] });
  });

  it('in 4,000 characters of words beside code is read, more are not', () => {
    const words = 'on 3x3 '.repeat(600);
    expect(problemFor(`nn.Conv2d(3, 3, 3)\n${words}`)).toMatchObject({
      code: 'too-long',
      message: 'Too many words beside the code: at most 4,000 characters of them are read.',
    });
  });

  it('names the exact place behind spaces and odd characters', () => {
    const question = '  3×3\u00a064—>64  “nobais”';
    const { at } = problemFor(question);
    expect(question.slice(...at)).toBe('nobais');
  });

  it('quotes no more than 32 characters of a word, and no control character', () => {
    const { message } = problemFor(`3 64 64 ${'x'.repeat(500)}`);
    expect(message.length).toBeLessThan(100);
    expect(problemFor('3 64 64 a\u001b[31mb').message).not.toMatch(/\p{C}/u);
    expect(problemFor('3 64 64 a\u202eb').message).not.toMatch(/\p{C}/u);
  });

  it.each(all.filter(({ suggestion }) => suggestion !== undefined))(
    'in $question is mended by $suggestion',
    ({ suggestion = '' }) => {
      expect(ask(suggestion).kind).not.toBe('problem');
    },
  );

  it('with two readings has a correction for each', () => {
    expect(problemFor('512 input')).toMatchObject({ suggestion: 'in=512', otherSuggestion: '@512' });
    expect(problemFor('3x3 64 input')).toMatchObject({ suggestion: '3x3 in=64', otherSuggestion: '3x3 @64' });
  });

  it('with two readings has both of them followed through the next mistake', () => {
    expect(problemFor('512 input nobais')).toMatchObject({
      suggestion: 'in=512 nobias',
      otherSuggestion: '@512 nobias',
    });
  });

  it.each([
    ['@28 512 input', '3 512 512 @28'],
    ['in=3 28 input', '3 3 3 @28'],
  ])('is none where what else was said decides between two readings: %s', (question, command) => {
    expect(ask(question).command).toBe(command);
  });

  it('always has a suggestion that works, or none', () => {
    fc.assert(
      fc.property(fc.array(fragments(), { minLength: 1, maxLength: 8 }), (words) => {
        const { numbers, actions } = ask(words.join(' '));
        if (numbers.kind !== 'problem' || numbers.problem.suggestion === undefined) return;
        expect(ask(numbers.problem.suggestion).kind).not.toBe('problem');
        expect(actions[0]?.command).toBe(numbers.problem.suggestion);
        const { otherSuggestion } = numbers.problem;
        if (otherSuggestion === undefined) return;
        expect(ask(otherSuggestion).kind).not.toBe('problem');
        expect(actions[1]?.command).toBe(otherSuggestion);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Words, numbers and code, right and wrong. */
function fragments(): fc.Arbitrary<string> {
  const words = `3 64 128 250 7x7 3x3x3 0 1002 1e3 0x10 -5 1.5 1,024 007 g=3 g=32 g32 dw separable m=2 s=2 s=2x2
    s=1x2x3 d=2 p=3 p=1x1 same valid causal t op=1 op=9 1d 3d @4 @56 @3x4x5 @1x2x3x4 nobias bias nobais bias=maybe
    bn batch=0 batch=8 fp32 int9 keras pytorch flops in=3 out=64 in out ->64 3->64 -> vs + ( ) [ } foo g= @ = explain
    input nn.Conv2d(3,8,3) nn.Conv2d(3,8,9) nn.Conv2d(3,8,(3,3,3)) nn.Conv2d(3,8,3,groups=2) nn.conv2d(3,8,3) nn.ReLU()
    layers.Conv2D(8,3) nn.Conv2d(3,8,3,padding='same',stride=2) nn.LSTM(3,3) nn.Linear(3,4) nn.Conv2d(3,8`;
  return fc.constantFrom(...words.split(/\s+/));
}

it.each([
  ['7x', '7x is not complete: write a whole number for each side, such as 3x3.'],
  ['7xx7', '7xx7 is not complete: write a whole number for each side, such as 3x3.'],
  ['1e3', '1e3 is not a plain whole number: write digits only, such as 512.'],
])('%s as a kernel, as it is half typed in a form', (kernel, message) => {
  const answer = ask({ text: '', named: { kernel } });
  expect(answer.numbers).toMatchObject({ kind: 'problem', problem: { field: 'kernel', message } });
});
