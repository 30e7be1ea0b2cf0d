import { expect, test } from 'vitest';
import { localiser } from '../../../../adapters/discord/draw/localiser.ts';

const text = '12,845,056 parameters, 2.24 %, 44.7×; 3·3 · 512 = 4,608';

test.each([
  ['en-US', text],
  ['en-GB', text],
  ['de', '12.845.056 parameters, 2,24 %, 44,7×; 3·3 · 512 = 4.608'],
  ['es-ES', '12.845.056 parameters, 2,24 %, 44,7×; 3·3 · 512 = 4.608'],
  ['fr', '12\u00a0845\u00a0056 parameters, 2,24 %, 44,7×; 3·3 · 512 = 4\u00a0608'],
  ['pl', '12\u00a0845\u00a0056 parameters, 2,24 %, 44,7×; 3·3 · 512 = 4\u00a0608'],
  ['ja', text],
  ['zh-CN', text],
  ['hi', text],
  ['no-such-locale-at-all', text],
  ['', text],
])('%s', (locale, expected) => {
  expect(localiser(locale)(text)).toBe(expected);
});

test.each([
  'features.0.3',
  'v1.2.3',
  'layer1.0',
  '1.5.2',
  'x1,024',
  '1,024,5',
  '0.5e3',
  'in 2017, MobileNets',
])('no number of an answer: %s', (name) => {
  expect(localiser('de')(name)).toBe(name);
});

test.each(['de', 'fr', 'pl', 'sv-SE', 'tr', 'cs', 'uk', 'hu'])('a text keeps its length in %s', (locale) => {
  expect(localiser(locale)(text)).toHaveLength(text.length);
});
