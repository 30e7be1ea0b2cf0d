import { describe, expect, test } from 'vitest';
import { component } from '../../../adapters/discord/draw/component.ts';
import { drawAnswer } from '../../../adapters/discord/draw/draw-answer.ts';
import { discordMarkup } from '../../../adapters/web/draw/discord-markup.ts';
import { drawDiscord } from '../../../adapters/web/draw/draw-discord.ts';
import { html } from '../../../adapters/web/draw/html.ts';
import { ask } from '../../../src/ask.ts';
import { allQuestions, titled } from '../../support/questions.ts';

test.each([
  ['## A title', '<h3>A title</h3>'],
  ['-# small', '<p><small>small</small></p>'],
  ['**a \\* b**', '<p><strong>a * b</strong></p>'],
  ['`code *as it is*`', '<p><code>code *as it is*</code></p>'],
  ['```\na **b**\n\n-# c\n```', '<pre class="scroll" data-name="a **b**">a **b**\n\n-# c</pre>'],
  [
    '[Howard \\[1\\]](https://arxiv.org/abs/1704.04861)',
    '<p><a href="https://arxiv.org/abs/1704.04861" rel="noreferrer">Howard [1]</a></p>',
  ],
  ['\\[x\\](https\\://evil.example)', '<p>[x](https://evil.example)</p>'],
  ['\\## no title', '<p>## no title</p>'],
  ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
  ['<b>&', '<p>&lt;b&gt;&amp;</p>'],
])('%s', (content, drawn) => {
  expect(html(discordMarkup(content))).toBe(drawn);
});

describe('an answer as Discord gets it', () => {
  const containerOf = (question: string) => drawAnswer(ask(question), { audience: 'private' });

  test.each(titled(allQuestions))('is drawn without a backslash that Discord hides: %s', (_, question) => {
    const texts = containerOf(question).components.flatMap((part) =>
      part.type === component.textDisplay ? [part.content] : [],
    );
    const outside = html(texts.flatMap(discordMarkup)).replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, '');
    expect(outside).not.toMatch(/\\|\*\*|```|^## |^-# /m);
  });

  test.each(titled(allQuestions))('has every button that asks a question: %s', (_, question) => {
    const buttons = html([drawDiscord(containerOf(question))]).match(/<button [^>]*data-ask=/g) ?? [];
    const asking = JSON.stringify(containerOf(question)).match(/"custom_id":"ask:/g) ?? [];
    expect(buttons).toHaveLength(asking.length);
  });
});

test('the colour of every kind of answer has a class', async () => {
  const { readFileSync } = await import('node:fs');
  const styles = readFileSync(new URL('../../../adapters/web/styles/discord.css', import.meta.url), 'utf8');
  for (const question of ['3 64 64', 'help', 'nobais']) {
    const [, accent] =
      /(accent-[0-9a-f]{6})/.exec(html([drawDiscord(drawAnswer(ask(question), { audience: 'private' }))])) ??
      [];
    expect(styles).toContain(`.${accent} {`);
  }
});
