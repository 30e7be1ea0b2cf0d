import { expect, test } from 'vitest';
import { nonceOf } from '../../../../adapters/discord/messages/nonce-of.ts';

const id = '18446744073709551615'; // the greatest id that Discord can give
const edited = (edited_timestamp: string | null) => nonceOf({ id, edited_timestamp });

test('a message and each of its edits have a nonce of their own', () => {
  const times = [null, '2026-08-01T00:00:00.001000+00:00', '2026-08-01T00:00:00.002000+00:00'];
  expect(new Set(times.map(edited)).size).toBe(3);
});

test('whoever sees the same has the same nonce', () => {
  expect(edited('2026-08-01T00:00:00.001000+00:00')).toBe(edited('2026-08-01T00:00:00.001000+00:00'));
});

test('is no longer than the 25 characters that Discord takes', () => {
  expect(edited('9999-12-31T23:59:59.999000+00:00').length).toBeLessThanOrEqual(25);
});
