import { describe, expect, test } from 'vitest';
import { ask } from '../src/ask.ts';
import { formFields, formOf } from '../src/form.ts';
import { meaningOf } from './support/ask-for.ts';
import { helpQuestions, mistakenQuestions, pricedQuestions, titled } from './support/questions.ts';

const isLayer = (question: string) => formOf(question) !== undefined;

describe('the form of a question about one layer asks the same', () => {
  test.each(titled(pricedQuestions.filter(isLayer)))('%s', (_, question) => {
    const form = formOf(question);
    expect(form && meaningOf(form)).toEqual(meaningOf(question));
    expect(form && ask(form).command).toBe(ask(question).command);
  });

  test('there are many of them, and every other question has none', () => {
    expect(pricedQuestions.filter(isLayer).length).toBeGreaterThan(50);
    for (const question of pricedQuestions) {
      const { numbers } = ask(question);
      expect(isLayer(question)).toBe(numbers.kind === 'answer' && numbers.question === 'layer');
    }
    for (const question of helpQuestions) expect(isLayer(question)).toBe(false);
  });
});

test('a value for every field, and words for what has none', () => {
  const form = formOf('1d 7 64 128 s=2 p=3 g=2 nobias keras @1000 int8 m=2 flops batch=4');
  expect(form).toEqual({
    text: '1d m=2 batch=4 int8 flops',
    named: {
      kernel: '7',
      in: '64',
      out: '128',
      bias: 'off',
      groups: '2',
      stride: '2',
      padding: '3',
      dilation: '1',
      input: '1000',
      convention: 'keras',
    },
  });
  expect(Object.keys(form?.named ?? {})).toEqual([...formFields]);
});

test.each(mistakenQuestions.filter(isLayer))(
  'what can be read but not counted has a form that tells so: %s',
  (q) => {
    const form = formOf(q);
    const code = ({ numbers }: ReturnType<typeof ask>) => numbers.kind === 'problem' && numbers.problem.code;
    expect(form && code(ask(form))).toBe(code(ask(q)));
    expect(ask(q).kind).toBe('problem');
  },
);

test('a depthwise layer stays depthwise when its channels change', () => {
  const form = formOf('3 64 64 dw');
  expect(form).toMatchObject({ text: 'dw', named: { groups: '' } });
  const changed = form && ask({ ...form, named: { ...form.named, in: '32', out: '32' } });
  expect(changed?.command).toBe('3 32 32 g=32');
});

test('a form itself can be shown anew, after a field was changed', () => {
  const form = formOf('3 64 64 t op=1 s=2 bn');
  const changed = form && formOf({ ...form, named: { ...form.named, out: '32' } });
  expect(changed?.named.out).toBe('32');
  expect(changed?.text).toBe(form?.text);
});
