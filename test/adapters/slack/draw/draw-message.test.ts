import { describe, expect, test } from 'vitest';
import { drawMessage } from '../../../../adapters/slack/draw/draw-message.ts';
import type { Answer, Block } from '../../../../src/answer/answer.ts';
import { ask } from '../../../../src/ask.ts';
import { noise } from '../../../support/noise.ts';
import { blockTexts } from '../../../support/slack/block-texts.ts';
import { buttonsIn } from '../../../support/slack/interactions.ts';
import { messageManners } from '../../../support/slack/message-manners.ts';
import { payloadFaults } from '../../../support/slack/payload-faults.ts';

const forAsker = { audience: 'asker' } as const;

function labels(message: object): string[] {
  return buttonsIn(message).map(({ text }) => text.text);
}

test('one layer: title, lead, native table, formula, reasons, small print, references, buttons', () => {
  const { blocks } = drawMessage(ask('7 512 512 nobias'), forAsker);
  const kinds = blocks.map((block) => {
    if (block.type !== 'rich_text') return block.type;
    return block.elements[0]?.type ?? block.type;
  });
  expect(kinds).toEqual([
    'header',
    'rich_text_section',
    'table',
    'rich_text_preformatted',
    'rich_text_section',
    'rich_text_section',
    'context',
    'context',
    'actions',
  ]);
  expect(labels(blocks)).toEqual([
    'With bias',
    'At 56×56',
    '32 groups',
    'Against 3×3',
    'Edit',
    'Share',
    'Dismiss',
  ]);
});

test('a mistake: its place, what is wrong, and the question that works first', () => {
  const message = drawMessage(ask('7 512 512 nobais'), forAsker);
  expect(blockTexts(message.blocks).slice(0, 2)).toEqual([
    '7 512 512 nobais\n          ^^^^^^',
    'nobais is not a word I know. Did you mean nobias?',
  ]);
  expect(labels(message)).toEqual(['7 512 512 nobias', 'Help', 'Edit', 'Dismiss']);
  expect(message.text).toContain('Try: 7 512 512 nobias');
});

test('help has two tables, of which one is native and the other a list', () => {
  const { blocks } = drawMessage(ask('help'), forAsker);
  expect(blocks.filter(({ type }) => type === 'table')).toHaveLength(1);
  expect(blockTexts(blocks).join('\n')).toContain('5 32 64 vs 3 32 64\n: compare layers');
});

test('who asked is named below a shared answer, and first in its words', () => {
  const message = drawMessage(ask('3 64 64'), { audience: 'everybody', askedBy: { id: 'U1', name: 'ada' } });
  expect(message.text.split('\n')[0]).toBe('Asked by ada');
  expect(blockTexts(message.blocks)).toContain('Asked by <@U1>');
});

describe('what is over a limit degrades visibly', () => {
  function answerWith(more: Partial<Answer>): Answer {
    return { ...ask('3 64 64'), ...more };
  }

  function checked(answer: Answer) {
    const message = drawMessage(answer, forAsker);
    expect(payloadFaults(message, 'message')).toEqual([]);
    expect(messageManners(message)).toEqual([]);
    return message;
  }

  const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });

  test('too many blocks', () => {
    const body = Array.from({ length: 200 }, (_, index) => paragraph(`paragraph ${index}`));
    const { blocks } = checked(answerWith({ body }));
    expect(blocks).toHaveLength(50);
    expect(blockTexts(blocks).join('\n')).toContain('… and 154 more parts of this answer');
  });

  test('a title that is too long', () => {
    const { blocks } = checked(answerWith({ title: '😀'.repeat(200) }));
    expect(blockTexts(blocks)[0]).toBe(`${'😀'.repeat(149)}…`);
  });

  test('a paragraph that is too long', () => {
    const { blocks } = checked(answerWith({ body: [paragraph('x'.repeat(10_000))] }));
    expect(blockTexts(blocks)).toContain(`${'x'.repeat(2_999)}…`);
  });

  test('a formula with too many lines', () => {
    const lines = Array.from({ length: 500 }, (_, index) => ({
      label: `layer ${index}`,
      expression: '3·3',
      result: 9,
    }));
    const { blocks } = checked(answerWith({ body: [{ kind: 'formula', lines }] }));
    expect(blockTexts(blocks).join('\n')).toMatch(/… and \d+ more lines/);
  });

  test('words that are too long end with how many lines are missing', () => {
    const body = Array.from({ length: 40 }, (_, index) => paragraph(`${index} <${'&'.repeat(400)}>`));
    const { text } = checked(answerWith({ body }));
    expect(text.length).toBeLessThanOrEqual(4_000);
    expect(text).toMatch(/\n… and \d+ more lines$/);
  });

  test.each([16, 40])(
    'the words of a comparison of %i layers leave out its formulas first, and say so',
    (sides) => {
      const layers = Array.from({ length: sides }, (_, index) => `7x7 ${512 + index} 1024 m=2 @224`);
      const answer = ask(layers.join(' vs '));
      const { text } = checked(answer);
      expect(text.length).toBeLessThanOrEqual(4_000);
      expect(text).toContain('\nThe formulas are left out here');
      expect(text).not.toContain('7·7 · 512 · 1,024');
      const notes = answer.body.flatMap((block) => (block.kind === 'note' ? block.sentences : []));
      expect(notes.length).toBeGreaterThan(0);
      if (sides === 16) for (const sentence of notes) expect(text).toContain(sentence);
      else expect(text).toMatch(/\n… and \d+ more lines\n\nThe formulas/);
    },
  );

  test('one endless line is cut, and not in the middle of an entity', () => {
    const { text } = checked(answerWith({ body: [], title: '&'.repeat(5_000) }));
    expect(text.length).toBeLessThanOrEqual(4_000);
    expect(text.replaceAll('&amp;', '')).not.toContain('&');
  });

  test('a question that is too long for buttons says so, to who asked', () => {
    const message = checked(answerWith({ command: noise(3_500), actions: [] }));
    expect(labels(message)).toEqual(['Dismiss']);
    expect(blockTexts(message.blocks).join('\n')).toContain(
      'This question is too long for some of its buttons',
    );
    const shared = drawMessage(answerWith({ command: noise(3_500), actions: [] }), { audience: 'everybody' });
    expect(JSON.stringify(shared.blocks)).not.toContain('too long');
  });
});
