import { afterEach, expect, test, vi } from 'vitest';
import { ask } from '../src/ask.ts';
import type { Guess } from '../src/command/command.ts';

const made = vi.hoisted((): { guesses: Guess[] } => ({ guesses: [] }));

// The rules of asking hold for every guess, whichever of them the language makes.
vi.mock('../src/command/parse.ts', async (original) => {
  const real = await original<typeof import('../src/command/parse.ts')>();
  return {
    ...real,
    parse: (question: Parameters<typeof real.parse>[0]) => {
      const command = real.parse(question);
      return 'guesses' in command ? { ...command, guesses: made.guesses } : command;
    },
  };
});

afterEach(() => {
  made.guesses = [];
});

function firstAction(other: string): string | undefined {
  made.guesses = [{ sentence: 'Read so.', other }];
  const answer = ask('3 32 64');
  expect(answer.lead[0]).toEqual({ kind: 'guess', text: 'Read so. ' });
  return answer.actions[0]?.command;
}

test.each([
  ['that works is asked as it is', '5 32 64', '5 32 64'],
  ['with a mistake is another question', '5 32 64 nobais', '3 32 64 nobias'],
  ['that leads nowhere is not offered', '5 32 64 qqqqqq', '3 32 64 nobias'],
  ['that asks what is answered is none', '3x3 32 -> 64', '3 32 64 nobias'],
])('another reading %s', (_, other, command) => {
  expect(firstAction(other)).toBe(command);
});
