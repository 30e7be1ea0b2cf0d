import { describe, expect, test } from 'vitest';
import { editForm } from '../../../../adapters/discord/interactions/edit-form.ts';
import { respond } from '../../../../adapters/discord/interactions/respond.ts';
import { ask } from '../../../../src/ask.ts';
import type { Question } from '../../../../src/command/parse.ts';
import { command, sentForm } from '../../../support/discord/interactions.ts';
import { callbackFaults } from '../../../support/discord/payload-faults.ts';
import { shownButtons, shownText } from '../../../support/discord/shown.ts';
import { allQuestions, titled } from '../../../support/questions.ts';

/** The values of a form's fields by their ids. */
function valuesOf(question: Question): Record<string, string> {
  const { response } = editForm(question);
  expect(callbackFaults(JSON.parse(JSON.stringify(response)))).toEqual([]);
  if (!('data' in response) || !response.data || !('components' in response.data)) return {};
  const fields = (response.data.components ?? []).flatMap((part) =>
    'component' in part ? [part.component] : [],
  );
  return Object.fromEntries(
    fields.map((field) => [
      'custom_id' in field ? field.custom_id : '',
      'value' in field && typeof field.value === 'string' ? field.value : '',
    ]),
  );
}

test('a layer: a field for what is changed most often, and words for the rest', () => {
  expect(valuesOf({ text: '7 512 512 nobias g=32 s=2 @56 keras int8' })).toEqual({
    kernel: '7',
    in: '512',
    out: '512',
    input: '56',
    words: 'int8 bias=off g=32 s=2 convention=keras',
  });
});

test('what is the default needs no words', () => {
  expect(valuesOf({ text: '3 64 64' })).toEqual({ kernel: '3', in: '64', out: '64', input: '', words: '' });
});

test('that an answer is for everybody is kept, as the option or else a word says it', () => {
  expect(valuesOf({ text: '3 64 64 share' })['words']).toBe('share');
  expect(valuesOf({ text: '3 64 64', named: { share: true } })['words']).toBe('share');
  expect(valuesOf({ text: '3 64 64 share', named: { share: false } })['words']).toBe('');
});

test('any other question is one text, and so is one with a mistake, named values and all', () => {
  expect(valuesOf({ text: '5 32 64 vs 3 32 64' })).toEqual({ question: '5 32 64 vs 3 32 64' });
  expect(valuesOf({ text: 'nobais', named: { in: 64 } })).toEqual({ question: 'nobais in=64' });
});

test('a question that is too long for a form is refused in words', () => {
  expect(shownText(editForm({ text: `${'x'.repeat(4_001)}` }).response)).toContain('longer than a form');
});

describe('a form that is sent off as it was opened asks the same', () => {
  const short = allQuestions.filter((question) => {
    const { kind, command: canonical } = ask(question);
    return kind !== 'problem' && canonical.length <= 4_000;
  });

  test('which are nearly all questions', () => {
    expect(short.length).toBeGreaterThan(100);
  });

  test.each(titled(short))('%s', (_, question) => {
    const { command: canonical } = ask(question);
    const answer = respond(sentForm(valuesOf({ text: canonical }))).response;
    // What was a guess in the question is said in the form, so that the small print may differ.
    expect(shownButtons(answer)).toEqual(shownButtons(respond(command({ query: canonical })).response));
  });
});
