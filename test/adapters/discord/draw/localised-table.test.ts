import { expect, test } from 'vitest';
import { drawAnswer } from '../../../../adapters/discord/draw/draw-answer.ts';
import { ask } from '../../../../src/ask.ts';
import { shownText } from '../../../support/discord/shown.ts';

/** What a person in Germany sees. */
const shown = (question: string) =>
  shownText(drawAnswer(ask(question), { audience: 'private', locale: 'de' }));

test.each([
  ['1d 7 1 32 s2 + 1d 1 2048 @16000', ['32 → 2.048', '2.048×8.000', '67.584']],
  ['nn.Conv2d(3, 64, 3)\nnn.Linear(9216, 4096)', ['9.216 → 4.096', '37.752.832']],
])('all numbers of one answer are written alike: %s', (question, numbers) => {
  const text = shown(question);
  for (const number of numbers) expect(text).toContain(number);
  expect(text).not.toMatch(/\d,\d{3}(?!\d)/);
});

test('the title of a column too', () => {
  const model = Array.from({ length: 1_001 }, () => 'nn.Conv2d(8, 8, 3)').join('\n');
  expect(shown(model)).toContain('Largest 10 of 1.001 rows');
});

test('a name that somebody gave keeps its digits', () => {
  const model = '(0.3): Conv2d(1024, 64, kernel_size=(3, 3))\n(0.4): BatchNorm2d(64)';
  expect(shown(model)).toMatch(/^0\.3: .*1\.024 → 64/m);
});
