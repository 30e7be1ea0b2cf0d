import { describe, expect, test } from 'vitest';
import { ask } from '../src/ask.ts';
import type { Numbers } from '../src/numbers.ts';
import totals from './fixtures/prints/totals.json' with { type: 'json' };
import { blocksOf, guessesOf } from './support/answer-texts.ts';
import {
  explainQuestions,
  helpQuestions,
  mistakenQuestions,
  pricedQuestions,
  printOf,
  titled,
} from './support/questions.ts';

type Priced = Extract<Numbers, { kind: 'answer' }>;

describe('numbersOf', () => {
  test('a layer: its variants against the standard one', () => {
    expect(asJson('7 512 512 nobias')).toEqual({
      command: '7 512 512 nobias',
      kind: 'answer',
      question: 'layer',
      layers: [
        {
          type: 'Conv2d',
          kernel: [7, 7],
          in: 512,
          out: 512,
          groups: 1,
          stride: [1, 1],
          padding: 'same',
          dilation: [1, 1],
          bias: false,
          transposed: false,
          weights: 12_845_056,
          biases: 0,
          params: 12_845_056,
        },
      ],
      variants: [
        { name: 'standard', params: 12_845_056, weights: 12_845_056, biases: 0, ratio: 1 },
        { name: 'depthwise', params: 25_088, weights: 25_088, biases: 0, ratio: 1 / 512 },
        { name: 'separable', params: 287_232, weights: 287_232, biases: 0, ratio: 287_232 / 12_845_056 },
      ],
      total: { params: 12_845_056, weights: 12_845_056, biases: 0 },
      assumptions: ['PyTorch convention.'],
    });
  });

  test('a layer with groups: the total is the layer as asked', () => {
    const { total, variants, layers } = priced('3 128 128 g=32 nobias');
    expect(variants.map(({ name }) => name)).toEqual(['standard', 'grouped', 'depthwise', 'separable']);
    expect(total.params).toBe(4_608);
    expect(layers.map(({ groups }) => groups)).toEqual([32]);
  });

  test('an input adds MACs and outputs', () => {
    const { layers, variants, total } = priced('4 64 32 t s2 p1 @16');
    expect(total).toMatchObject({ macs: 8_388_608, output: [32, 32] });
    expect(layers[0]).toMatchObject({ transposed: true, macs: 8_388_608, output: [32, 32] });
    expect(variants.map(({ macs }) => macs)).toEqual([8_388_608, 262_144, 2_359_296]);
  });

  test('MACs stay MACs where FLOPs are shown', () => {
    expect(priced('3 64 64 @56 flops').total.macs).toBe(priced('3 64 64 @56').total.macs);
  });

  test('a comparison: every side against the first', () => {
    const { alternatives, total, layers } = priced('5 32 64 vs 3 32 64');
    expect(alternatives?.map(({ params, ratio }) => [params, ratio])).toEqual([
      [51_264, 1],
      [18_496, 18_496 / 51_264],
    ]);
    expect(total.params).toBe(51_264);
    expect(layers).toHaveLength(2);
  });

  test('a stack: its layers, of which a separable one is two', () => {
    const { layers, total } = priced('3 3 32 s2 + 3 64 separable bn @224');
    expect(layers.map(({ type, params }) => [type, params])).toEqual([
      ['Conv2d', 896],
      ['Conv2d', 288],
      ['BatchNorm2d', 64],
      ['Conv2d', 2_048],
      ['BatchNorm2d', 128],
    ]);
    expect(total).toMatchObject({ params: 3_424, output: [112, 112] });
  });

  test('a model: names, modules, and what separable convolutions would change', () => {
    const numbers = priced(printOf('resnet18'));
    expect(numbers).toMatchObject({
      question: 'model',
      total: { params: 11_689_512, convParams: 11_166_912 },
      unpriced: [],
      ifSeparable: { convolutions: 17, params: 1_946_107 },
    });
    expect(numbers.layers).toHaveLength(41);
    expect(numbers.layers.at(-1)).toMatchObject({
      type: 'Linear',
      name: 'fc',
      in: 512,
      out: 1000,
      bias: true,
      params: 513_000,
    });
  });

  test.each(Object.entries(totals.prints))('%s has the totals that were measured', (file, measured) => {
    const { total, layers } = priced(printOf(file.replace('.txt', '')));
    expect(total.params).toBe(measured.total);
    expect(total.convParams).toBe(measured.convParams);
    expect(layers.filter(({ kernel }) => kernel)).toHaveLength(measured.convLayers);
  });
});

describe.each(titled(pricedQuestions))('%s', (_, question) => {
  const numbers = priced(question);
  const sum = (key: 'params' | 'weights' | 'biases' | 'macs') =>
    numbers.layers.reduce((total, layer) => total + (layer[key] ?? 0), 0);

  test('the layers add up to the total', () => {
    const sides = numbers.alternatives ?? [numbers.total];
    for (const key of ['params', 'weights', 'biases', 'macs'] as const) {
      expect(sum(key), key).toBe(sides.reduce((total, side) => total + (side[key] ?? 0), 0));
    }
  });

  test('the table shows these numbers', () => {
    const [table] = blocksOf(ask(question), 'table');
    const column = table?.columns.findIndex(({ title }) => title === 'Parameters') ?? -1;
    const shown = table?.rows.map((row) => row[column]?.value);
    expect(shown).toEqual(expect.arrayContaining([numbers.total.params]));
    for (const { params } of [...numbers.variants, ...(numbers.alternatives ?? [])]) {
      expect(shown).toContain(params);
    }
  });

  test('the assumptions are what was guessed, which the lead says, and the conventions of the note', () => {
    const answer = ask(question);
    const [note] = blocksOf(answer, 'note');
    expect(numbers.assumptions).toEqual([...guessesOf(answer), ...(note?.sentences ?? [])]);
  });

  test('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(numbers))).toMatchObject({ total: { params: numbers.total.params } });
    expect(JSON.stringify(numbers)).not.toContain('null');
  });
});

test.each([...helpQuestions, ...explainQuestions])('%s has no numbers', (question) => {
  const { command, numbers } = ask(question);
  expect(numbers).toEqual({ kind: 'help', command });
});

test.each(titled(mistakenQuestions))('%s: the problem, for programs', (_, question) => {
  const { numbers, lead, actions } = ask(question);
  if (numbers.kind !== 'problem') throw new Error('not a problem');
  const { message, at, suggestion, otherSuggestion } = numbers.problem;
  expect(lead).toEqual([{ kind: 'text', text: message }]);
  expect(at[0]).toBeGreaterThanOrEqual(0);
  expect(at[1]).toBeGreaterThanOrEqual(at[0]);
  expect(at[1]).toBeLessThanOrEqual(question.length);
  expect(actions.map(({ command }) => command)).toEqual(
    [suggestion, otherSuggestion, 'help'].filter((command) => command !== undefined),
  );
});

function priced(question: string): Priced {
  const { numbers } = ask(question);
  if (numbers.kind !== 'answer') throw new Error(`no numbers: ${question}`);
  return numbers;
}

/** As a program gets it: what is undefined is not there. */
function asJson(question: string): unknown {
  return JSON.parse(JSON.stringify(priced(question)));
}
