import type { Settings } from '../command/command.ts';
import type { Convolution } from '../conv/layer.ts';
import { numbersOf } from '../numbers.ts';
import { counted, grouped, percent, times } from '../numbers-in-words.ts';
import type { CompareResult, PricedStack } from '../result.ts';
import { type Answer, type Block, type FormulaLine, type Inline, strong, text } from './answer.ts';
import { conventions } from './conventions.ts';
import { type DifferenceTerm, difference } from './difference.ts';
import { expression } from './expression.ts';
import { guessInlines } from './guess-inlines.ts';
import { operationsWord, outOf, priceCells, priceColumns } from './layer-table.ts';
import { nameSides } from './name-sides.ts';
import { nextQuestions } from './next-questions.ts';
import { references } from './references.ts';

/** The answer to `A vs B vs C`: each against the first. */
export function presentCompare(result: CompareResult): Answer {
  const { command, stacks } = result;
  const { names, common } = nameSides(stacks);
  const what =
    stacks.length === 2 ? names.join(' against ') : `Comparison of ${counted(stacks.length, 'side')}`;
  const assumptions = [...command.assumptions, ...conventions(command)];
  return {
    kind: 'answer',
    title: [what, ...common].join(' · '),
    command: command.text,
    lead: [...guessInlines(command), ...compareLead(result, names)],
    body: [
      compareTable(result, names),
      { kind: 'formula', lines: formulaLines(stacks, names) },
      { kind: 'note', sentences: assumptions },
      { kind: 'references', references: [references.howard2017, references.dumoulin2016] },
    ],
    actions: nextQuestions(command),
    share: command.settings.share,
    numbers: numbersOf(result, assumptions),
  };
}

/** The convolution of a side that is nothing else. */
function onlyConvolution({ total }: PricedStack): Convolution | undefined {
  const [only] = total.layers;
  return total.layers.length === 1 && only?.layer.kind === 'convolution' ? only.layer : undefined;
}

function compareLead({ stacks, command }: CompareResult, names: readonly string[]): Inline[] {
  const [first, ...others] = stacks;
  const against = first?.total.count.params ?? 0;
  const [only] = others;
  if (!only || others.length > 1) return leadOfSeveral(stacks, names, against);
  const params = only.total.count.params;
  return [
    text(`${names[1]} needs ${counted(params, 'parameter')}, ${names[0]} needs ${grouped(against)}: `),
    strong(shareWords(params, against)),
    text(`.${differenceWords(first, only)}${workWords(first, only, command.settings)}`),
  ];
}

/** Each side with its share of the first; what else tells them apart is in the table. */
function leadOfSeveral(
  [, ...others]: readonly PricedStack[],
  [firstName, ...names]: readonly string[],
  against: number,
): Inline[] {
  const sides = others.flatMap(({ total: { count } }, index): Inline[] => [
    text(`; ${names[index]} needs ${grouped(count.params)}: `),
    strong(shareWords(count.params, against)),
  ]);
  return [text(`${firstName} needs ${counted(against, 'parameter')}`), ...sides, text('.')];
}

/** 36.1 % where it is less, 2.77× as many where it is more: "277 %" would be read as more by that. */
function shareWords(count: number, against: number): string {
  if (count === against) return 'as many';
  return count < against ? percent(count / against) : `${times(count / against)} as many`;
}

/** " Of the MACs, it does 25.0 %.", where both run on an input. */
function workWords(first: PricedStack | undefined, other: PricedStack, settings: Settings): string {
  const [a, b] = [first?.total.cost, other.total.cost];
  if (!a || !b) return '';
  const word = operationsWord(settings);
  return a.macs === b.macs
    ? ` Both do as many ${word}.`
    : ` Of the ${word}, it does ${shareWords(b.macs, a.macs)}.`;
}

/** "The difference is 16 kernel positions × 32 × 64 = 32,768", where one factor makes all of it. */
function differenceWords(first: PricedStack | undefined, other: PricedStack): string {
  const terms = differenceTerms(first, other);
  const [only] = terms;
  if (!only || terms.length > 1) return '';
  return ` The difference is ${only.words}${only.words.includes('×') ? ` = ${grouped(Math.abs(only.result))}` : ''}.`;
}

function differenceTerms(first: PricedStack | undefined, other: PricedStack): DifferenceTerm[] {
  const [a, b] = [first && onlyConvolution(first), onlyConvolution(other)];
  return a && b ? difference(a, b) : [];
}

function compareTable({ stacks, command }: CompareResult, names: readonly string[]): Block {
  const { settings } = command;
  const hasCost = stacks.every(({ total }) => total.cost);
  const first = stacks[0]?.total.count.params;
  return {
    kind: 'table',
    columns: [{ title: 'Layer', align: 'left' }, ...priceColumns('of the first', hasCost, settings)],
    rows: stacks.map(({ total }, index) => {
      const priced = hasCost ? total : { ...total, cost: undefined };
      return [{ text: names[index] ?? '' }, ...priceCells(priced, first, outOf(total), settings)];
    }),
  };
}

/** Longer sums say nothing to a reader; the table has their totals. */
const mostLayersOfExpression = 6;

function formulaLines(stacks: readonly PricedStack[], names: readonly string[]): FormulaLine[] {
  const sums = stacks.flatMap(({ total }, index): FormulaLine[] =>
    total.layers.length > mostLayersOfExpression
      ? []
      : [
          {
            label: names[index] ?? '',
            expression: expression(total.layers),
            result: total.count.params,
          },
        ],
  );
  const [first, ...others] = stacks;
  const terms = others.flatMap((other, index) =>
    differenceTerms(first, other).map(({ label, expression, result }) => ({
      label: others.length === 1 ? `by ${label}` : `${names[index + 1]} by ${label}`,
      expression,
      result,
    })),
  );
  return [...sums, ...terms];
}
