import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { ask } from '../../src/ask.ts';
import { answerTexts, blocksOf, inlineText, numbersIn, showsNumber } from '../support/answer-texts.ts';
import { allQuestions, titled } from '../support/questions.ts';

/** All text of a drawn answer in reading order, as the surface gets it: with its escapes and its markup. */
export type Draw = (answer: Answer) => string;

export type RendererOptions = {
  /** What this surface would act upon beside control characters: a mention, a link, a format. */
  readonly live?: readonly RegExp[];
};

/**
 * What every renderer has to keep, whatever its surface: nothing of an answer gets lost, a table that is cut
 * says so, and nothing that a person typed comes to life.
 */
export function describeRenderer(name: string, draw: Draw, { live = [] }: RendererOptions = {}): void {
  describe(name, () => {
    describe.each(titled(allQuestions))('%s', (_, question) => {
      const answer = ask(question);
      const drawn = draw(answer);

      test('shows the title and the lead, in this order', () => {
        const words = wordsOf(drawn);
        const lead = words.indexOf(wordsOf(inlineText(answer.lead)));
        expect(lead, inlineText(answer.lead)).toBeGreaterThanOrEqual(0);
        if (answer.kind === 'problem') return;
        const title = words.indexOf(wordsOf(answer.title));
        expect(title, answer.title).toBeGreaterThanOrEqual(0);
        expect(title).toBeLessThan(words.indexOf(wordsOf(inlineText(answer.lead)), title + 1));
      });

      test('shows every number, but for rows that it says it left out', () => {
        const kept = { ...answer, body: answer.body.map((block) => withoutCutRows(block, drawn)) };
        const numbers = new Set(
          answerTexts(kept)
            .slice(answer.kind === 'problem' ? 1 : 0)
            .flatMap(numbersIn),
        );
        expect([...numbers].filter((number) => !showsNumber(drawn, number))).toEqual([]);
      });

      test('shows every reference with its address', () => {
        const words = wordsOf(drawn);
        for (const { text, url } of blocksOf(answer, 'references').flatMap(({ references }) => references)) {
          expect(words).toContain(wordsOf(text));
          expect(drawn).toContain(url);
        }
      });

      test('shows every sentence of the paragraphs and of the small print', () => {
        const words = wordsOf(drawn);
        const paragraphs = blocksOf(answer, 'paragraph').map(({ inlines }) => inlineText(inlines));
        const sentences = blocksOf(answer, 'note').flatMap((note) => note.sentences);
        for (const text of [...paragraphs, ...sentences]) expect(words).toContain(wordsOf(text));
      });

      test('has no character that a surface acts upon', () => {
        expect(drawn).not.toMatch(active);
      });
    });

    describe('a hostile question stays dead', () => {
      test.each(hostileQuestions)('%s', (_, question) => {
        const drawn = draw(answerTo(question));
        expect(drawn).not.toMatch(active);
        for (const pattern of live) expect(drawn).not.toMatch(pattern);
      });

      test.each(hostileQuestions)('%s: what is quoted of it is short', (_, question) => {
        const answer = answerTo(question);
        for (const { text } of blocksOf(answer, 'excerpt')) {
          expect(text.length).toBeLessThanOrEqual(longestExcerpt);
          expect(text).not.toContain('\n');
        }
        expect(inlineText(answer.lead).length).toBeLessThanOrEqual(longestMessage);
        if (answer.kind === 'problem') expect(draw(answer).length).toBeLessThanOrEqual(longestProblem);
      });
    });
  });
}

const answers = new Map<string, Answer>();

/** Asked once for all renderers: some of these questions are long. */
function answerTo(question: string): Answer {
  const known = answers.get(question) ?? ask(question);
  answers.set(question, known);
  return known;
}

const longestExcerpt = 120;
const longestMessage = 400;
/** The excerpt, its carets, the message, and one question to try, which fits a phone. */
const longestProblem = 2_000;

/**
 * Control characters other than line ends, line and paragraph separators, marks of direction, characters
 * without width, and halves of a surrogate pair.
 */
const active = /(?!\n)\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Bidi_Control}|[\u200b-\u200d\u2060\ufeff]/u;

const payloads: readonly (readonly [title: string, payload: string])[] = [
  ['ESC', '\u001b[31m'],
  ['ESC, a title for the terminal', '\u001b]0;evil\u0007'],
  ['BEL', '\u0007'],
  ['NUL', '\u0000'],
  ['DEL', '\u007f'],
  ['C1', '\u009b31m'],
  ['carriage return', '\r'],
  ['form feed', '\f'],
  ['next line', '\u0085'],
  ['line separator', '\u2028'],
  ['newlines', '\n\n'],
  ['right-to-left override', '\u202e'],
  ['isolate', '\u2067'],
  ['right-to-left mark', '\u200f'],
  ['zero width', '\u200b\u200d\ufeff'],
  ['half a surrogate pair', '\ud83d'],
  ['emoji', '😀'.repeat(50)],
  ['combining marks', `a${'\u0301'.repeat(200)}`],
  ['a Slack mention', '<!channel>'],
  ['a Slack user', '<@U012AB3CD>'],
  ['a Slack link', '<https://evil.example|7 512 512>'],
  ['a Discord mention', '@everyone'],
  ['a Discord user', '<@80351110224678912>'],
  ['a link', '[x](https://evil.example)'],
  ['a bare link', 'https://evil.example'],
  ['back-ticks', '```evil```'],
  ['back-ticks alone', '`'],
  ['emphasis', '**evil** __evil__ ~~evil~~ ||evil||'],
  ['a heading', '\n# evil\n> evil'],
  ['HTML', '<script>alert(1)</script>'],
  ['an entity', '&lt;!channel&gt;'],
];

/** Wherever text of a person can end up in an answer. */
const places: readonly (readonly [title: string, place: (payload: string) => string])[] = [
  ['alone', (payload) => payload],
  ['as a word', (payload) => `3 64 128 ${payload}`],
  ['inside a word', (payload) => `3 64 128 no${payload}bias`],
  ['beside another mistake', (payload) => `3 64 128${payload}gropus=2`],
  ['before another mistake', (payload) => `3 64 128 ${payload} gropus=2`],
  ['as a value', (payload) => `3 64 128 p=${payload}`],
  ['as a topic', (payload) => `explain ${payload}`],
  ['as a word of help', (payload) => `help ${payload}`],
  ['in a comment of code', (payload) => `nn.Conv2d(3, 64, 3) # ${payload}`],
  ['in a comment of code with a mistake', (payload) => `nn.Conv2d(3, 64, kernal_size=3) # ${payload}`],
  ['as an argument', (payload) => `nn.Conv2d(3, 64, ${payload})`],
  ['as a string', (payload) => `nn.Conv2d(3, 64, 3, padding="${payload}")`],
  [
    'as a module’s name',
    (payload) => `Net(\n  (${payload}): Conv2d(3, 64, kernel_size=(3, 3))\n  (a): Linear(3, 4)\n)`,
  ],
  ['as a module', (payload) => `Net(\n  (a): Conv2d(3, 64, kernel_size=(3, 3))\n  (b): ${payload}(3)\n)`],
  ['in a module', (payload) => `Net(\n  (a): Conv2d(3, 64, kernel_size=(3, 3))\n  (b): Evil${payload}(3)\n)`],
];

const hostileQuestions: readonly (readonly [title: string, question: string])[] = [
  ...payloads.flatMap(([payload, text]) =>
    places.map(([place, put]) => [`${payload}, ${place}`, put(text)] as const),
  ),
  ['a hundred thousand letters', 'x'.repeat(100_000)],
  ['a hundred thousand spaces', `3 64 128${' '.repeat(100_000)}gropus`],
  ['a hundred thousand digits', '9'.repeat(100_000)],
  ['a hundred thousand brackets', '('.repeat(100_000)],
  ['a hundred thousand letters behind code', `nn.Conv2d(3, 64, 3) ${'x'.repeat(100_000)}`],
  ['a hundred thousand marks of direction in code', `nn.Conv2d(3, ${'\u202e'.repeat(100_000)}`],
  [
    'a module’s name of a hundred thousand letters',
    `(${'x'.repeat(100_000)}): Conv2d(3, 64, kernel_size=(3, 3))\nLinear(3, 4)`,
  ],
  ['a long model with a mistake', `${'Conv2d(3, 3, 3)\n'.repeat(300)}Conv2d(3, 3, kernal_size=3)`],
];

/** What a text says, without its escapes, its markup and its line ends: letters and digits, a space between. */
function wordsOf(text: string): string {
  const unescaped = text.replace(/&(?:lt|gt|amp);/g, ' ').replaceAll('\\', '');
  return (unescaped.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ');
}

/** The rows of a table that were drawn, where the drawing says "and 41 more rows" about the others. */
function withoutCutRows(block: Answer['body'][number], drawn: string): Answer['body'][number] {
  if (block.kind !== 'table') return block;
  const [, cut = '0'] = /\band ([\d,]+) more rows?\b/.exec(drawn) ?? [];
  const isDrawn = (row: (typeof block.rows)[number]) =>
    row.every(({ text }) => wordsOf(drawn).includes(wordsOf(text)));
  const kept = Number(cut.replaceAll(',', '')) === 0 ? block.rows : block.rows.filter(isDrawn);
  expect(kept.length, 'rows drawn').toBeGreaterThanOrEqual(
    block.rows.length - Number(cut.replaceAll(',', '')),
  );
  return { ...block, rows: kept };
}
