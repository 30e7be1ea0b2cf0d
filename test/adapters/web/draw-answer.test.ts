import { describe, expect, test } from 'vitest';
import { drawAnswer } from '../../../adapters/web/draw/draw-answer.ts';
import { html } from '../../../adapters/web/draw/html.ts';
import type { Piece, Tag } from '../../../adapters/web/draw/piece.ts';
import { ask } from '../../../src/ask.ts';
import { grouped } from '../../../src/numbers-in-words.ts';
import { allQuestions, titled } from '../../support/questions.ts';

const drawn = (question: string) => drawAnswer(ask(question));

/** Every element of a name, in the order of the page. */
function all(pieces: readonly Piece[], name: string): Tag[] {
  return pieces.flatMap((piece) =>
    typeof piece === 'string' ? [] : [...(piece.name === name ? [piece] : []), ...all(piece.pieces, name)],
  );
}

function kinds(question: string): string[] {
  return drawn(question).map((piece) =>
    typeof piece === 'string' ? piece : [piece.name, piece.attributes['class']].filter(Boolean).join('.'),
  );
}

test('one layer: title, lead, table, bars, formula, reasons, small print, references, buttons', () => {
  expect(kinds('7 512 512 nobias')).toEqual([
    'h2.title',
    'p.lead',
    'div.scroll',
    'figure.bars',
    'div.scroll',
    'p',
    'p',
    'p.note',
    'ul.references',
    'div.actions',
  ]);
});

test('a mistake: its place, what is wrong there, and the question that works as the first button', () => {
  expect(kinds('7 512 512 nobais')).toEqual(['h2.title', 'pre.excerpt scroll', 'p.lead', 'div.actions']);
  expect(html(drawn('7 512 512 nobais'))).toContain('7 512 512 <mark>nobais</mark>');
  const [fix] = all(drawn('7 512 512 nobais'), 'button');
  expect(fix?.attributes).toMatchObject({ class: 'primary', 'data-ask': '7 512 512 nobias' });
});

test('where something is missing, the gap is marked', () => {
  expect(html(drawn('3 64 128 vs'))).toMatch(/<mark(?: class="gap")?>/);
});

describe('bars', () => {
  const bars = (question: string) =>
    all(drawn(question), 'rect').filter(({ attributes }) => attributes['class'] === 'bar');
  const widths = (question: string) => bars(question).map(({ attributes }) => Number(attributes['width']));

  test('stand on one scale: the longest is full, and the others are shares of it', () => {
    expect(widths('3 64 128 nobias')).toEqual([100, 0.781, 11.892]);
  });

  test('have the number of each variant beside them', () => {
    const { numbers } = ask('3 128 256 g=32');
    const variants = numbers.kind === 'answer' ? numbers.variants : [];
    const values = all(drawn('3 128 256 g=32'), 'span').filter(
      ({ attributes }) => attributes['class'] === 'value',
    );
    expect(values.map(({ pieces }) => pieces[0])).toEqual(variants.map(({ params }) => grouped(params)));
  });

  test('show a share that is too small to be seen as a hairline', () => {
    expect(Math.min(...widths('7 512 512 nobias'))).toBe(0.4);
  });

  test('compare the sides of a comparison', () => {
    expect(widths('5 32 64 vs 3 32 64')).toEqual([100, 36.08]);
  });

  test.each(['help', 'explain bias', '3 3 32 s2 @224 + 3 dw + 1 64', 'nn.Conv2d(3, 64, kernel=3)'])(
    'are not drawn where there is nothing to compare: %s',
    (question) => expect(bars(question)).toEqual([]),
  );
});

describe('tables', () => {
  test('numbers and their titles stand right-aligned', () => {
    const [table] = all(drawn('7 512 512 nobias'), 'table');
    const right = all(table ? [table] : [], 'td').map(({ attributes }) => attributes['class']);
    expect(new Set(right)).toEqual(new Set(['right']));
    expect(all(table ? [table] : [], 'thead').flatMap((head) => all([head], 'th'))).toHaveLength(3);
  });

  test.each(titled(allQuestions))('every row names what it is about: %s', (_, question) => {
    for (const table of all(drawn(question), 'tbody')) {
      const rows = all([table], 'tr').map((row) => all([row], 'th'));
      for (const [head, ...others] of rows) {
        expect(head?.attributes['scope']).toBe('row');
        expect(others).toEqual([]);
      }
    }
  });
});

test.each(titled(allQuestions))('every button asks what its action asks: %s', (_, question) => {
  const { actions } = ask(question);
  const buttons = all(drawn(question), 'button').map(({ attributes }) => attributes['data-ask']);
  expect(buttons).toEqual(actions.map(({ command }) => command));
});

test.each(titled(allQuestions))('there is no style and no handler in the markup: %s', (_, question) => {
  for (const name of ['style', 'onclick', 'onerror', 'src', 'srcdoc']) {
    expect(html(drawn(question))).not.toMatch(new RegExp(`<[^>]* ${name}=`));
  }
});
