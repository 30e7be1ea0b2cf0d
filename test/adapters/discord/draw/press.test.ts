import { describe, expect, test } from 'vitest';
import { limits } from '../../../../adapters/discord/draw/limits.ts';
import { customId, type Press, pressOf } from '../../../../adapters/discord/draw/press.ts';
import { ask } from '../../../../src/ask.ts';
import { allQuestions, titled } from '../../../support/questions.ts';

test.each<[Press, string]>([
  [{ kind: 'ask', text: '7 512 512' }, 'ask:7 512 512'],
  [{ kind: 'edit', text: '7 512 512' }, 'edit:7 512 512'],
  [{ kind: 'share' }, 'share'],
  [{ kind: 'dismiss' }, 'dismiss'],
])('%j', (press, id) => {
  expect(customId(press)).toBe(id);
  expect(pressOf(id)).toEqual(press);
});

describe('every next question is on its button whole, or on none', () => {
  test.each(titled(allQuestions))('%s', (_, question) => {
    for (const { command } of ask(question).actions) {
      const id = customId({ kind: 'ask', text: command });
      if (id === undefined) {
        expect(command.length).toBeGreaterThan(limits.customIdCharacters);
        continue;
      }
      expect(id.length).toBeLessThanOrEqual(limits.customIdCharacters);
      expect(pressOf(id)).toEqual({ kind: 'ask', text: command });
    }
  });
});

test.each(['', 'ask', 'delete:all', 'share:7', 'ask:⧉x'])('no button of this version: %j', (id) => {
  expect(pressOf(id)).toBeUndefined();
});
