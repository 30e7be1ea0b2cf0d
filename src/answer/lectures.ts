import type { Topic } from '../command/topics.ts';
import type { Action, FormulaLine, Reference } from './answer.ts';
import { references } from './references.ts';

/** A short answer to "why". In `lead` and `paragraphs`, what stands between backticks is code. */
export type Lecture = {
  readonly title: string;
  /** The one sentence that answers. */
  readonly lead: string;
  /** The last one says which case `formula` puts numbers to, where there is a formula. */
  readonly paragraphs: readonly string[];
  readonly formula?: readonly FormulaLine[];
  readonly references: readonly Reference[];
  /** Questions whose answers show the point. */
  readonly actions: readonly Action[];
};

export const lectures: Readonly<Record<Topic, Lecture>> = {
  separable: {
    title: 'Depthwise-separable convolution',
    lead: 'Separable looks first and mixes afterwards, so the two costs add instead of multiplying: 1/Cout + 1/K of the weights remain, where K is the number of kernel positions.',
    paragraphs: [
      'A standard kernel looks at K positions of every input channel, anew for each output: K · Cin · Cout weights. Separable looks with one filter a channel (K · Cin), then mixes with a 1×1 convolution (Cin · Cout). In the ratio of the two, Cin cancels.',
      'The floor is 1/K, however wide the layer: 11.1 % at 3×3, 4.00 % at 5×5, 2.04 % at 7×7. The phrase “10–12 % at 3×3” holds only from 113 output channels up, and 10 % is never reached.',
      'It does not always save: with a 1×1 kernel or a single output channel, separable is larger. And it can express less, since all outputs share the one spatial filter of an input channel, each with its own factor. The swap needs new training.',
      'In numbers, 7×7, 512 → 512, no bias; 1/512 + 1/49 = 2.24 % remains, 44.7× fewer:',
    ],
    formula: [
      { label: 'standard', expression: '7·7 · 512 · 512', result: 12_845_056 },
      { label: 'depthwise', expression: '7·7 · 512', result: 25_088 },
      { label: '1×1', expression: '512 · 512', result: 262_144 },
      { label: 'separable', expression: '7·7 · 512 + 512 · 512', result: 287_232 },
    ],
    references: [references.howard2017, references.chollet2017],
    actions: [
      { label: 'This layer', command: '7 512 512 nobias' },
      { label: 'One output', command: '3 64 1 nobias' },
      { label: 'A 1×1 kernel', command: '1 64 64 nobias' },
    ],
  },

  depthwise: {
    title: 'Depthwise convolution',
    lead: 'A depthwise convolution has one filter for each input channel, K · Cin weights in all, and mixes no channels.',
    paragraphs: [
      'It is a grouped convolution with as many groups as input channels: each output reads one channel instead of all of them, so for as many outputs 1/Cin of the weights suffice. A depth multiplier m gives each channel m filters: K · m · Cin weights, m · Cin outputs.',
      'PyTorch says `groups=in_channels`, with `out_channels` a multiple of it; Keras says `DepthwiseConv2D` with `depth_multiplier`.',
      'Alone it is no drop-in replacement for a standard layer: nothing passes from one channel to another, and it gives m · Cin channels, not Cout. A 1×1 convolution after it does the mixing; the two together are depthwise-separable.',
      'In numbers, 3×3 on 64 channels, no bias:',
    ],
    formula: [
      { label: 'standard', expression: '3·3 · 64 · 64', result: 36_864 },
      { label: 'depthwise', expression: '3·3 · 64', result: 576 },
      { label: 'm = 2', expression: '3·3 · 64 · 2', result: 1_152 },
      { label: 'with 1×1', expression: '3·3 · 64 + 64 · 64', result: 4_672 },
    ],
    references: [references.howard2017, references.chollet2017],
    actions: [
      { label: 'Depthwise', command: '3 64 64 dw nobias' },
      { label: 'With 1×1', command: '3 64 64 dw nobias + 1 64 nobias' },
      { label: 'Multiplier 2', command: '3 64 128 m=2 nobias' },
    ],
  },

  groups: {
    title: 'Groups',
    lead: 'With g groups each output channel sees Cin/g of the inputs, so 1/g of the weights and MACs remain.',
    paragraphs: [
      'Inputs and outputs are split into g equal parts with a convolution for each: g · K · (Cin/g) · (Cout/g) = K · Cin · Cout/g weights. So g has to divide both Cin and Cout. Biases are not divided: there is still one for each output.',
      'One group is the standard layer, Cin groups are depthwise. In between, width can be bought with what is saved: ResNeXt-50 has wider 3×3 layers in 32 groups, and 25.0 M parameters against the 25.6 M of ResNet-50.',
      'Inside the layer, channels of different groups never meet. A 1×1 convolution next to it mixes them (ResNeXt), or a channel shuffle passes them on to other groups (ShuffleNet).',
      'In numbers, 3×3, 128 → 128, no bias:',
    ],
    formula: [
      { label: '1 group', expression: '3·3 · 128 · 128', result: 147_456 },
      { label: '32 groups', expression: '3·3 · 128/32 · 128', result: 4_608 },
      { label: '128 groups', expression: '3·3 · 128/128 · 128', result: 1_152 },
    ],
    references: [references.xie2017, references.zhang2018],
    actions: [
      { label: '32 groups', command: '3 128 128 g=32 nobias' },
      { label: 'A ResNeXt block', command: '1 256 128 nobias + 3 128 g=32 nobias + 1 256 nobias' },
      { label: 'A ResNet block', command: '1 256 64 nobias + 3 64 nobias + 1 256 nobias' },
    ],
  },

  bias: {
    title: 'Bias and BatchNorm',
    lead: 'A bias is one number for each output channel: Cout parameters, whatever the kernel, the inputs and the groups.',
    paragraphs: [
      'Beside many weights it hardly shows: 512 of 12,845,568 parameters at 7×7, 512 → 512. Beside few it does: a depthwise 3×3 has 9 weights and 1 bias a channel, so a tenth of it is bias.',
      'A separable layer is two modules in PyTorch, each with its own bias: Cin + Cout numbers. Keras’ `SeparableConv2D` is one layer with one bias: Cout. Hence 34,304 and 34,176 parameters for the same 3×3, 128 → 256.',
      'A BatchNorm right after a convolution subtracts the channel’s mean, and any bias with it; its own shift takes that place. So the bias is dropped here with `bn`. BatchNorm has 2C parameters in PyTorch; Keras’ total says 4C, of which 2C are trained: it includes the moving mean and variance.',
      'In numbers, 3×3, 128 → 256:',
    ],
    formula: [
      { label: 'no bias', expression: '3·3 · 128 · 256', result: 294_912 },
      { label: 'bias', expression: '3·3 · 128 · 256 + 256', result: 295_168 },
      { label: 'BatchNorm', expression: '3·3 · 128 · 256 + 2·256', result: 295_424 },
      { label: 'in Keras', expression: '3·3 · 128 · 256 + 4·256', result: 295_936 },
    ],
    references: [references.ioffe2015, references.kerasSeparableConv2D],
    actions: [
      { label: 'PyTorch', command: '3 128 256' },
      { label: 'Keras', command: '3 128 256 keras' },
      { label: 'BatchNorm', command: '3 128 256 bn' },
    ],
  },

  accuracy: {
    title: 'Accuracy',
    lead: 'These counts say what a layer costs and nothing about accuracy: that depends on the task, and only training and measuring shows it.',
    paragraphs: [
      'One measured case, on ImageNet: MobileNet with full convolutions reaches 71.7 % top-1 with 4,866 M mult-adds and 29.3 M parameters; with depthwise-separable ones, 70.6 % with 569 M and 4.2 M (Howard 2017, table 4). There, 1.1 points paid for 8.55× fewer mult-adds.',
      'That is one architecture on one data set. Another went the other way: Xception, built of separable layers, has 22.9 M parameters and 79.0 % top-1, Inception V3 has 23.6 M and 78.2 % (Chollet 2017). There, the saving went into another architecture of about the same size.',
      'Two networks of equal count can differ widely; depth, input size, data and training matter too. A swapped layer starts without trained weights, so compare after training, not before. Counts tell what fits a budget.',
    ],
    references: [references.howard2017, references.chollet2017],
    actions: [
      { label: 'A MobileNet layer', command: '3 512 512 bn @14' },
      { label: 'Why it saves', command: 'explain separable' },
      { label: 'And speed', command: 'explain macs' },
    ],
  },

  macs: {
    title: 'MACs, FLOPs and speed',
    lead: 'A MAC is one multiplication and one addition, so 2 FLOPs; a convolution does weights · output positions of them.',
    paragraphs: [
      'Many papers and tools say FLOPs and count MACs: the 3.6 billion FLOPs of the ResNet paper’s 34 layers are, in its own words, multiply-adds. A factor of 2 between two sources is usually this.',
      'Counts are nominal: products with zeros of the padding count. A transposed convolution spreads each input once: weights · input positions. The field writes 2 · MACs with and without a bias.',
      'Fewer MACs are not as much less time. A 7×7 depthwise layer over 512 channels at 56×56 does 12.2 FLOPs for each byte it moves in fp32, the standard layer 1,254. Where the memory cannot keep up, it sets the time: measure on your hardware.',
      'In numbers, 3×3, 128 → 256, no bias, at 56×56:',
    ],
    formula: [
      { label: 'MACs', expression: '3·3 · 128 · 256 · 56·56', result: 924_844_032 },
      { label: 'FLOPs', expression: '2 · 924,844,032', result: 1_849_688_064 },
      { label: 'separable', expression: '33,920 · 56·56', result: 106_373_120 },
    ],
    references: [references.he2016, references.ma2018],
    actions: [
      { label: 'In MACs', command: '3 128 256 nobias @56' },
      { label: 'In FLOPs', command: '3 128 256 nobias @56 flops' },
      { label: 'FLOPs per byte', command: '7 512 512 nobias @56' },
    ],
  },

  padding: {
    title: 'Padding, stride and output size',
    lead: 'Padding and stride set the output size, and with it MACs and activations, but never the number of parameters.',
    paragraphs: [
      'An input side of n gives an output side of floor((n + 2p − d(k − 1) − 1)/s) + 1. `valid` is p = 0. `same` gives ceil(n/s); where its zeros are odd in number, the extra one goes to the end. `causal` puts all zeros in front, so that no output sees a later input.',
      'Defaults differ: PyTorch has padding 0, Keras `valid`; a layer asked for in words is `same` here, while pasted code keeps its framework’s default. PyTorch refuses `padding="same"` with a stride above 1. There p = d(k − 1)/2 gives the same size for odd k, not always the same alignment.',
      'Zeros count in MACs: each output position costs the full kernel, also at the border. That is the nominal convention of the field.',
      'In numbers, a side of 32 under a kernel of 3 with dilation 2, stride 1, where n + 2p − d(k − 1) is left:',
    ],
    formula: [
      { label: 'valid', expression: '32 + 2·0 − 2·2', result: 28 },
      { label: 'p = 1', expression: '32 + 2·1 − 2·2', result: 30 },
      { label: 'same', expression: '32 + 2·2 − 2·2', result: 32 },
    ],
    references: [references.dumoulin2016, references.pytorchConv2d],
    actions: [
      { label: 'Valid', command: '3 64 64 d=2 valid @32' },
      { label: 'Same, stride 2', command: '3 3 32 s2 @224' },
      { label: 'PyTorch’s default', command: 'nn.Conv2d(64, 64, 3) @32' },
    ],
  },

  'receptive field': {
    title: 'Receptive field',
    lead: 'The receptive field is how many input positions one output can see along an axis: it starts at 1, and each layer adds (k − 1) · d · j, where j is the product of all strides before it.',
    paragraphs: [
      'Stride makes every later layer count for more, as its neighbours lie j inputs apart. Dilation d spreads a kernel over d(k − 1) + 1 positions with the same number of weights. A 1×1 convolution adds nothing, and separable reaches as far as standard.',
      'Two 3×3 layers see 5×5, three see 7×7. With C channels throughout and no bias, two take 18C² weights against 25C², three take 27C² against 49C², with non-linearities in between: the argument of VGG.',
      'It is an upper bound. Inputs near its centre have far more influence, and the effective field is much smaller (Luo 2016).',
      'In numbers, two 3×3 layers: plain, with stride 2 in the first, with dilation 2 in the second:',
    ],
    formula: [
      { label: 'plain', expression: '1 + 2·1·1 + 2·1·1', result: 5 },
      { label: 'stride', expression: '1 + 2·1·1 + 2·1·2', result: 7 },
      { label: 'dilation', expression: '1 + 2·1·1 + 2·2·1', result: 7 },
    ],
    references: [references.simonyan2015, references.luo2016, references.yu2016],
    actions: [
      { label: 'Two 3×3 or one 5×5', command: '3 64 64 nobias + 3 64 nobias vs 5 64 64 nobias' },
      { label: 'With stride', command: '3 64 64 s2 + 3 64' },
      { label: 'With dilation', command: '3 64 64 + 3 64 d=2' },
    ],
  },

  dtype: {
    title: 'Element types and bytes',
    lead: 'Bytes are numbers times the size of one: 4 in fp32, 2 in fp16 and bf16, 1 in int8, half a byte in int4.',
    paragraphs: [
      'The element type changes neither parameters nor MACs. fp16 and bf16 are equally large, but bf16 keeps the range of fp32 and gives up precision. An int4 tensor of n numbers takes ceil(n/2) bytes. The scales that quantized weights come with are not counted here.',
      'MB is 10⁶ bytes, MiB is 2²⁰: the 12,845,056 weights below are 51.38 MB or 49.0 MiB in fp32.',
      'Weights alone are not peak memory. Running a layer also holds its input and output, and often a workspace. Training adds gradients, the optimizer’s state (with Adam, two more numbers a parameter) and the activations kept for the backward pass.',
      'In bytes, the weights of 7×7, 512 → 512, no bias:',
    ],
    formula: [
      { label: 'fp32', expression: '12,845,056 · 4', result: 51_380_224 },
      { label: 'fp16', expression: '12,845,056 · 2', result: 25_690_112 },
      { label: 'int8', expression: '12,845,056 · 1', result: 12_845_056 },
      { label: 'int4', expression: '12,845,056 / 2', result: 6_422_528 },
    ],
    references: [references.micikevicius2018, references.jacob2018],
    actions: [
      { label: 'In int8', command: '7 512 512 nobias int8' },
      { label: 'In int4', command: '7 512 512 nobias int4' },
      { label: 'With activations', command: '3 64 64 @56 batch=8 fp16' },
    ],
  },
};
