import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';
import { numbersFor, problemFor } from '../support/ask-for.ts';

/** What people type, and the canonical text of what they mean. */
type Row = readonly [text: string, command: string];

const rows: Readonly<Record<string, readonly Row[]>> = {
  'a value belongs to its word': [
    ['conv 3x3 stride 2 pad 1 64->128 input 28', '3 64 128 s=2 p=1 @28'],
    ['3x3, stride 2, 3->16', '3 3 16 s=2'],
    ['stride 2x2 3x3 3->16', '3 3 16 s=2'],
    ['3x3 and stride of 2, 3->16', '3 3 16 s=2'],
    ['with stride 2 and dilation of 2 5x5 3->16', '5 3 16 s=2 d=2'],
    ['input 28 5x5 1->6', '5 1 6 @28'],
    ['5x5 input 28 1->6', '5 1 6 @28'],
    ['28x28 input 5x5 1->6', '5 1 6 @28'],
    ['5x5 on a 28x28 input 1->6', '5 1 6 @28'],
    ['2x2 stride, 3x3, 8 8', '3 8 8 s=2'],
    ['3x3 dilation 2 padding 2 256->256 @32', '3 256 256 d=2 p=2 @32'],
    ['4x4 transposed stride 2 pad 1 output padding 1 4->6', '4 4 6 t s=2 p=1 op=1'],
    ['a dilated 3x3 conv with dilation 2, 8->8', '3 8 8 d=2'],
    ['kernel of size 5, 8->8', '5 8 8'],
    ['8->8 with bias on 5x5 maps', '3 8 8 @5'],
  ],
  'roles come from words, not from their order': [
    ['3x3 64 filters 32 channels', '3 32 64'],
    ['3x3 32 channels 64 filters', '3 32 64'],
    ['64 kernels of 3x3 over 32 channels', '3 32 64'],
    ['3x3 64 output channels, 32 input channels', '3 32 64'],
    ['3x3 64 filters input 32 channels', '3 32 64'],
    ['3x3 64 out 32 in', '3 32 64'],
    ['3x3 input 32 output 64', '3 32 64'],
    ['3x3 from 32 to 64 channels', '3 32 64'],
    ['32 channels to 64 channels, 3x3', '3 32 64'],
    ['3x3 with 64 channels each', '3 64 64'],
    ['16 filters of size 3x3 on an RGB image', '3 3 16'],
    ['RGB, 16 filters', '3 3 16'],
    ['3x3 16 filters on a 28x28 grayscale image', '3 1 16 @28'],
    ['3x3 16 on a 768x512 image', '3 3 16 @768x512'],
    ['3x3 64->128 on a 56x56 image', '3 64 128 @56'],
    ['keras conv2d 32 filters 3x3 on 32x32x3 same', '3 3 32 @32 keras'],
    ['3x3 32 filters @3x224x224', '3 3 32 @224'],
    ['32 filters of 3x3x16', '3 16 32'],
    ['64@3x3 conv, 16 channels', '3 16 64'],
    ['5x5 16 filters, 6@14x14 feature maps', '5 6 16 @14'],
    ['3x3 64->128@56x56', '3 64 128 @56'],
    ['d7x7, 96', '7 96 96 g=96'],
    ['64 128', '3 64 128'],
    ['512', '3 512 512'],
    ['7 512', '7 512 512'],
    ['7x7 conv, 64, /2 on a 224x224 image', '7 3 64 s=2 @224'],
    ['a 64-channel 56x56 feature map, 3x3, 128 filters', '3 64 128 @56'],
  ],
  'everyday words around it': [
    ['how many params in a 3x3 conv with 64 in and 128 out?', '3 64 128'],
    ['how many params for 3x3 64->128', '3 64 128'],
    ['3x3 8->8 for 28x28 images', '3 8 8 @28'],
    ['3x3 8->8 on a 56x56 feature map', '3 8 8 @56'],
    ['3 by 3, 8->8', '3 8 8'],
    ['1-by-1 conv 8->8', '1 8 8'],
    ['3x3 8->8 w/o bias', '3 8 8 nobias'],
    ['3x3 8->8 dilated by 2', '3 8 8 d=2'],
    ['3x3 8->8, unpadded, please.', '3 8 8 valid'],
    ['ConvTranspose2d 4x4 8->4 strided by 2 padded by 1', '4 8 4 t s=2 p=1'],
    ['conv1d with kernel 9, 16 filters, 8 channels', '1d 9 8 16'],
    ['conv3x3 8->8', '3 8 8'],
    ['3x3conv 8->8 28px', '3 8 8 @28'],
    ['stride of two, 3x3, 8->8', '3 8 8 s=2'],
    ['the first layer: 7x7, 64, stride 2, input 224x224x3', '7 3 64 s=2 @224'],
    ['compare a 3x3 8->8 to its separable version', '3 8 8 vs 3 8 8 separable'],
    ['save with separable on 3x3 256 256', '3 256 256'],
    ['how many weights and biases has 3x3 8->8 without bias?', '3 8 8 nobias'],
  ],
  'numbers of other words around it': [
    ['3x3 64 filters 32x32x3 input', '3 3 64 @32'],
    ['on a 32x32x3 image: 3x3 32 filters', '3 3 32 @32'],
    ['64 filters 224x224 input 3x3 RGB', '3 3 64 @224'],
    ['grayscale 6 filters 28x28 image 5x5', '5 1 6 @28'],
    ['16 filters 14x14 input 5x5 kernel 6 channels', '5 6 16 @14'],
    ['3x3 filters 128 channels 64', '3 64 128'],
    ['channels 64 3x3 filters 128', '3 64 128'],
    ['applied to 20x20 filters 40, 3x3, 8 channels', '3 8 40 @20'],
    ['16 5x5 conv filters, 6 channels', '5 6 16'],
    ['1 5x5 filter on 6 channels', '5 6 1'],
    ['24 3x3 filters applied to 32 channels', '3 32 24'],
    ['3x3 24 filters to 32 channels', '3 32 24'],
    ['for 48x48 images 144 7x7 filters over 512 channels', '7 512 144 @48'],
    ['3x3 out of 64 into 128', '3 64 128'],
    ['128 3x3 convs on 64 channels', '3 64 128'],
    ['3x3 8->8 padding of 1 input: 28', '3 8 8 p=1 @28'],
    ['on a 13x13 input 3, 64, 128', '3 64 128 @13'],
    ['3x3 with 2 groups 64 128', '3 64 128 g=2'],
    ['3x3 128 groups 32', '3 128 128 g=32'],
    ['10 images of size 28x28x1 5x5 6 filters', '5 1 6 @28 batch=10'],
    ['size of 5x5 64 64 @28', '5 64 64 @28'],
    ['k3s2p1 64->128', '3 64 128 s=2 p=1'],
    ['3x3s2 64->128', '3 64 128 s=2'],
    ['dw7x7, 96', '7 96 96 g=96'],
    ['3-D conv 3x3x3 16->32', '3x3x3 16 32'],
  ],
};

describe.each(Object.entries(rows))('%s', (_, texts) => {
  it.each(texts)('%s is %s', (text, command) => {
    numbersFor(text);
    expect(ask(text).command).toBe(command);
  });
});

/** Texts that no reading is right for, with the two questions that may have been meant. */
const ambiguous: readonly (readonly [text: string, first: string, second: string])[] = [
  ['3x3 64 filters', '3x3 64 filters in=3', '3x3 64 filters in=64'],
  ['64 filters', '64 filters in=3', '64 filters in=64'],
  ['conv 16', 'conv 16 in=3', 'conv 16 in=16'],
  ['64@3x3 conv', '64@3x3 conv in=3', '64@3x3 conv in=64'],
  ['512 input', 'in=512', '@512'],
  ['2x2 stride 3x3 8 8', 'k=2x2 s=3x3 8 8', 's=2x2 k=3x3 8 8'],
  ['3 in 64 out 5', '3 in=64 out=5', 'in=3 out=64 5'],
];

describe('a number that fits two words is told, and both are offered', () => {
  it.each(ambiguous)('%s: %s, or %s', (text, suggestion, otherSuggestion) => {
    expect(problemFor(text)).toMatchObject({ suggestion, otherSuggestion });
    expect(
      ask(text)
        .actions.slice(0, 2)
        .map(({ command }) => command),
    ).toEqual([suggestion, otherSuggestion]);
  });
});

describe('what may not be answered is told', () => {
  it.each([
    ['3x3 64->64, 3x3 64->64', 'twice'],
    ['3x3 conv with 7 channels into 3x3 conv 64', 'twice'],
    ['2 x 3x3 64->64', 'counts layers'],
    ['32x32x3, 3x3, 64 filters', 'the kernel'],
    ['11x11 96 filters 227x227x3 stride 4', 'the kernel'],
    ['56x56 3x3 64->128', 'the kernel'],
    ['5x5 input 3->6', 'the kernel or the input'],
    ['5x5 stride pad 2 3->6', 'missing for the stride'],
    ['3 64 128 stride', 'missing for the stride'],
    ['3x3 64->128 every 2 pixels', 'not clear'],
    ['kernel 3 stride padding 1 in 64 out 128', 'not clear'],
    ['3x3 64->64 group size 8', 'how many groups'],
    ['3x3 64->64 vs 32->64->64', 'Two arrows'],
    ['3x3x64->128', 'before an arrow'],
    ['3x3 64->128 p=1/2', '/2'],
  ])('%s: %s', (text, told) => {
    expect(problemFor(text).message).toContain(told);
  });
});

describe('what counts layers, or groups, is no number of channels', () => {
  it.each([
    '2 conv layers 3x3 64',
    'two 3x3 convs 64->64',
    'first conv 3x3 3->16 second conv 3x3 16->32',
    '3 stacked 3x3 convs',
    'groups of 4 channels 3x3 64->64',
  ])('%s', (text) => {
    expect(problemFor(text).code).toBe('bad-value');
  });

  it('groups of 4 are read as four groups, which is told', () => {
    expect(numbersFor('3x3 64->64 groups of 4').assumptions).toContain(
      'Read as 4 groups, not as groups of 4 channels.',
    );
  });
});
