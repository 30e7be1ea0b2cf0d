import { bitsOfElementType } from '../conv/element-type.ts';
import { defaultLayer } from './default-layer.ts';
import type { FactName, FactValues } from './facts.ts';

/**
 * One thing that can be said, with all its spellings. The parser, the help answer and the README's table are
 * derived from these entries; so are the options and forms of every platform.
 */
export type Entry<F extends FactName = FactName> = {
  readonly fact: F;
  /** What is called by these words, in a sentence: "groups", "the kernel". */
  readonly title: string;
  /** Spellings as help shows them. */
  readonly shown: string;
  readonly meaning: string;
  readonly absent: string;
  /** A question that works. */
  readonly example: string;
  /** Words that take a value: `g=32`, `groups 32`, `g32`, `32 groups`. Lower case, spaces for - and _. */
  readonly names: readonly string[];
  /** `whole`: one number. `sides`: one number, or one an axis. Absent: only `values`. */
  readonly takes?: 'whole' | 'sides';
  /** Least and greatest number, inclusive. */
  readonly range?: readonly [number, number];
  /** Values that work, without the name, as a form's field or a typed option takes them. There with `takes`. */
  readonly exampleValue?: string;
  /** Words that may stand as the value after a name: `bias=off`. */
  readonly values?: Readonly<Record<string, FactValues[F]>>;
  /** Words and phrases that say it all: `nobias`. */
  readonly flags?: Readonly<Record<string, FactValues[F]>>;
};

const maxChannels = 1_000_000;
const maxKernelSide = 1_001;
const maxInputSide = 65_536;

const onOff = { on: true, off: false, true: true, false: false, yes: true, no: false, '1': true, '0': false };

const elementTypes = Object.fromEntries(Object.keys(bitsOfElementType).map((name) => [name, name])) as {
  // Object.fromEntries widens the keys, which are exactly those of bitsOfElementType.
  [T in keyof typeof bitsOfElementType]: T;
};

const entries = {
  kernel: {
    title: 'the kernel',
    shown: '`K CIN COUT`, `KxK`, `1x7`, `3x3x3`, `k=7`, `k7`',
    meaning: 'kernel; as many sides as the convolution has dimensions',
    absent: `${defaultLayer.kernel}×${defaultLayer.kernel}`,
    example: '7 512 512',
    flags: { pointwise: [1], 'point wise': [1] },
    names: [
      'k',
      'ks',
      'kernel',
      'kernel size',
      'kernel shape',
      'kernel width',
      'filter size',
      'window',
      'window size',
    ],
    takes: 'sides',
    range: [1, maxKernelSide],
    exampleValue: '7 or 1x7',
  },
  rank: {
    title: 'the number of dimensions',
    shown: '`1d`, `2d`, `3d`, `conv1d`, `conv3d`',
    meaning: 'dimensions of the convolution, where the kernel is one number',
    absent: '2D, or as many as the kernel has sides',
    example: '1d 7 64 128',
    names: ['rank'],
    takes: 'whole',
    range: [1, 3],
    exampleValue: '2',
    flags: {
      '1d': 1,
      '2d': 2,
      '3d': 3,
      conv1d: 1,
      conv2d: 2,
      conv3d: 3,
      '1 dimensional': 1,
      '2 dimensional': 2,
      '3 dimensional': 3,
    },
  },
  in: {
    title: 'the input channels',
    shown: '`CIN->COUT`, `in=512`, `512 in`, `RGB`, `grayscale`',
    meaning: 'input channels; `K C` alone reads C → C',
    absent: `${defaultLayer.in}; in a stack, the output of the layer before`,
    example: '3 64->128',
    names: [
      'in',
      'cin',
      'c in',
      'ic',
      'input channels',
      'in channels',
      'channels in',
      'channel in',
      'inputs',
      'input channel',
      'incoming channels',
      'in planes',
      'inplanes',
      'input planes',
      'in ch',
      'input ch',
      'input depth',
      'from',
      'out of',
      'num input',
      'num inputs',
      'n in',
    ],
    takes: 'whole',
    range: [1, maxChannels],
    exampleValue: '512',
    flags: {
      rgb: 3,
      grayscale: 1,
      greyscale: 1,
      'gray scale': 1,
      'grey scale': 1,
      'black and white': 1,
      color: 3,
      colour: 3,
    },
  },
  out: {
    title: 'the output channels',
    shown: '`CIN->COUT`, `out=512`, `cout=512`, `512 filters`',
    meaning: 'output channels: the number of filters',
    absent: `${defaultLayer.out}`,
    example: '3 in=64 out=128',
    names: [
      'out',
      'cout',
      'c out',
      'oc',
      'output channels',
      'out channels',
      'channels out',
      'channel out',
      'outputs',
      'output',
      'filters',
      'output channel',
      'output filters',
      'out filters',
      'output kernels',
      'outgoing channels',
      'out planes',
      'outplanes',
      'output planes',
      'out ch',
      'output ch',
      'output depth',
      'to',
      'into',
      'num output',
      'num outputs',
      'num filters',
      'n filters',
      'nb filters',
      'n out',
    ],
    takes: 'whole',
    range: [1, maxChannels],
    exampleValue: '512',
  },
  bias: {
    title: 'bias',
    shown: '`bias`, `nobias`, `no bias`, `bias=off`',
    meaning: 'one number added to each output channel',
    absent: 'on',
    example: '7 512 512 nobias',
    names: ['bias', 'use bias'],
    values: { ...onOff, enabled: true, disabled: false, none: false },
    flags: {
      bias: true,
      'with bias': true,
      'with a bias': true,
      biases: true,
      'with biases': true,
      nobias: false,
      'no bias': false,
      'without bias': false,
      'without a bias': false,
      'no biases': false,
      'without biases': false,
      'w/o bias': false,
      'w/o a bias': false,
      'without any bias': false,
      'no bias term': false,
      'without bias term': false,
      'without a bias term': false,
      'with bias term': true,
      'with a bias term': true,
      'bias free': false,
      biasless: false,
      unbiased: false,
      'excluding bias': false,
      'excluding biases': false,
      'ignoring bias': false,
      'not counting bias': false,
      'neither bias': false,
    },
  },
  groups: {
    title: 'groups',
    shown: '`g=32`, `g32`, `groups 32`',
    meaning: 'groups; each output sees only the inputs of its group',
    absent: '1',
    example: '3 128 128 g=32 nobias',
    names: ['g', 'groups', 'group', 'grouped', 'grouped by', 'number of groups', 'num groups', 'group count'],
    takes: 'whole',
    range: [1, maxChannels],
    exampleValue: '32',
    flags: { 'no groups': 1, 'without groups': 1, ungrouped: 1 },
  },
  standard: {
    title: 'standard',
    shown: '`standard`',
    meaning: 'no groups and no variant',
    absent: 'standard',
    example: '3 64 64 dw vs standard',
    names: [],
    flags: { standard: true, regular: true, normal: true, plain: true, vanilla: true, ordinary: true },
  },
  depthwise: {
    title: 'depthwise',
    shown: '`dw`, `depthwise`',
    meaning: 'one group for each input channel',
    absent: 'not depthwise',
    example: '3 64 64 dw',
    names: [],
    flags: { dw: true, depthwise: true, 'depth wise': true, dwconv: true },
  },
  separable: {
    title: 'separable',
    shown: '`separable`, `sep`',
    meaning: 'the layer as its depthwise and 1×1 halves, for stacks and comparisons',
    absent: 'one convolution; a single layer shows both anyway',
    example: '3 64 128 vs 3 64 128 separable',
    names: [],
    flags: {
      sep: true,
      separable: true,
      'depthwise separable': true,
      'dw separable': true,
      sepconv: true,
      'separable conv': true,
    },
  },
  multiplier: {
    title: 'the depth multiplier',
    shown: '`m=2`, `mult 2`',
    meaning: 'depth multiplier of the depthwise and separable variants',
    absent: '1',
    example: '3 64 128 m=2 keras',
    names: ['m', 'mult', 'multiplier', 'depth multiplier'],
    takes: 'whole',
    range: [1, 1_000],
    exampleValue: '2',
  },
  stride: {
    title: 'the stride',
    shown: '`s=2`, `s2`, `stride 2`, `s=2x1`',
    meaning: 'stride: how many positions the kernel moves at a time',
    absent: '1',
    example: '3 3 32 s2 @224',
    names: ['s', 'stride', 'strides', 'strided', 'strided by', 'stride by', 'stride size', 'every'],
    takes: 'sides',
    range: [1, maxInputSide],
    exampleValue: '2 or 2x1',
    flags: {
      'no stride': [1],
      'without stride': [1],
      'no striding': [1],
      'unit stride': [1],
      unstrided: [1],
    },
  },
  dilation: {
    title: 'the dilation',
    shown: '`d=2`, `dilation 2`',
    meaning: 'dilation: the distance between the positions that the kernel looks at',
    absent: '1',
    example: '3 64 64 d=2 @32',
    names: [
      'd',
      'dilation',
      'dilations',
      'dilation rate',
      'dilation factor',
      'dilated',
      'dilated by',
      'dilated with rate',
      'dilated at rate',
      'rate',
      'atrous',
      'atrous rate',
    ],
    takes: 'sides',
    range: [1, maxInputSide],
    exampleValue: '2',
    flags: { 'no dilation': [1], 'without dilation': [1], undilated: [1] },
  },
  padding: {
    title: 'the padding',
    shown: '`p=1`, `p1`, `same`, `valid`, `causal`',
    meaning: 'padding; `same` gives an output of ceil(input / stride)',
    absent: 'same',
    example: '3 64 64 valid @32',
    names: [
      'p',
      'padding',
      'pad',
      'padded',
      'padded by',
      'padded with',
      'pad by',
      'zero padding',
      'zero padded',
      'paddings',
    ],
    takes: 'sides',
    range: [0, maxInputSide],
    exampleValue: 'same, valid or 1',
    values: { same: 'same', valid: 'valid', causal: 'causal' },
    flags: {
      same: 'same',
      'same padding': 'same',
      'padding same': 'same',
      valid: 'valid',
      'valid padding': 'valid',
      'no padding': 'valid',
      'without padding': 'valid',
      'w/o padding': 'valid',
      'no pad': 'valid',
      unpadded: 'valid',
      'not padded': 'valid',
      'same pad': 'same',
      'valid pad': 'valid',
      causal: 'causal',
      'causal padding': 'causal',
    },
  },
  transposed: {
    title: 'transposed',
    shown: '`t`, `transposed`',
    meaning: 'transposed convolution: it spreads each input position over the kernel',
    absent: 'not transposed',
    example: '4 64 32 t s2 p1 @16',
    names: ['t', 'transposed'],
    values: onOff,
    flags: {
      'not transposed': false,
      t: true,
      transposed: true,
      transpose: true,
      deconv: true,
      deconvolution: true,
      convtranspose: true,
      'conv transpose': true,
      upconv: true,
      'up conv': true,
      tconv: true,
      'up convolution': true,
      'fractionally strided': true,
    },
  },
  outputPadding: {
    title: 'the output padding',
    shown: '`op=1`',
    meaning: 'output padding of a transposed convolution',
    absent: '0',
    example: '3 64 32 t s2 p1 op=1 @16',
    names: ['op', 'output padding'],
    takes: 'sides',
    range: [0, maxInputSide],
    exampleValue: '1',
  },
  batchNorm: {
    title: 'BatchNorm',
    shown: '`bn`, `nobn`',
    meaning: 'a BatchNorm follows; it makes the bias redundant, so that is dropped',
    absent: 'none',
    example: '3 64 64 bn',
    names: [],
    flags: {
      bn: true,
      batchnorm: true,
      batchnorms: true,
      'batch norm': true,
      'batch normalization': true,
      'batch normalisation': true,
      batchnormalization: true,
      batchnorm1d: true,
      batchnorm2d: true,
      batchnorm3d: true,
      nobn: false,
      'no bn': false,
      'without bn': false,
      'w/o bn': false,
      'no batchnorm': false,
      'no batch norm': false,
      'without batchnorm': false,
      'without batch norm': false,
    },
  },
  input: {
    title: 'the input size',
    shown: '`@56`, `@224x224`, `@3x224x224`, `input=56`, `noinput`',
    meaning: 'input size: adds output size, operations, activations and bytes',
    absent: 'no operations are shown; the answer offers `@56`',
    example: '7 512 512 nobias @56',
    names: [
      'input',
      'input size',
      'input shape',
      'input resolution',
      'input dims',
      'input dimensions',
      'input length',
      'image size',
      'image resolution',
      'resolution',
      'spatial size',
      'spatial resolution',
      'feature map size',
      'length',
      'sequence length',
      'seq len',
      'seqlen',
      'input len',
      'at',
      'on',
      'for',
    ],
    takes: 'sides',
    range: [1, maxInputSide],
    exampleValue: '56 or 224x224',
    flags: { noinput: [], 'no input': [], 'no input size': [], 'without input': [] },
  },
  batch: {
    title: 'the batch size',
    shown: '`batch=8`',
    meaning: 'batch size: multiplies operations and activations, never parameters',
    absent: '1',
    example: '3 64 64 @56 batch=8',
    names: ['batch', 'batch size', 'batch of', 'batches of', 'bs', 'batchsize'],
    takes: 'whole',
    range: [1, maxChannels],
    exampleValue: '8',
  },
  elementType: {
    title: 'the element type',
    shown: '`fp32` `fp16` `bf16` `int8` `int4`',
    meaning: 'element type of the byte sizes',
    absent: 'fp32',
    example: '7 512 512 int8',
    names: ['dtype', 'element type', 'type'],
    values: elementTypes,
    flags: elementTypes,
  },
  convention: {
    title: 'the convention',
    shown: '`pytorch`, `keras`',
    meaning: 'bias and BatchNorm convention',
    absent: 'pytorch',
    example: '3 64 128 keras',
    names: ['convention', 'framework'],
    values: { pytorch: 'pytorch', torch: 'pytorch', keras: 'keras', tensorflow: 'keras' },
    flags: { pytorch: 'pytorch', torch: 'pytorch', keras: 'keras', tensorflow: 'keras', tf: 'keras' },
  },
  unit: {
    title: 'the unit of operations',
    shown: '`flops`, `macs`',
    meaning: 'the unit of operations; 1 MAC = 2 FLOPs',
    absent: 'macs',
    example: '3 64 64 @56 flops',
    names: ['unit'],
    values: { macs: 'macs', flops: 'flops' },
    flags: { macs: 'macs', mac: 'macs', flops: 'flops', flop: 'flops' },
  },
  share: {
    title: 'share',
    shown: '`share`',
    meaning: 'answer in the channel, not only to the asker',
    absent: 'only to the asker',
    example: '7 512 512 nobias share',
    names: [],
    flags: { share: true, public: true },
  },
} as const satisfies { [F in FactName]: Omit<Entry<F>, 'fact'> };

/** All entries in the order in which help shows them. */
export const catalogue: readonly Entry[] = Object.entries(entries).map(
  // Object.entries loses that the keys of `entries` are exactly the FactNames.
  ([fact, entry]) => ({ fact: fact as FactName, ...entry }),
);

const byFact = new Map(catalogue.map((entry) => [entry.fact, entry]));

/** The entry of a fact. */
export function entryOf<F extends FactName>(fact: F): Entry<F> {
  // The map holds every fact's own entry; its type can't say which belongs to which.
  return byFact.get(fact) as Entry as Entry<F>;
}

/** Words of plain sentences that carry no meaning here. Any other unknown word is a mistake that is told. */
export const smallWords: ReadonlySet<string> = new Set(
  `how many much what whats is are was be does do did a an the conv convs convolution convolutions convolutional
  layer layers with and of have has having had for params param parameters parameter please cost costs need needs there
  it its from me my mine channels channel number i in out input output compute count calculate tell show give get
  size this that these model network net cnn image at on to hi hello hey thanks thank you can could would will should
  price big large heavy expensive about cheaper smaller larger bigger save saves saving savings use uses used using
  want wants wanted let lets see know find like just so also ok okay well now say says said suppose consider given
  where which takes take taking took gives produce produces producing make makes making made go goes going each
  every total overall we our us they their one single trainable learnable weights weight here your any some
  really actually exactly roughly applied apply applies run runs running spatial square sized equal equals set if when
  both respectively stacked as pls plz including includes include split over uh um hm hmm then next plus or compare comparing comparison difference between version first`.split(
    /\s+/,
  ),
);

/** Names of a value that is always behind them. */
export const prepositions: readonly string[] = ['at', 'on', 'for'];

/** What a chat calls the program by: `/convparams 7 512 512`, `@convparams 7 512 512`. */
export const commandName = 'convparams';

/** What chats call the program in the menu of a message. */
export const messageMenuName = 'Price conv layers';

/** Words between several layers. */
export const versusWords: readonly string[] = ['vs', 'versus', 'against', 'than'];

/** What is written first to ask something other than a price. */
export const helpWords: readonly string[] = ['help', 'usage', 'commands'];
export const explainWords: readonly string[] = ['explain', 'why'];

/** What is written first to change a question in a form, where a surface has one: `edit 7 512 512`. */
export const editWords: readonly string[] = ['edit', 'calculator'];

/** The six questions that help shows as buttons: each teaches another thing. */
export const examples: readonly { readonly command: string; readonly teaches: string }[] = [
  { command: '7 512 512 nobias', teaches: 'kernel, input and output channels, no bias' },
  { command: '3x3 128->256 g=32 @56', teaches: 'groups, and an input size for MACs' },
  { command: '5 32 64 vs 3 32 64', teaches: 'compare layers' },
  { command: '3 3 32 s2 @224 + 3 dw + 1 64', teaches: 'a stack of layers, summed' },
  {
    command: 'nn.Conv2d(512, 512, 7, bias=False)',
    teaches: 'pasted PyTorch or Keras code, also a whole print(model)',
  },
  { command: 'explain separable', teaches: 'the reason behind the numbers' },
];
