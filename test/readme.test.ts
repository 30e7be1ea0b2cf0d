import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readmeWithDerivedParts } from '../scripts/readme-parts.ts';

test("the README's table of words and its answers are what the program says (else: npm run readme)", () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readmeWithDerivedParts(readme)).toBe(readme);
});
