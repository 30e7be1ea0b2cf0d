import { describe, expect, test } from 'vitest';
import { drawAnswer } from '../../../../adapters/discord/draw/draw-answer.ts';
import { phoneColumns } from '../../../../adapters/discord/draw/limits.ts';
import { sharedCopy } from '../../../../adapters/discord/draw/shared-copy.ts';
import { messageBody } from '../../../../adapters/discord/message-body.ts';
import { paragraph } from '../../../../src/answer/answer.ts';
import { ask } from '../../../../src/ask.ts';
import { newMessageFaults } from '../../../support/discord/payload-faults.ts';
import { shownButtons, shownText } from '../../../support/discord/shown.ts';
import { allQuestions, titled } from '../../../support/questions.ts';

const drawn = (question: string, audience: 'private' | 'public' = 'private', locale = 'en-US') =>
  drawAnswer(ask(question), { audience, locale });
const labels = (question: string, audience: 'private' | 'public' = 'private') =>
  shownButtons(drawn(question, audience)).map(({ label }) => label);

test('one layer, as its asker sees it', () => {
  expect(shownText(drawn('7 512 512 nobias'))).toMatchInlineSnapshot(`
    "## Conv2d 7×7 · 512 → 512 · no bias
    **Separable needs 287,232 parameters instead of 12,845,056: 2.24 % of standard, 44.7× fewer.**
    \`\`\`
    Variant    Parameters  of standard
    Standard   12,845,056        100 %
    Depthwise      25,088      0.195 %
    Separable     287,232       2.24 %
    \`\`\`
    \`\`\`
    standard   7·7 · 512 · 512
               = 12,845,056
    depthwise  7·7 · 512
               = 25,088
    separable  7·7 · 512 + 512 · 512
               = 287,232
    \`\`\`
    A standard kernel looks at 7·7 = 49 positions of all 512 inputs for each of the 512 outputs, so everything multiplies. Separable first looks (one 7×7 filter a channel: 25,088), then mixes (1×1 across channels: 262,144). What remains is 1/512 + 1/49 = 0.195 % + 2.04 % = 2.24 %, however many inputs there are.
    Depthwise alone never mixes channels: it is half of a separable layer, not a replacement for this one.
    -# PyTorch convention.
    -# [Howard et al. 2017, MobileNets](https://arxiv.org/abs/1704.04861) · [Chollet 2017, Xception](https://arxiv.org/abs/1610.02357)"
  `);
});

test('the same for a German reader', () => {
  expect(shownText(drawn('3 64 128 nobias', 'private', 'de'))).toMatchInlineSnapshot(`
    "## Conv2d 3×3 · 64 → 128 · no bias
    **Separable needs 8.768 parameters instead of 73.728: 11,9 % of standard, 8,41× fewer.**
    \`\`\`
    Variant    Parameters  of standard
    Standard       73.728        100 %
    Depthwise         576      0,781 %
    Separable       8.768       11,9 %
    \`\`\`
    \`\`\`
    standard   3·3 · 64 · 128
               = 73.728
    depthwise  3·3 · 64
               = 576
    separable  3·3 · 64 + 64 · 128
               = 8.768
    \`\`\`
    A standard kernel looks at 3·3 = 9 positions of all 64 inputs for each of the 128 outputs, so everything multiplies. Separable first looks (one 3×3 filter a channel: 576), then mixes (1×1 across channels: 8.192). What remains is 1/128 + 1/9 = 0,781 % + 11,1 % = 11,9 %, however many inputs there are.
    Depthwise alone gives 64 channels, not 128, and mixes none of them: it is no drop-in replacement for this layer.
    -# PyTorch convention.
    -# [Howard et al. 2017, MobileNets](https://arxiv.org/abs/1704.04861) · [Chollet 2017, Xception](https://arxiv.org/abs/1610.02357)"
  `);
});

test('a mistake: what was asked, what is wrong there, and what would work', () => {
  expect(shownText(drawn('3 128 250 g=32'))).toMatchInlineSnapshot(`
    "\`\`\`
    3 128 250 g=32
              ^^^^
    \`\`\`
    32 groups do not divide 250 output channels. Groups that do: 1 or 2. Nearest width that works: 256."
  `);
  expect(labels('3 128 250 g=32')).toEqual(['3 128 256 g=32', 'Help', 'Edit', 'Dismiss']);
});

test('a private answer can be shared and dismissed, a public one asked further', () => {
  expect(labels('3 64 1')).toEqual([
    'Without bias',
    'At 56×56',
    'Keras',
    'Against separable',
    'Edit',
    'Share',
    'Dismiss',
  ]);
  expect(labels('3 64 1', 'public')).toEqual([
    'Without bias',
    'At 56×56',
    'Keras',
    'Against separable',
    'Edit',
  ]);
  expect(labels('explain bias', 'public')).not.toContain('Edit');
});

test('buttons that are too long for Discord are missing, and the answer says so', () => {
  const model = `${Array.from({ length: 200 }, (_, row) => `Conv2d(${row + 1}, ${row * 7 + 3}, 3)`).join('\n')}`;
  expect(labels(model)).toEqual(['Share', 'Dismiss']);
  expect(shownText(drawn(model))).toMatch(/\n-# This question is too long for some of its buttons: [^\n]*$/);
  expect(shownText(drawn('3 64 1'))).not.toContain('buttons');
});

test('Edit is missing where no form could hold the question', () => {
  expect(labels('z'.repeat(4_000))).toContain('Edit');
  expect(labels('z'.repeat(4_001))).not.toContain('Edit');
  expect(shownText(drawn('z'.repeat(4_001)))).toContain('too long for some of its buttons');
});

test('a table that is cut says how much of it', () => {
  const layers = Array.from({ length: 60 }, (_, row) => `3 ${64 + row} 64`).join(' vs ');
  expect(shownText(drawn(layers))).toMatch(/\n… and \d+ more rows\n```/);
});

describe('Discord takes every answer', () => {
  test.each(titled(allQuestions))('%s', (_, question) => {
    for (const audience of ['private', 'public'] as const) {
      for (const locale of ['en-US', 'fr']) {
        const body = messageBody([drawn(question, audience, locale)], audience);
        expect(newMessageFaults({ ...body })).toEqual([]);
        const shared = messageBody(sharedCopy(body.components, '1234567890123456789'), 'public');
        expect(newMessageFaults({ ...shared })).toEqual([]);
      }
    }
  });
});

describe('Discord takes the answer to what nobody would ask', () => {
  test.each([
    ['a long name', `(${'x'.repeat(100_000)}): Conv2d(3, 64, kernel_size=(3, 3))\nLinear(3, 4)`],
    ['a long word', 'x'.repeat(100_000)],
    ['many back-ticks', '`'.repeat(10_000)],
    ['many characters to escape', `3 64 64 ${'<@_*'.repeat(900)}`],
    ['many modules without a price', `Net(\n${'  (a): Thing()\n'.repeat(500)}  (b): Linear(3, 4)\n)`],
    ['many sides', Array.from({ length: 60 }, () => '1001x1001 999999 999999 nobias').join(' vs ')],
  ])('%s', (_, question) => {
    expect(newMessageFaults({ ...messageBody([drawn(question)], 'private') })).toEqual([]);
  });
});

test('Discord takes an answer of more paragraphs than a message has components, and shows all', () => {
  const body = Array.from({ length: 60 }, (_, index) => paragraph(`Paragraph ${index}.`));
  const many = drawAnswer({ ...ask('3 64 64'), body }, { audience: 'private' });
  expect(newMessageFaults({ ...messageBody([many], 'private') })).toEqual([]);
  for (const index of body.keys()) expect(shownText(many)).toContain(`Paragraph ${index}.`);
});

describe('no line of a table is wider than a phone', () => {
  test.each(titled(allQuestions))('%s', (_, question) => {
    const fences = shownText(drawn(question)).match(/(?<=```\n)[\s\S]*?(?=\n```)/g) ?? [];
    for (const line of fences.flatMap((fence) => fence.split('\n'))) {
      expect(line.trimEnd().length, line).toBeLessThanOrEqual(phoneColumns);
    }
  });
});
