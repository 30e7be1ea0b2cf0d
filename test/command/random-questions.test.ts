import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';
import { price } from '../../src/conv/price.ts';
import { layerOf, meaningOf, numbersFor } from '../support/ask-for.ts';
import { questions } from '../support/random-question.ts';
import { success } from '../support/success.ts';

describe('any legal layer, in any spelling', () => {
  it('is read as what was meant', () => {
    fc.assert(
      fc.property(questions(), ({ question, layer, input, batch }) => {
        const withBatchNorm = /\bbn\b/i.test(question);
        const { outputPadding: _, kind: __, bias, ...shape } = layer;
        const numbers = numbersFor(question);
        expect(numbers.layers[0]).toMatchObject({ ...shape, bias: bias && !withBatchNorm });
        const { cost } = success(price([layer], { input, batch, elementType: 'fp32' }));
        expect(numbers.total).toMatchObject({ macs: cost?.macs, output: cost?.output });
      }),
    );
  });

  it('has a canonical text that asks the same, and is its own', () => {
    fc.assert(
      fc.property(questions(), ({ question }) => {
        const { command } = ask(question);
        expect(ask(command).command).toBe(command);
        expect(meaningOf(command)).toEqual(meaningOf(question));
      }),
    );
  });

  it('as a stack, or compared, has a canonical text that asks the same', () => {
    fc.assert(
      fc.property(
        questions(),
        fc.constantFrom(' vs dw', ' vs nobias', ' + 3 16', ' + 1 8 bn', ' vs 5 32 64'),
        (any, more) => {
          const { numbers, command } = ask(any.question + more);
          if (numbers.kind !== 'answer') return;
          expect(ask(command).command).toBe(command);
          expect(meaningOf(command)).toEqual(meaningOf(any.question + more));
        },
      ),
    );
  });

  it('has as many biases less with nobias, and nothing else changes', () => {
    fc.assert(
      fc.property(questions(), ({ question, layer }) => {
        fc.pre(layer.bias && !/\bbn\b/i.test(question));
        const plain = question.replace(/\b(?:with bias|bias=on|bias)\b/gi, '');
        const [biased, nobias] = [numbersFor(plain), numbersFor(`${plain} nobias`)];
        expect(biased.total.params - nobias.total.params).toBe(biased.total.biases);
        expect(nobias.total).toEqual({ ...biased.total, params: nobias.total.weights, biases: 0 });
        for (const [index, variant] of biased.variants.entries()) {
          expect(nobias.variants[index]).toMatchObject({
            name: variant.name,
            weights: variant.weights,
            biases: 0,
            macs: variant.macs,
          });
        }
        expect({
          ...layerOf(`${plain} nobias`),
          bias: true,
          biases: layer.out,
          params: biased.total.params,
        }).toEqual(layerOf(plain));
      }),
    );
  });
});

describe('any text at all', () => {
  const check = (text: string) => {
    const { kind, numbers, command } = ask(text);
    if (numbers.kind === 'problem') {
      const [start, end] = numbers.problem.at;
      expect(0 <= start && start <= end && end <= text.length).toBe(true);
      const { suggestion } = numbers.problem;
      if (suggestion !== undefined) expect(ask(suggestion).kind).not.toBe('problem');
    } else {
      expect(ask(command).command).toBe(command);
      expect(ask(command).kind).toBe(kind);
      if (numbers.kind === 'answer') expect(meaningOf(command)).toEqual(meaningOf(text));
    }
  };

  it.each([
    ['of any code units', fc.string({ unit: 'binary', maxLength: 200 })],
    ['of what people see', fc.string({ unit: 'grapheme', maxLength: 200 })],
    ['of ASCII', fc.string({ unit: 'binary-ascii', maxLength: 200 })],
    [
      'of the language’s own characters',
      fc.string({ unit: fc.constantFrom(...'0123456789x@=+->()[],. \nkgsdptmbc"\'`') }),
    ],
    [
      'around code',
      fc
        .tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))
        .map((around) => around.join('nn.Conv2d(3, 8, 3)')),
    ],
    [
      'in code',
      fc
        .string({
          unit: fc.constantFrom(
            'nn.Conv2d(',
            '3',
            ',',
            ')',
            '(',
            '=',
            'stride',
            ' ',
            '\n',
            "'",
            '"',
            '(0): ',
            '24 x ',
            'for ',
            'ReLU()',
            'x',
            '[',
            ']',
            'Net(',
            '#',
            '+',
            ' vs ',
          ),
        })
        .map((inside) => `nn.Conv2d(${inside}`),
    ],
    [
      'of 4,000 characters',
      fc.string({
        unit: fc.constantFrom('3 ', '64 ', 'nobias ', 'vs ', '+ ', 'g=2 ', '@8 '),
        minLength: 900,
        maxLength: 1_000,
      }),
    ],
  ])('%s is answered, and its canonical text asks the same', (_, texts) => {
    fc.assert(fc.property(texts, check), { numRuns: 500 });
  });
});
