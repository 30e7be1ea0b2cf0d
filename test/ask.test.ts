import { expect, test } from 'vitest';
import { ask } from '../src/ask.ts';

/** Generous for a slow machine; what takes the square of the length takes many times longer. */
const mostMilliseconds = 4_000;

const long = 120_000;

test.each([
  ['letters', 'x'.repeat(long)],
  ['underscores', '_'.repeat(long)],
  ['letters and digits', 'x9'.repeat(long / 2)],
  ['digits', '9'.repeat(long)],
  ['spaces', `3${' '.repeat(long)}x`],
  ['lines', '\n'.repeat(long)],
  ['brackets', '('.repeat(long)],
  ['pairs of brackets', '()'.repeat(long / 2)],
  ['calls', 'f('.repeat(long / 2)],
  ['quotes', '"'.repeat(long)],
  ['back-ticks', '`'.repeat(long)],
  ['equals signs', 'x='.repeat(long / 2)],
  ['dots', 'x.'.repeat(long / 2)],
  ['commas', ','.repeat(long)],
  ['arrows', '->'.repeat(long / 2)],
  ['comments', `nn.Conv2d(3, 64, 3)${'#'.repeat(long)}`],
  ['words behind code', `nn.Conv2d(3, 64, 3)${' x'.repeat(long / 2)}`],
  ['quotes behind code', `nn.Conv2d(3, 64, 3)${'"'.repeat(long)}`],
  ['brackets in code', `nn.Conv2d(${'('.repeat(long)}`],
  ['arguments', `nn.Conv2d(${'3,'.repeat(long / 2)})`],
  ['a long argument', `nn.Conv2d(${'9'.repeat(long)})`],
  ['a long name', `(${'x'.repeat(long)}): Conv2d(3, 64, 3)`],
  ['layers', 'Conv2d(3, 3, 3)\n'.repeat(long / 16)],
  ['indented layers', `Net(\n${'  Conv2d(3, 3, 3)\n'.repeat(long / 20)})`],
  ['layers with names', '(a): Conv2d(3, 3, 3)\n'.repeat(long / 22)],
  ['layers and words', 'Conv2d(3, 3, 3) x '.repeat(long / 18)],
  ['emoji', '😀'.repeat(long / 2)],
])(
  '%s: is linear in the length of the question',
  (_, question) => {
    const start = performance.now();
    expect(['answer', 'problem']).toContain(ask(question).kind);
    expect(performance.now() - start).toBeLessThan(mostMilliseconds);
  },
  60_000,
);
