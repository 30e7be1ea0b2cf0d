import { describe, expect, test } from 'vitest';
import { choicesFor } from '../../../../adapters/discord/interactions/choices-for.ts';
import { questionOf } from '../../../../adapters/discord/interactions/question-of.ts';
import { ask } from '../../../../src/ask.ts';
import { examples } from '../../../../src/command/catalogue.ts';
import { callbackFaults } from '../../../support/discord/payload-faults.ts';
import { allQuestions, titled } from '../../../support/questions.ts';

const first = (text: string, named = {}, locale = 'en-US') => choicesFor({ text, named }, locale)[0];

test.each([
  ['7 512 512 nobias', '12,845,056 params, separable 287,232 (2.24 %) · Conv2d 7×7 · 512 → 512 · no bias'],
  ['5 32 64 vs 3 32 64', '51,264 vs 18,496 params · 5×5 against 3×3 · 32 → 64'],
  ['3 3 32 s2 @224 + 3 dw + 1 64', '3,328 params, 40.1 M MACs · Stack of 3 layers · 3 → 64'],
  ['explain bias', 'Bias and BatchNorm'],
  ['help', 'What a convolution layer costs'],
])('the live result: %s', (text, name) => {
  expect(first(text)).toEqual({ name, value: text });
});

test('what was guessed stands behind the number, before all else', () => {
  expect(first('7 96')?.name).toMatch(/^451,680 params · Read as .* · Conv2d|^451,680 params · Read as .*…$/);
  expect(first('3 64 + 5')?.name).toMatch(/^139,392 params · Read as /);
});

test('digits as the person writes them', () => {
  expect(first('7 512 512 nobias', {}, 'fr')?.name).toMatch(/^12\u00a0845\u00a0056 params/);
});

describe('a mistake', () => {
  test('with what would work, which is the value and is shown first', () => {
    expect(first('7 512 512 nobais')).toEqual({
      name: '→ 7 512 512 nobias · nobais is not a word I know. Did you mean nobias?',
      value: '7 512 512 nobias',
    });
    expect(first('3 128 250 g=32')?.name).toMatch(/^→ 3 128 256 g=32 · 32 groups do not divide 250/);
  });

  test('with two readings has a choice for each', () => {
    const choices = choicesFor({ text: '3x3 64 input' }, 'en-US');
    expect(choices.map(({ value }) => value)).toEqual(['3x3 in=64', '3x3 @64']);
    expect(choices.map(({ name }) => name.split(' · ')[0])).toEqual(['→ 3x3 in=64', '→ 3x3 @64']);
  });

  test('without a fix keeps what was typed', () => {
    expect(first('7 512 512 qqqqqqq')).toEqual({
      name: expect.stringMatching(/^qqqqqqq is not a word I know/),
      value: '7 512 512 qqqqqqq',
    });
  });

  test.each(allQuestions.filter((text) => ask(text).kind === 'problem'))(
    'what is asked is what its name shows, or what was typed: %j',
    (text) => {
      const choice = first(text);
      if (!choice) return;
      const asked = questionOf([{ type: 3, name: 'query', value: choice.value }]).text;
      const shown = /^→ (.*?)(?: · |…$)/.exec(choice.name)?.[1];
      if (shown === undefined) expect(asked.trim()).toBe(text.trim());
      else expect(asked.replace(/\s+/g, ' ').trim().startsWith(shown)).toBe(true);
    },
  );
});

test.each([
  ['edit 7 512 512 nobias', 'Edit in a form · 12,845,056 params, separable 287,232 (2.24 %) · Conv2d 7×7'],
  ['edit', 'Edit in a form · 295,168 params'],
  ['edit 7 512 512 nobais', 'Edit in a form · nobais is not a word I know'],
])('a wish for the form: %s', (text, name) => {
  expect(first(text)).toEqual({ name: expect.stringContaining(name), value: text });
});

describe('beside typed options', () => {
  test('the correction of the text leaves them where they are', () => {
    expect(first('nobais', { in: 64, out: 128 })?.value).toBe('nobias');
  });

  test('a mistake in an option keeps the text', () => {
    expect(first('nobias', { in: 64, out: 50, groups: 32 })).toEqual({
      name: expect.stringContaining('32 groups do not divide 50 output channels'),
      value: 'nobias',
    });
  });

  test('nothing typed, the value says nothing either', () => {
    const named = { in: 64, out: 64 };
    const [live, ...others] = choicesFor({ text: '', named }, 'en-US');
    expect(live?.name).toMatch(/^36,928 params/);
    expect(ask({ text: live?.value ?? '', named }).command).toBe(ask({ text: '', named }).command);
    expect(others).toEqual([]);
  });
});

test('nothing at all: the default layer, and the examples', () => {
  const [live, ...others] = choicesFor({ text: ' ' }, 'en-US');
  expect(ask(live?.value ?? '').command).toBe(ask('').command);
  expect(others.map(({ value }) => value)).toEqual(examples.map(({ command }) => command));
});

describe('choosing the result of a question asks that question, and Discord takes every choice', () => {
  test.each(titled(allQuestions))('%s', (_, text) => {
    const choices = choicesFor({ text }, 'en-US');
    expect(callbackFaults({ type: 8, data: { choices } })).toEqual([]);
    const [choice] = choices;
    if (!choice) return expect(text.length).toBeGreaterThan(100);
    const chosen = ask(questionOf([{ type: 3, name: 'query', value: choice.value }]));
    const asked = ask(text);
    const fix = asked.kind === 'problem' ? asked.actions.find(({ label }) => label !== 'Help') : undefined;
    expect(chosen.command).toBe(fix ? ask(fix.command).command : asked.command);
  });
});
