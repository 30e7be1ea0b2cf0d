import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';
import { catalogue, entryOf } from '../../src/command/catalogue.ts';
import type { Named } from '../../src/command/named.ts';
import { isValueFault, readValue } from '../../src/command/read-value.ts';
import { meaningOf, meaningOfNamed, problemFor } from '../support/ask-for.ts';

describe('named values mean the same as words', () => {
  it.each<[string, Named]>([
    ['7 512 512', { kernel: 7, in: 512, out: 512 }],
    ['7 512 512', { kernel: '7', in: '512', out: ' 512 ' }],
    ['7 512 512 nobias', { kernel: 7, in: 512, out: 512, bias: false }],
    ['7 512 512 nobias', { kernel: 7, in: 512, out: 512, bias: 'off' }],
    ['7 512 512 nobias', { kernel: 7, in: 512, out: 512, bias: 'No bias' }],
    ['7 512 512', { kernel: 7, in: 512, out: 512, bias: true }],
    ['3 128 256', {}],
    [
      '3 128 256',
      { kernel: '', in: '', out: '', groups: '', transposed: false, depthwise: false, share: false },
    ],
    ['1x7 64 64', { kernel: '1x7', in: 64, out: 64 }],
    ['1x7 64 64', { kernel: '1×7', in: '６４', out: 64 }],
    ['3 128 128 g=32', { groups: 32, in: 128, out: 128 }],
    ['3 64 64 dw', { depthwise: true, in: 64 }],
    ['3 64 128 separable', { separable: true, in: 64, out: 128 }],
    ['3 64 128 m=2', { multiplier: 2, in: 64, out: 128 }],
    ['3 64 64 s=2x1 d=2 p=1', { stride: '2x1', dilation: 2, padding: 1, in: 64, out: 64 }],
    ['3 64 64 valid', { padding: 'valid', in: 64, out: 64 }],
    ['3 64 64', { padding: 'same', in: 64, out: 64 }],
    ['3 64 32 t s2 p1 op=1', { transposed: true, stride: 2, padding: 1, outputPadding: 1, in: 64, out: 32 }],
    ['3 64 64 bn keras', { batchNorm: true, convention: 'keras', in: 64, out: 64 }],
    [
      '3 64 64 @56 batch=8 int8 flops',
      { input: 56, batch: 8, elementType: 'int8', unit: 'flops', in: 64, out: 64 },
    ],
    ['3 64 64 @56', { input: '@56x56', in: 64, out: 64 }],
    ['1d 7 64 64', { rank: 1, kernel: 7, in: 64, out: 64 }],
    // As in text: with the name before it, and with sides as people write them.
    ['3 64 64 s=2', { stride: 's=2', in: 'in=64', out: 'output channels: 64' }],
    ['3 64 64 s=2x1', { stride: 'Stride = 2 × 1', in: 64, out: 64 }],
    ['7 64 64 d=2', { kernel: 'kernel_size=7', dilation: 'd2', in: 64, out: '64,' }],
    ['3 64 64 g=32', { groups: 'groups 32', in: 64, out: 64 }],
    ['3 64 64 nobias valid', { bias: 'bias=off', padding: 'p=valid', in: 64, out: 64 }],
    ['3x3 64 64 @224x112', { kernel: '3 x 3', input: 'input size 224 * 112', in: 64, out: 64 }],
    [
      '3x5 64 64 keras int8',
      { kernel: '(3, 5)', convention: 'Keras', elementType: 'dtype=int8', in: 64, out: 64 },
    ],
  ])('%s', (words, named) => {
    expect(meaningOfNamed(named)).toEqual(meaningOf(words));
  });

  it('beside words', () => {
    expect(meaningOf({ text: '7 512 512', named: { bias: false, input: 56 } })).toEqual(
      meaningOf('7 512 512 nobias @56'),
    );
    expect(meaningOf({ text: '7 512', named: { out: 64 } })).toEqual(meaningOf('7 512 64'));
    expect(meaningOf({ text: 'g=32', named: { groups: 32 } })).toEqual(meaningOf('g=32'));
  });

  it('beside code', () => {
    expect(meaningOf({ text: 'nn.Conv2d(64, 64, 3)', named: { input: 56 } })).toEqual(
      meaningOf('nn.Conv2d(64, 64, 3) @56'),
    );
  });

  it('describe the first layer, and settings of them hold for all', () => {
    expect(meaningOf({ text: '3 8 8 vs 5 8 8', named: { bias: false, batch: 2, input: 8 } })).toEqual(
      meaningOf('3 8 8 nobias @8 batch=2 vs 5 8 8'),
    );
  });

  it('share', () => {
    expect(ask({ text: '', named: { share: true } }).share).toBe(true);
  });
});

describe('a mistake in a named value names its field', () => {
  it.each<[Named, string, string, string | undefined]>([
    [{ in: 128, out: 250, groups: 32 }, 'groups', 'groups-do-not-divide', 'in=128 out=256 g=32'],
    [{ kernel: 1002 }, 'kernel', 'out-of-range', 'k=1001'],
    [{ kernel: '1.5' }, 'kernel', 'not-a-number', undefined],
    [{ in: -5 }, 'in', 'not-a-number', 'in=5'],
    [{ in: 1.5 }, 'in', 'not-a-number', undefined],
    [{ in: Number.NaN }, 'in', 'bad-value', undefined],
    [{ in: 1e21 }, 'in', 'not-a-number', undefined],
    [{ in: Number.POSITIVE_INFINITY }, 'in', 'bad-value', undefined],
    [{ bias: 'maybe' }, 'bias', 'bad-value', undefined],
    [{ padding: 'sane' }, 'padding', 'bad-value', 'p=same'],
    [{ convention: 'kera' }, 'convention', 'bad-value', 'convention=keras'],
    [{ stride: '2x2x2' }, 'stride', 'rank-mismatch', 's=2x2'],
    [{ input: 2, padding: 0 }, 'input', 'kernel-larger-than-input', 'p=0 input=3'],
    [{ input: '3x4x5' }, 'input', 'rank-mismatch', 'input=3x4x5 3d'],
    [{ outputPadding: 1, stride: 2 }, 'outputPadding', 'output-padding-without-transposed', 's=2 t op=1'],
    [{ separable: true, groups: 2 }, 'groups', 'conflict', 'separable'],
  ])('%o: %s is %s', (named, field, code, suggestion) => {
    const problem = problemFor({ text: '', named });
    expect(problem).toMatchObject({ field, code, at: [0, 0] });
    expect(problem.suggestion === undefined ? undefined : meaningOf(problem.suggestion)).toEqual(
      suggestion === undefined ? undefined : meaningOf(suggestion),
    );
  });

  it.each<[Named, string]>([
    [{ kernel: 'abc' }, 'abc is no value for the kernel. Write a value such as 7 or 1x7.'],
    [{ in: 'abc' }, 'abc is no value for the input channels. Write a value such as 512.'],
    [{ stride: 's' }, 's is no value for the stride. Write a value such as 2 or 2x1.'],
    [{ stride: 's=' }, 's= is no value for the stride. Write a value such as 2 or 2x1.'],
    [{ depthwise: 'abc' }, 'abc is no value for depthwise. Write a value such as dw.'],
    [{ padding: 'abc' }, 'abc is no value for the padding. It can be same, valid, causal or a number.'],
    [{ kernel: '3 x' }, '3 x is not complete: write a whole number for each side, such as 3x3.'],
  ])('%o is told what can be typed there', (named, message) => {
    expect(problemFor({ text: '', named }).message).toBe(message);
  });

  it('beside words that are right, the place is the end of the text', () => {
    expect(problemFor({ text: '3 128 250', named: { groups: 32 } })).toMatchObject({
      field: 'groups',
      at: [9, 9],
      suggestion: '3 128 256 g=32',
    });
  });

  it('a mistake in the words has no field', () => {
    const problem = problemFor({ text: '3 64 64 nobais', named: { groups: 2 } });
    expect(problem).toMatchObject({ code: 'unknown-word', at: [8, 14], suggestion: '3 64 64 nobias g=2' });
    expect(problem.field).toBeUndefined();
  });

  it('a value that contradicts the words', () => {
    expect(problemFor({ text: '3 64 64 g=2', named: { groups: 4 } })).toMatchObject({
      code: 'conflict',
      field: 'groups',
      suggestion: '3 64 64 g=4',
    });
  });

  it('a layer of a stack or a model takes no value of another one', () => {
    expect(
      problemFor({ text: 'nn.Conv2d(8, 8, 3); nn.Conv2d(8, 8, 3)', named: { groups: 2 } }),
    ).toMatchObject({
      code: 'misplaced-word',
      field: 'groups',
    });
  });
});

describe('every entry that takes a number', () => {
  const numeric = catalogue.filter(({ takes }) => takes);

  it.each(numeric.map(({ fact, exampleValue = '' }) => [fact, exampleValue] as const))(
    '%s has an example that is read: %s',
    (fact, example) => {
      for (const value of example.split(/, | or /)) {
        expect(isValueFault(readValue(entryOf(fact), value))).toBe(false);
      }
    },
  );
});

it.each(catalogue.map(({ fact }) => fact))('what is no value of %s is told with one that is', (fact) => {
  const { message } = problemFor({ text: '', named: { [fact]: 'abc' } });
  const [, told = ''] =
    /^abc is no value for .*\. (?:Write a value such as|It can be) (.*)\.$/.exec(message) ?? [];
  const [example = ''] = told.split(/, | or /);
  const { numbers } = ask({ text: '', named: { [fact]: example } });
  expect(numbers.kind === 'problem' ? numbers.problem.code : 'read').not.toBe('bad-value');
});

describe('hostile values', () => {
  const hostile = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '7 512 512 nobias',
    'nn.Conv2d(3, 8, 3)',
    '3 vs 5',
    '+',
    '\u0000',
    '\u001b[31m',
    '\u202e7',
    '7\n8',
    '0x10',
    '1e3',
    '7'.repeat(100_000),
    'x'.repeat(100_000),
    '\ud800',
    '"; drop table',
  ];

  it.each(hostile)('%j is a mistake of its field, and quoted harmlessly', (value) => {
    for (const field of ['kernel', 'in', 'groups', 'elementType', 'input'] as const) {
      const problem = problemFor({ text: '', named: { [field]: value } });
      expect(problem.field).toBe(field);
      expect(problem.message.length).toBeLessThan(200);
      expect(problem.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    }
  });

  it('no named value throws, whatever it is', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(...hostile),
    );
    const fields = [
      'kernel',
      'rank',
      'in',
      'out',
      'bias',
      'groups',
      'depthwise',
      'separable',
      'multiplier',
      'stride',
    ];
    const others = [
      'dilation',
      'padding',
      'transposed',
      'outputPadding',
      'batchNorm',
      'input',
      'batch',
      'share',
    ];
    const settings = ['elementType', 'convention', 'unit'];
    const name = fc.constantFrom(...fields, ...others, ...settings);
    fc.assert(
      fc.property(fc.string(), fc.dictionary(name, value), (text, named) => {
        const { numbers } = ask({ text, named });
        if (numbers.kind !== 'problem') return;
        const { at, suggestion } = numbers.problem;
        expect(at[0]).toBeLessThanOrEqual(at[1]);
        expect(at[1]).toBeLessThanOrEqual(text.length);
        if (suggestion !== undefined) expect(ask(suggestion).kind).not.toBe('problem');
      }),
      { numRuns: 1_000 },
    );
  });
});
