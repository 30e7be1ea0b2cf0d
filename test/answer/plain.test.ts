import { describe, expect, test } from 'vitest';
import { type Answer, paragraph, strong, text } from '../../src/answer/answer.ts';
import { type Paint, plain } from '../../src/answer/plain.ts';

const answer: Answer = {
  kind: 'answer',
  title: 'A title of a few words',
  command: '3 64 128',
  lead: [text('The lead has '), strong('some words of weight'), text(', and an end.')],
  body: [
    paragraph('One paragraph.'),
    { kind: 'note', sentences: ['A note.', 'Another note.'] },
    { kind: 'references', references: [{ text: 'A paper', url: 'https://example.org/a' }] },
  ],
  actions: [
    { label: 'With bias', command: '3 64 128' },
    { label: 'help', command: 'help' },
    { label: 'A pasted model', command: 'Conv2d(3, 64, 3)\nConv2d(64, 64, 3)' },
    { label: 'A long question', command: '3 64 64 + '.repeat(30) },
  ],
  share: false,
  numbers: { command: '3 64 128', kind: 'help' },
};

const paint: Paint = { title: (words) => `<t>${words}</t>`, strong: (words) => `<b>${words}</b>` };

describe('plain', () => {
  test('title, lead, body and next questions, an empty line between them', () => {
    expect(plain(answer)).toMatchInlineSnapshot(`
      "A title of a few words

      The lead has some words of weight, and an end.

      One paragraph.

      A note. Another note.

      A paper: https://example.org/a

      Next:
        With bias: 3 64 128
        help"
    `);
  });

  test('a problem shows the question first, then what is wrong, then what to try', () => {
    const problem: Answer = {
      ...answer,
      kind: 'problem',
      title: 'There is a mistake in this question',
      body: [{ kind: 'excerpt', text: '7 512 512 nobais', at: [10, 16] }],
      actions: [
        { label: '7 512 512 nobias', command: '7 512 512 nobias' },
        { label: 'Help', command: 'help' },
      ],
    };
    expect(plain(problem)).toMatchInlineSnapshot(`
      "7 512 512 nobais
                ^^^^^^

      The lead has some words of weight, and an end.

      Try: 7 512 512 nobias"
    `);
  });

  test('help has no list of next questions, since its examples are in its table', () => {
    expect(plain({ ...answer, kind: 'help' })).not.toContain('Next:');
  });

  test('without next questions nothing announces them', () => {
    expect(plain({ ...answer, actions: [] })).not.toContain('Next:');
  });

  test('paints the title, and what is strong line by line', () => {
    const painted = plain(answer, { width: 20, paint });
    expect(painted.split('\n\n').slice(0, 2)).toMatchInlineSnapshot(`
      [
        "<t>A title of a few</t>
      <t>words</t>",
        "The lead has <b>some</b>
      <b>words of weight</b>, and
      an end.",
      ]
    `);
  });

  test('paint adds nothing else', () => {
    for (const width of [10, 20, 40, Number.POSITIVE_INFINITY]) {
      expect(plain(answer, { width, paint }).replace(/<\/?[bt]>/g, '')).toBe(plain(answer, { width }));
    }
  });
});
