import { describe, expect, test } from 'vitest';
import { component } from '../../adapters/discord/draw/component.ts';
import { drawAnswer as drawOnDiscord } from '../../adapters/discord/draw/draw-answer.ts';
import { drawAnswer as drawOnSlack } from '../../adapters/slack/draw/draw-answer.ts';
import { drawMessage } from '../../adapters/slack/draw/draw-message.ts';
import { drawAnswer as drawOnPage } from '../../adapters/web/draw/draw-answer.ts';
import { html } from '../../adapters/web/draw/html.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { plain } from '../../src/answer/plain.ts';
import { present } from '../../src/answer/present.ts';
import type { Guess } from '../../src/command/command.ts';
import type { Result } from '../../src/result.ts';
import { blocksOf } from '../support/answer-texts.ts';
import { resultOf } from '../support/result-of.ts';
import { blockTexts } from '../support/slack/block-texts.ts';

const guesses: readonly Guess[] = [
  { sentence: 'Read as the first thing, not the second.', other: '5 32 64' },
  { sentence: 'Three channels, as a picture has.' },
];

const questions = {
  layer: '3 32 64 nobias',
  stack: '3 32 64 + 1 64',
  compare: '5 32 64 vs 3 32 64',
  model: 'Conv2d(3, 64, 3)\nLinear(64, 10)',
};

function guessed(result: Result, all: readonly Guess[]): Answer {
  return present(withGuesses(result, all));
}

function withGuesses<R extends Result>(result: R, all: readonly Guess[]): R {
  return { ...result, command: { ...result.command, guesses: all } };
}

describe.each(Object.entries(questions))('what was guessed of a %s', (_, question) => {
  const without = guessed(resultOf(question), []);
  const answer = guessed(resultOf(question), guesses);
  const said = `${guesses.map(({ sentence }) => sentence).join(' ')} `;

  test('stands directly under the title, before the sentence that answers', () => {
    const lead = without.lead.map(({ text }) => text).join('');
    expect(plain(answer)).toContain(`${answer.title}\n\n${said}${lead}\n\n`);
  });

  test('stands nowhere in small print', () => {
    expect(blocksOf(answer, 'note')).toEqual(blocksOf(without, 'note'));
  });

  test('stands once on every surface, where the lead stands', () => {
    const message = drawMessage(answer, { audience: 'everybody' });
    const [, discord] = drawOnDiscord(answer, { audience: 'public' }).components.flatMap((part) =>
      part.type === component.textDisplay ? part.content.split('\n') : [],
    );
    const [, slackLead] = drawOnSlack(answer, 'message');
    const surfaces = {
      slack: slackLead ? blockTexts([slackLead]).join('') : '',
      text: message.text.split('\n\n')[1] ?? '',
      page: /<p class="lead">(.*?)<\/p>/.exec(html(drawOnPage(answer)))?.[1] ?? '',
      discord: discord ?? '',
    };
    for (const [surface, text] of Object.entries(surfaces)) {
      expect(text.startsWith(said), `${surface}: ${text}`).toBe(true);
      expect(text.indexOf(said, 1), surface).toBe(-1);
    }
    expect(surfaces.discord.slice(said.length)).toMatch(/^\*\*.*\*\*$/);
  });

  test('is told to programs before the conventions', () => {
    if (answer.numbers.kind !== 'answer' || without.numbers.kind !== 'answer') throw new Error('no numbers');
    const sentences = guesses.map(({ sentence }) => sentence);
    expect(answer.numbers.assumptions).toEqual([...sentences, ...without.numbers.assumptions]);
  });

  test('has its other reading as the first button', () => {
    expect(answer.actions[0]).toEqual({ label: '5 32 64', command: '5 32 64' });
    expect(answer.actions.slice(1)).toEqual(without.actions.slice(0, 4));
  });
});

describe('the buttons of other readings', () => {
  const result = resultOf('3 32 64 nobias');
  const actionsOf = (...others: readonly string[]) =>
    guessed(
      result,
      others.map((other, index) => ({ sentence: `Guess ${index}.`, other })),
    ).actions;

  test('are at most five with all else, each once', () => {
    expect(
      actionsOf('1 1 1', '1 1 2', '1 1 1')
        .map(({ command }) => command)
        .slice(0, 3),
    ).toEqual(['1 1 1', '1 1 2', '3 32 64']);
    expect(actionsOf('1 1 1', '1 1 2', '1 1 3', '1 1 4', '1 1 5', '1 1 6')).toHaveLength(5);
  });

  test('a next question that is the other reading is offered once', () => {
    expect(actionsOf('3 32 64').filter(({ command }) => command === '3 32 64')).toHaveLength(1);
  });

  test('say so where the question is too long for a button, or has lines', () => {
    const long = `3 3 3${' + 3 3'.repeat(20)}`;
    expect(actionsOf(long)[0]).toEqual({ label: 'The other reading', command: long });
    const lines = 'Conv2d(3, 64, 3)\nConv2d(64, 64, 3)';
    const labels = actionsOf(long, lines).map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(['The other reading', 'The other reading, 2']);
  });
});
