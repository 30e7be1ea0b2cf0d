import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask.ts';
import { meaningOf, numbersFor, paramsOf } from '../../support/ask-for.ts';

function code(...lines: readonly string[]): string {
  return lines.join('\n');
}

function rows(question: string): string[] {
  return numbersFor(question).layers.map(
    ({ type, name, params }) => `${name === undefined ? '' : `${name}: `}${type} ${params}`,
  );
}

describe('one call', () => {
  const plain = '3 64 64 valid';
  it.each([
    'nn.Conv2d(64, 64, 3)',
    'torch.nn.Conv2d(64, 64, 3)',
    'Conv2d(64, 64, 3)',
    'nn.Conv2d(64, 64, 3,)',
    'nn.Conv2d(64,64,3)',
    'nn.Conv2d( 64 , 64 , 3 )',
    'nn.Conv2d(\n    64,\n    64,\n    3,\n)',
    'nn.Conv2d(in_channels=64, out_channels=64, kernel_size=3)',
    'nn.Conv2d(kernel_size=(3, 3), out_channels=64, in_channels=64)',
    'nn.Conv2d(64, 64, [3, 3])',
    'nn.Conv2d(64, 64, (3,))',
    'nn.Conv2d(64, 64, 3, 1, 0, 1, 1, True)',
    "nn.Conv2d(64, 64, 3, padding='valid')",
    'nn.Conv2d(64, 64, 3, padding="valid")',
    'nn.Conv2d(64, 64, 3, padding=valid)',
    "nn.Conv2d(64, 64, 3, device='cuda', dtype=torch.float16)",
    'nn.Conv2d(6_4, 64, 3)',
    'nn.Conv2d(64, 64, 3, bias=1)',
    'Conv2d(64, 64, kernel_size=(3, 3), stride=(1, 1))',
    '`nn.Conv2d(64, 64, 3)`',
    '```nn.Conv2d(64, 64, 3)```',
    '```python\nnn.Conv2d(64, 64, 3)\n```',
    '```py\nnn.Conv2d(64, 64, 3)\n```',
    '“nn.Conv2d(64, 64, 3)”',
    'nn.Conv2d（64， 64， 3）',
    'nn.Conv2d(64,\u00a064,\u00a03)',
    'conv = nn.Conv2d(64, 64, 3)',
    'self.conv1 = nn.Conv2d(64, 64, 3)',
    'self.conv1: nn.Module = nn.Conv2d(64, 64, 3)',
    '(conv1): Conv2d(64, 64, kernel_size=(3, 3), stride=(1, 1))',
    '- nn.Conv2d(64, 64, 3)',
    '> nn.Conv2d(64, 64, 3)',
    '>>> nn.Conv2d(64, 64, 3)',
    'nn.Conv2d(64, 64, 3)  # a comment, with (a bracket',
    'nn.Conv2d(64, 64, 3)(x)',
    "nn.Conv2d(64, 64, 3).to('cuda')",
    'return nn.Conv2d(64, 64, 3)',
    'what does `nn.Conv2d(64, 64, 3)` cost?',
    'how many parameters does nn.Conv2d(64, 64, 3) have?',
    '/convparams nn.Conv2d(64, 64, 3)',
    'nn.Conv2d(64, 64, 3) conv2d',
  ])('%j', (question) => {
    expect(meaningOf(question)).toEqual(meaningOf(plain));
  });

  it.each<[string, string]>([
    ['nn.Conv2d(512, 512, 7, bias=False)', '7 512 512 nobias valid'],
    ['nn.Conv2d(64, 64, 3, bias=0)', '3 64 64 nobias valid'],
    ['Conv2d(3, 64, kernel_size=(7, 7), stride=(2, 2), padding=(3, 3), bias=False)', '7 3 64 nobias s=2 p=3'],
    ['nn.Conv2d(8, 8, 3, padding="same")', '3 8 8'],
    ['nn.Conv2d(8, 8, 3, padding=same)', '3 8 8'],
    ['nn.Conv2d(8, 16, (1, 7), (2, 1), (0, 3), 2, 4, False)', '1x7 8 16 nobias g=4 s=2x1 d=2 p=0x3'],
    ["nn.Conv2d(8, 8, 3, padding=1, padding_mode='circular')", '3 8 8 p=1'],
    ['nn.Conv1d(8, 16, 5)', '1d 5 8 16 valid'],
    ['nn.Conv3d(8, 16, 5)', '5x5x5 8 16 valid'],
    ['torch.nn.ConvTranspose2d(64, 32, kernel_size=4, stride=2, padding=1)', '4 64 32 t s=2 p=1'],
    ['nn.ConvTranspose2d(8, 8, 3, 2, 1, 1)', '3 8 8 t s=2 p=1 op=1'],
    ['nn.ConvTranspose2d(8, 8, 3, 2, 1, 1, 4, False, 2)', '3 8 8 nobias g=4 t s=2 d=2 p=1 op=1'],
    ['nn.Conv2d(64, 64, 3) @56 int8', '3 64 64 valid @56 int8'],
    ['nn.Conv2d(64, 64, 3) g=2 nobias', '3 64 64 nobias g=2 valid'],
    ['nn.Conv2d(64, 64, 3) dw', '3 64 64 g=64 valid'],
    ['what does `nn.Conv2d(64, 64, 3)` cost at 56x56?', '3 64 64 valid @56'],
    ['layers.Conv2D(256, 3, padding="same", use_bias=False) in=128', '3 128 256 nobias keras'],
    ['in=128 layers.Conv2D(256, 3)', '3 128 256 valid keras'],
    ['Conv2D(256, 3) 128 input channels', '3 128 256 valid keras'],
    ['layers.Conv2D(256, (3, 3), (2, 2), "same", activation="relu") in=128', '3 128 256 s=2 keras'],
    [
      'layers.Conv2D(filters=256, kernel_size=3, dilation_rate=2, groups=4) in=128',
      '3 128 256 g=4 d=2 valid keras',
    ],
    ['layers.Conv2D(256, 3, input_shape=(224, 224, 3))', '3 3 256 valid @224 keras'],
    ['layers.Conv2D(256, 3, input_shape=(None, None, 3))', '3 3 256 valid keras'],
    ['layers.Conv1D(8, 3, padding="causal") in=3', '1d 3 3 8 causal keras'],
    ['layers.DepthwiseConv2D(3) in=8', '3 8 8 g=8 valid keras'],
    ['layers.DepthwiseConv2D(3, depth_multiplier=2) in=8', '3 8 16 g=8 m=2 valid keras'],
    ['layers.Conv2DTranspose(8, 3, strides=2, padding="same") in=3', '3 3 8 t s=2 keras'],
    ['nn.Conv2d(64, 64, 3) keras', '3 64 64 valid keras'],
  ])('%s is %s', (question, words) => {
    expect(ask(question).command).toBe(words);
    expect(meaningOf(question)).toEqual(meaningOf(words));
  });

  it('SeparableConv2D is its two halves with one bias', () => {
    expect(numbersFor('layers.SeparableConv2D(64, 3) in=8').total.params).toBe(9 * 8 + 8 * 64 + 64);
    expect(numbersFor('SeparableConv2D(128, 3, depth_multiplier=2) in=64').total.params).toBe(17_664);
  });

  it('speaks for its framework, unless a word says otherwise', () => {
    expect(paramsOf('layers.Conv2D(256, 3) in=128', 'separable')).toBe(34_176);
    expect(paramsOf('layers.Conv2D(256, 3) in=128 pytorch', 'separable')).toBe(34_304);
    expect(paramsOf('nn.Conv2d(128, 256, 3)', 'separable')).toBe(34_304);
  });
});

describe('several calls', () => {
  it.each<[string, string, string]>([
    ['lines', 'nn.Conv2d(3, 8, 3)\nnn.Conv2d(8, 16, 1)', '3 3 8 valid + 1 8 16 valid'],
    ['with commas', 'nn.Conv2d(3, 8, 3), nn.Conv2d(8, 16, 1)', '3 3 8 valid + 1 8 16 valid'],
    ['with semicolons', 'nn.Conv2d(3, 8, 3); nn.Conv2d(8, 16, 1)', '3 3 8 valid + 1 8 16 valid'],
    ['a list', '[nn.Conv2d(3, 8, 3), nn.Conv2d(8, 16, 1)]', '3 3 8 valid + 1 8 16 valid'],
    [
      'nn.Sequential',
      'nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(8, 16, 1))',
      '3 3 8 valid + 1 8 16 valid',
    ],
    [
      'with a name and an input',
      'net = nn.Sequential(\n  nn.Conv2d(3, 8, 3),\n  nn.ReLU(),\n  nn.Conv2d(8, 16, 1),\n) @32',
      '3 3 8 valid + 1 8 16 valid @32',
    ],
    [
      'keras.Sequential',
      'keras.Sequential([keras.Input(shape=(32, 32, 3)), layers.Conv2D(8, 3), layers.Conv2D(16, 1)])',
      '3 3 8 valid + 1 8 16 valid @32 keras',
    ],
    [
      'model.add',
      'model = Sequential()\nmodel.add(Conv2D(8, 3, input_shape=(32, 32, 3)))\nmodel.add(Conv2D(16, 1))',
      '3 3 8 valid + 1 8 16 valid @32 keras',
    ],
    [
      'functional',
      'inputs = keras.Input((32, 32, 3))\nx = layers.Conv2D(8, 3, activation="relu")(inputs)\nx = layers.Conv2D(16, 1)(x)',
      '3 3 8 valid + 1 8 16 valid @32 keras',
    ],
    [
      'nested functional',
      'layers.Conv2D(16, 1)(layers.Conv2D(8, 3)(keras.Input((32, 32, 3))))',
      '3 3 8 valid + 1 8 16 valid @32 keras',
    ],
  ])('%s', (_, question, words) => {
    expect(ask(question).command).toBe(words);
    expect(meaningOf(question)).toEqual(meaningOf(words));
  });
});

describe('a class', () => {
  const network = code(
    'import torch',
    'from torch import nn',
    '',
    'class Net(nn.Module):',
    '    """A net (with a bracket, and nn.Conv2d(1, 1, 1) that does not count)."""',
    '',
    '    def __init__(self):',
    '        super().__init__()',
    '        # self.old = nn.Conv2d(1, 1, 1)',
    '        self.conv1 = nn.Conv2d(1, 32, 3, 1)',
    '        self.conv2 = nn.Conv2d(32, 64, 3, 1)  # the second',
    '        self.dropout = nn.Dropout(0.5)',
    '        self.fc1 = nn.Linear(9216, 128)',
    '',
    '    def forward(self, x):',
    '        x = F.relu(self.conv1(x))',
    '        x = F.max_pool2d(self.conv2(x), 2)',
    '        x = torch.flatten(self.dropout(x), 1)',
    '        return F.log_softmax(self.fc1(x), dim=1)',
  );

  it('has the layers that it assigns, by their names', () => {
    expect(rows(network)).toEqual(['conv1: Conv2d 320', 'conv2: Conv2d 18496', 'fc1: Linear 1179776']);
    expect(numbersFor(network).total.params).toBe(320 + 18_496 + 1_179_776);
  });

  it('hides no parameters, and tells of the lines that were left aside', () => {
    const { unpriced, assumptions } = numbersFor(network);
    expect(unpriced).toEqual([]);
    expect(assumptions.join('\n')).toMatch(/^\d+ lines of code without a layer left aside\.$/m);
    expect(assumptions.join('\n')).not.toMatch(/Not priced/);
  });

  it('has no MACs: forward() is not run', () => {
    const { total, assumptions } = numbersFor(`${network}\n@28`);
    expect(total.macs).toBeUndefined();
    expect(assumptions.join('\n')).toMatch(/^No MACs/m);
  });

  it('has a canonical text that gives the same rows', () => {
    expect(rows(ask(network).command)).toEqual(rows(network));
    expect(ask(ask(network).command).command).toBe(ask(network).command);
  });
});

describe('what is left aside', () => {
  it.each([
    'import torch\nconv = nn.Conv2d(64, 64, 3)',
    'x = something\nconv = nn.Conv2d(64, 64, 3)',
    'nn.Conv2d(64, 64, 3)\nprint(conv)',
    'x = torch.tensor([1, 2])\nnn.Conv2d(64, 64, 3)',
    'def f(x):\n    return nn.Conv2d(64, 64, 3)',
  ])('%j: one line', (question) => {
    expect(numbersFor(question).assumptions).toContain('1 line of code without a layer left aside.');
    expect(numbersFor(question).total.params).toBe(36_928);
  });

  it('a word that is no code is a mistake', () => {
    expect(ask('nn.Conv2d(64, 64, 3) foo').kind).toBe('problem');
    expect(ask('bonjour nn.Conv2d(64, 64, 3)').kind).toBe('problem');
  });
});

describe('a print', () => {
  it('repeats a block that stands there as 24 x Block', () => {
    const print = code(
      'Encoder(',
      '  (layers): ModuleList(',
      '    (0-23): 24 x Block(',
      '      (conv): Conv2d(8, 8, kernel_size=(1, 1), stride=(1, 1))',
      '    )',
      '  )',
      ')',
    );
    const { layers, total } = numbersFor(print);
    expect(total.params).toBe(24 * 72);
    expect(layers.map(({ name }) => name)).toEqual(
      Array.from({ length: 24 }, (_, copy) => `layers.${copy}.conv`),
    );
  });

  it('may begin with such a block', () => {
    const { layers, assumptions } = numbersFor(
      '(0-2): 3 x Block(\n  (conv): Conv2d(8, 8, kernel_size=(1, 1))\n)',
    );
    expect(layers.map(({ name }) => name)).toEqual(['0.conv', '1.conv', '2.conv']);
    expect(assumptions.join()).not.toMatch(/left aside/);
  });

  it('may have children after arguments, as timm has', () => {
    const print = code(
      'ConvNormAct(',
      '  (conv): Conv2d(3, 32, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), bias=False)',
      '  (bn): BatchNormAct2d(',
      '    32, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True',
      '    (drop): Identity()',
      '    (act): SiLU(inplace=True)',
      '  )',
      ')',
    );
    expect(rows(print)).toEqual(['conv: Conv2d 864', 'bn: BatchNormAct2d 64']);
  });

  it.each<[string, number]>([
    ['Linear(in_features=9216, out_features=4096, bias=True)', 9_217 * 4_096],
    ['Linear(in_features=9216, out_features=4096, bias=False)', 9_216 * 4_096],
    ['BatchNorm2d(64, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)', 128],
    ['BatchNorm2d(64, eps=1e-05, momentum=0.1, affine=False, track_running_stats=True)', 0],
    ['LayerNorm((96,), eps=1e-05, elementwise_affine=True)', 192],
    ['LayerNorm((8, 4), eps=1e-05)', 64],
    ['GroupNorm(32, 64, eps=1e-05, affine=True)', 128],
    ['InstanceNorm2d(64, eps=1e-05, momentum=0.1, affine=False)', 0],
    ['InstanceNorm2d(64, affine=True)', 128],
    ['Embedding(1000, 64)', 64_000],
    ['Embedding(1000, 64, padding_idx=0)', 64_000],
    ['PReLU(num_parameters=8)', 8],
    ['PReLU()', 1],
    ['RMSNorm((64,))', 64],
  ])('%s has %i parameters', (module, params) => {
    expect(numbersFor(`Conv2d(1, 1, kernel_size=(1, 1), bias=False)\n${module}`).total.params).toBe(
      params + 1,
    );
  });

  it.each<[string, string[]]>([
    ['LSTM(10, 20)', ['LSTM']],
    ['(rnn): GRU(10, 20, num_layers=2)', ['rnn (GRU)']],
    ['MyBlock(8, 16)', ['MyBlock']],
    [
      '(attn): MultiheadAttention(\n  (out_proj): NonDynamicallyQuantizableLinear(in_features=8, out_features=8, bias=True)\n)',
      ['attn (MultiheadAttention)'],
    ],
  ])('%s may hold parameters that its text does not show', (module, unpriced) => {
    const question = `Net(\n  (conv): Conv2d(3, 8, kernel_size=(3, 3))\n  ${module}\n)`;
    const numbers = numbersFor(question);
    expect(numbers.unpriced).toEqual(unpriced);
    expect(numbers.assumptions.join('\n')).toContain('Not priced');
    expect(meaningOf(ask(question).command)).toEqual(meaningOf(question));
  });

  it('has the size and the channels before a Dense layer, as far as they can be followed', () => {
    const model = (...between: string[]) =>
      `keras.Sequential([keras.Input(shape=(8, 8, 3)), layers.Conv2D(4, 3), ${between.join(', ')}, layers.Dense(10)])`;
    expect(rows(model('layers.Flatten()')).at(-1)).toBe(`3: Dense ${(6 * 6 * 4 + 1) * 10}`);
    expect(rows(model('layers.MaxPooling2D()', 'layers.Flatten()')).at(-1)).toBe(
      `4: Dense ${(3 * 3 * 4 + 1) * 10}`,
    );
    expect(rows(model('layers.GlobalAveragePooling2D()')).at(-1)).toBe('3: Dense 50');
  });
});

describe('code of many convolutions', () => {
  it.each([64, 65, 300, 2_000])('%i have a canonical text that asks the same', (count) => {
    const question = 'nn.Conv2d(64, 64, 3, padding=1)\n'.repeat(count);
    const numbers = numbersFor(question);
    expect(numbers.layers).toHaveLength(count);
    expect(numbersFor(numbers.command).total).toEqual(numbers.total);
  });
});

describe('a loop is not run', () => {
  it.each([
    'for i in range(3):\n    nn.Conv2d(64, 64, 3)',
    'nn.Sequential(*[nn.Conv2d(64, 64, 3) for _ in range(3)])',
    'nn.Sequential(*[nn.Conv2d(64, 64, 3)] * 3)',
  ])('%j', (question) => {
    expect(ask(question).numbers).toMatchObject({ kind: 'problem', problem: { code: 'not-a-literal' } });
  });

  it('but what stands behind it is read', () => {
    expect(numbersFor('for i in range(3):\n    print(i)\nnn.Conv2d(64, 64, 3)').total.params).toBe(36_928);
  });
});
