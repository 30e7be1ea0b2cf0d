import { describe, expect, test } from 'vitest';
import { fieldMistake, stateOfField, stateOfOffer, stateOfText } from '../../../adapters/web/state.ts';
import { plain } from '../../../src/answer/plain.ts';
import { formFields, formOf } from '../../../src/form.ts';

const layer = stateOfText('3 128 256 g=2 @56 bn int8');

test('a question about one layer fills the fields', () => {
  expect(layer.fields).toBe('this layer');
  expect(layer.form).toEqual(formOf('3 128 256 g=2 @56 bn int8'));
});

describe('a change of a field', () => {
  test.each([
    ['kernel', '5x3', '5x3 128 256 g=2 bn @56 int8'],
    ['in', '64', '3 64 256 g=2 bn @56 int8'],
    ['out', '512', '3 128 512 g=2 bn @56 int8'],
    ['groups', '4', '3 128 256 g=4 bn @56 int8'],
    ['stride', '2', '3 128 256 g=2 s=2 bn @56 int8'],
    ['padding', 'valid', '3 128 256 g=2 valid bn @56 int8'],
    ['dilation', '2', '3 128 256 g=2 d=2 bn @56 int8'],
    ['input', '', '3 128 256 g=2 bn int8'],
    ['convention', 'keras', '3 128 256 g=2 bn @56 int8 keras'],
  ] as const)('%s = "%s" writes the question, and keeps what no field has', (field, value, command) => {
    expect(stateOfField(field, value, layer)).toEqual(stateOfText(command));
  });

  test('the bias goes off and on again', () => {
    const off = stateOfField('bias', 'off', stateOfText('7 512 512'));
    expect(off.line).toBe('7 512 512 nobias');
    expect(stateOfField('bias', 'on', off).line).toBe('7 512 512');
  });

  test.each(formFields)('to what it is already asks the same: %s', (field) => {
    expect(stateOfField(field, layer.form.named[field], layer).answer).toEqual(layer.answer);
  });
});

describe('the word share', () => {
  const shared = stateOfText('7 512 512 nobias share');

  test('stays in the line when a field changes', () => {
    const changed = stateOfField('kernel', '5', shared);
    expect(changed.line).toBe('5 512 512 nobias share');
    expect(changed.answer.share).toBe(true);
  });

  test('outlasts mistakes in a field and in the line', () => {
    const wrong = stateOfField('groups', '3', shared);
    expect(wrong.answer.share).toBe(false);
    expect(stateOfField('groups', '2', wrong).line).toBe('7 512 512 nobias g=2 share');
    expect(stateOfOffer(wrong.answer.actions[0]?.command ?? '', wrong).line).toMatch(/ share$/);
    for (const other of ['help', '5 32 64 vs 3 32 64']) expect(stateOfOffer(other, wrong).line).toBe(other);
    const typed = stateOfText('7 512 512 nobais share', shared);
    expect(stateOfField('in', '256', typed).line).toBe('7 256 512 nobias share');
  });

  test('goes with a question that lacks it', () => {
    expect(stateOfField('kernel', '5', stateOfText('7 512 512', shared)).line).toBe('5 512 512');
  });
});

describe('a mistake in a field', () => {
  const wrong = stateOfField('groups', '3', layer);

  test('is told at the field, and the line keeps the last question that worked', () => {
    expect(fieldMistake(wrong)).toEqual({
      field: 'groups',
      message: expect.stringContaining('3 groups do not divide 128'),
    });
    expect(wrong.line).toBe(layer.line);
    expect(wrong.form.named.groups).toBe('3');
    expect(wrong.answer.body).toEqual([]);
    expect(wrong.fields).toBe('mistake');
  });

  test('is told there alone: the answer says that the line is right', () => {
    expect(wrong.answer.title).toBe('There is a mistake in a field');
    expect(plain(wrong.answer)).not.toContain('3 groups do not divide');
  });

  test('is none of the line’s, from which the last layer that worked stays', () => {
    const mistake = stateOfText('3 128 256 nobais', wrong);
    expect([mistake.fields, mistake.form]).toEqual(['last layer', layer.form]);
  });

  test('goes away when another field makes it right', () => {
    const right = stateOfField('out', '192', stateOfField('in', '192', wrong));
    expect(right.line).toBe('3 192 g=3 bn @56 int8'.replace('192', '192 192'));
    expect(fieldMistake(right)).toBeUndefined();
  });

  test('its other correction is written in short as well', () => {
    const { numbers } = wrong.answer;
    if (numbers.kind !== 'problem') throw new Error('no mistake');
    const otherSuggestion = 'k=3 in=128 out=256 g=4 @56 bn int8';
    const problem = { ...numbers.problem, otherSuggestion };
    const both = { ...wrong, answer: { ...wrong.answer, numbers: { ...numbers, problem } } };
    expect(stateOfOffer(otherSuggestion, both)).toEqual(stateOfText('3 128 256 g=4 bn @56 int8'));
  });

  test('its correction is written in short', () => {
    const [fix] = wrong.answer.actions;
    expect(fix?.command).toContain('k=3');
    expect(stateOfOffer(fix?.command ?? '', wrong)).toEqual(stateOfText('3 128 256 g=2 bn @56 int8'));
  });
});

test('a mistake in the line leaves the fields at the last layer, from which a field goes on', () => {
  const mistake = stateOfText('3 128 256 g=2 nobais', layer);
  expect([mistake.fields, mistake.form]).toEqual(['last layer', layer.form]);
  expect(fieldMistake(mistake)).toBeUndefined();
  expect(stateOfField('in', '64', mistake).line).toBe('3 64 256 g=2 bn @56 int8');
});

test.each([
  ['on a first load', stateOfText('7 512 512 nobais')],
  ['typed on', stateOfText('7 512 512 nobaiss', stateOfText('7 512 512 nobais'))],
  ['behind what is not about a layer', stateOfText('7 512 512 nobais', stateOfText('help'))],
])('a mistake in the line before any layer leaves the fields at the default layer: %s', (_, mistake) => {
  expect([mistake.fields, mistake.form]).toEqual(['default layer', formOf('')]);
});

test.each(['help', '5 32 64 vs 3 32 64', '3 64 128 + 3 64', 'Conv2d(3, 8, 3)\nReLU()\nConv2d(8, 8, 3)'])(
  'what is not about one layer has no fields: %s',
  (question) => expect(stateOfText(question).fields).toBe('none'),
);
