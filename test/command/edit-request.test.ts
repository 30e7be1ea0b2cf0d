import { expect, test } from 'vitest';
import { editRequest } from '../../src/command/edit-request.ts';

test.each([
  ['edit', ''],
  ['EDIT 7 512 512 nobias', '7 512 512 nobias'],
  ['  edit\u00a07 512 512', '7 512 512'],
  ['/convparams edit 3x3 128->256', '3x3 128->256'],
  ['@ConvParams edit', ''],
  ['calculator', ''],
  ['edit nn.Conv2d(3, 64, 3)', 'nn.Conv2d(3, 64, 3)'],
])('%j wishes to edit %j', (text, question) => {
  expect(editRequest(text)).toBe(question);
});

test.each(['', '7 512 512', 'edited 3 64 64', 'edit=3', 'help edit', '7 512 512 edit'])(
  '%j does not',
  (text) => {
    expect(editRequest(text)).toBeUndefined();
  },
);
