import { describe, expect, test } from 'vitest';
import type { Answer, Cell } from '../../src/answer/answer.ts';
import { plainExcerpt } from '../../src/answer/plain/excerpt.ts';
import { plainFormula } from '../../src/answer/plain/formula.ts';
import { plain } from '../../src/answer/plain.ts';
import { ask } from '../../src/ask.ts';
import {
  answeringPart,
  answerTexts,
  blocksOf,
  blockTexts,
  inlineText,
  numbersIn,
  showsNumber,
} from '../support/answer-texts.ts';
import { evaluate } from '../support/evaluate.ts';
import {
  allQuestions,
  explainQuestions,
  helpQuestions,
  mistakenQuestions,
  pricedQuestions,
  titled,
} from '../support/questions.ts';

const widths = [40, 60, 80];

/** As Slack has it, the narrowest of the surfaces. */
const longestLabel = 75;

describe.each(titled(allQuestions))('%s', (_, question) => {
  const answer = ask(question);
  const page = plain(answer);

  test('holds no leftover of a program', () => {
    const all = [...answerTexts(answer), ...answer.actions.flatMap(({ label, command }) => [label, command])];
    for (const text of all) {
      expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object|\be[+-]\d/);
      expect(text).not.toBe('');
    }
    expect(page).not.toMatch(/[ \t]$/m);
  });

  test('every formula line evaluates to its result', () => {
    for (const { expression, result } of blocksOf(answer, 'formula').flatMap(({ lines }) => lines)) {
      expect(evaluate(expression), expression).toBe(result);
    }
  });

  test('every number is in the plain page, at any width', () => {
    const numbers = new Set(
      answerTexts(answer)
        .slice(answer.kind === 'problem' ? 1 : 0)
        .flatMap(numbersIn),
    );
    for (const text of [page, ...widths.map((width) => plain(answer, { width }))]) {
      expect([...numbers].filter((number) => !showsNumber(text, number))).toEqual([]);
    }
  });

  test('every table cell and every expression is in the plain page, whole', () => {
    for (const block of [...blocksOf(answer, 'table'), ...blocksOf(answer, 'formula')]) {
      for (const text of blockTexts(block)) expect(page).toContain(text);
    }
  });

  test.each(widths)('fits into %i columns, except for what cannot be broken', (width) => {
    const allowed = new Set(unbreakable(answer, width));
    const tooLong = plain(answer, { width })
      .split('\n')
      .filter((line) => line.length > width && isBreakable(line) && !allowed.has(line));
    expect(tooLong).toEqual([]);
  });

  test('asks next what can be answered, each with a label of its own', () => {
    const labels = answer.actions.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.length).toBeLessThanOrEqual(answer.kind === 'help' ? 6 : 5);
    for (const { label, command } of answer.actions) {
      expect(label.trim()).toBe(label);
      expect(label.length, label).toBeLessThanOrEqual(longestLabel);
      expect(ask(command).kind, `${label}: ${command}`).not.toBe('problem');
    }
  });

  test('never asks next what it answers already', () => {
    if (answer.kind === 'problem') return;
    for (const { label, command } of answer.actions) {
      expect(pricedText(ask(command)), label).not.toBe(pricedText(answer));
    }
  });
});

describe.each(titled(pricedQuestions))('%s', (_, question) => {
  const answer = ask(question);
  const numbers = answer.numbers;
  if (numbers.kind !== 'answer') throw new Error(`no numbers: ${inlineText(answer.lead)}`);

  test('the lead comes first and answers: it has the parameters that were asked for', () => {
    const lead = inlineText(answer.lead);
    expect(answer.kind).toBe('answer');
    expect(plain(answer).startsWith(`${answer.title}\n\n${lead}\n\n`)).toBe(true);
    expect(answer.body[0]?.kind).toBe('table');
    const asked = [numbers.total, ...(numbers.alternatives ?? [])].map(({ params }) => params);
    for (const params of asked) expect(showsNumber(lead, params.toLocaleString('en-US')), lead).toBe(true);
  });

  test('percentages and ratios have three significant digits', () => {
    const text = answerTexts(answer).join('\n');
    for (const [, shown = ''] of text.matchAll(/(\S+) %/g)) expect(shown).toMatch(/^\(?[\d,.]+$/);
    for (const [, shown = ''] of text.matchAll(/([\d,.]+)(?: %|× )/g)) {
      if (shown === '0' || isAtThousands(shown)) continue;
      expect(shown.replace(/\D/g, '').replace(/^0+/, ''), shown).toHaveLength(3);
    }
  });

  test('asking its canonical text again gives this same answer, without the guesses', () => {
    const again = ask(answer.command);
    expect(again.command).toBe(answer.command);
    expect(withoutGuesses(again)).toEqual(withoutGuesses(answer));
  });

  test('names its convention', () => {
    const sentences = blocksOf(answer, 'note').flatMap((note) => note.sentences);
    expect(sentences.join(' ')).toMatch(/(?:PyTorch|Keras) convention/);
    if (numbers.total.macs !== undefined) expect(sentences.join(' ')).toMatch(/MAC/);
  });

  test('the numbers of a cell are what it shows', () => {
    for (const cell of blocksOf(answer, 'table').flatMap(({ rows }) => rows.flat())) {
      if (cell.value !== undefined) expect(errorShown(cell), cell.text).toBeLessThan(0.0051);
    }
  });

  test('printed rows add up to the printed total', () => {
    const [table] = blocksOf(answer, 'table');
    const last = table?.rows.at(-1);
    if (!table || last?.[0]?.text !== 'Total') return;
    for (const title of ['Parameters', 'MACs', 'FLOPs']) {
      const column = table.columns.findIndex((candidate) => candidate.title === title);
      if (column === -1) continue;
      const printed = table.rows.map((row) => Number(row[column]?.text.replaceAll(',', '')));
      const total = printed.pop();
      expect(
        printed.reduce((sum, count) => sum + count, 0),
        title,
      ).toBe(total);
    }
  });
});

test('every question of a kind gets an answer of that kind', () => {
  const kinds = (questions: readonly string[]) => new Set(questions.map((question) => ask(question).kind));
  expect(kinds(pricedQuestions)).toEqual(new Set(['answer']));
  expect(kinds(explainQuestions)).toEqual(new Set(['answer']));
  expect(kinds(helpQuestions)).toEqual(new Set(['help']));
  expect(kinds(mistakenQuestions)).toEqual(new Set(['problem']));
});

test('stacks and models have a total row', () => {
  const totalled = pricedQuestions.map(ask).filter(({ numbers }) => {
    return numbers.kind === 'answer' && (numbers.question === 'stack' || numbers.question === 'model');
  });
  expect(totalled.length).toBeGreaterThan(10);
  for (const answer of totalled) {
    expect(blocksOf(answer, 'table')[0]?.rows.at(-1)?.[0]?.text, answer.title).toBe('Total');
  }
});

test('a title tells layers with different numbers apart', () => {
  const known = new Map<string, { command: string; columns: Map<string, string> }>();
  for (const answer of pricedQuestions.map(ask)) {
    if (answer.numbers.kind !== 'answer' || answer.numbers.question !== 'layer') continue;
    const [table] = blocksOf(answer, 'table');
    const columns = new Map(
      table?.columns.map(({ title }, index) => [title, table.rows.map((row) => row[index]?.text).join()]),
    );
    const other = known.get(answer.title);
    for (const [title, cells] of other?.columns ?? []) {
      const why = `${answer.command} and ${other?.command} are both ${answer.title}`;
      expect(columns.get(title) ?? cells, why).toBe(cells);
    }
    known.set(answer.title, { command: answer.command, columns });
  }
  expect(known.size).toBeGreaterThan(30);
});

/** Lines that may be wider than the page: formulas, whose sums stay whole, and the excerpt with its carets. */
function unbreakable(answer: Answer, width: number): string[] {
  return answer.body.flatMap((block) => {
    if (block.kind === 'formula') return plainFormula(block, width).split('\n');
    if (block.kind === 'excerpt') return plainExcerpt(block).split('\n');
    return [];
  });
}

/** More than one word: an address, or a word behind the indent of a list, can't be broken. */
function isBreakable(line: string): boolean {
  return line.trim().includes(' ');
}

/** What an answer says in numbers and where; its guesses apart. */
function pricedText(answer: Answer): string {
  return JSON.stringify([
    answer.title,
    answeringPart(answer),
    answer.body.filter(({ kind }) => kind !== 'note'),
  ]);
}

/** The canonical text says what was guessed, and leaves out where the answer goes. */
function withoutGuesses(answer: Answer) {
  const { lead: _, body, numbers, share, ...rest } = answer;
  if (numbers.kind !== 'answer') throw new Error('not a priced answer');
  const { assumptions, ...counts } = numbers;
  return {
    ...rest,
    lead: answeringPart(answer),
    body: body.filter(({ kind }) => kind !== 'note'),
    numbers: counts,
  };
}

/** From a thousand up all digits before the point are shown. */
function isAtThousands(shown: string): boolean {
  return Number(shown.replaceAll(',', '')) >= 1_000;
}

const scales: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };

/** The relative distance between what a cell shows and its value. */
function errorShown({ text, value = 0 }: Cell): number {
  if (/^just (?:under|over) 100 %$/.test(text)) return Math.abs(1 - value);
  const [, digits = '', prefix = '', unit] = /^([\d,.]+)(?: ([kMGTP]?)(B|%)?)?$/.exec(text) ?? [];
  const scale = unit === '%' ? 0.01 : (scales[prefix] ?? 1);
  const shown = Number(digits.replaceAll(',', '')) * scale;
  return digits === '' ? Number.NaN : Math.abs(shown - value) / Math.max(Math.abs(value), 1e-300);
}
