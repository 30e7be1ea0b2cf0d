import type { Convolution } from '../conv/layer.ts';
import { numbersOf } from '../numbers.ts';
import { counted, grouped, percent } from '../numbers-in-words.ts';
import type { CompareResult, PricedStack } from '../result.ts';
import { type Answer, type Block, type FormulaLine, type Inline, strong, text } from './answer.ts';
import { conventions } from './conventions.ts';
import { sidesText } from './describe.ts';
import { type DifferenceTerm, difference } from './difference.ts';
import { expression } from './expression.ts';
import { outOf, priceCells, priceColumns } from './layer-table.ts';
import { nextQuestions } from './next-questions.ts';
import { partLine } from './present-stack.ts';
import { references } from './references.ts';

/** The answer to `A vs B vs C`: each against the first. */
export function presentCompare(result: CompareResult): Answer {
  const { command, stacks } = result;
  const names = sideNames(stacks);
  const assumptions = [...command.assumptions, ...conventions(command)];
  return {
    kind: 'answer',
    title: stacks.length === 2 ? names.join(' against ') : `Comparison of ${counted(stacks.length, 'side')}`,
    command: command.text,
    lead: compareLead(stacks, names),
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

/** What tells the sides apart in the fewest words: their kernels where these differ and nothing is stacked. */
function sideNames(stacks: readonly PricedStack[]): string[] {
  const convolutions = stacks.map(onlyConvolution);
  const kernels = convolutions.map((convolution) => (convolution ? sidesText(convolution.kernel) : ''));
  const onlyKernelsDiffer =
    new Set(kernels).size === kernels.length &&
    new Set(convolutions.map((convolution) => convolution && withoutKernel(convolution))).size === 1;
  if (onlyKernelsDiffer && !kernels.includes('')) return kernels;
  return stacks.map(({ rows }, index) => {
    const [only] = rows;
    if (only && rows.length === 1) return partLine(only).replaceAll(',', '');
    return `side ${index + 1} (${counted(rows.length, 'layer')})`;
  });
}

function withoutKernel(convolution: Convolution): string {
  return JSON.stringify({ ...convolution, kernel: undefined });
}

/** The convolution of a side that is nothing else. */
function onlyConvolution({ total }: PricedStack): Convolution | undefined {
  const [only] = total.layers;
  return total.layers.length === 1 && only?.layer.kind === 'convolution' ? only.layer : undefined;
}

function compareLead(stacks: readonly PricedStack[], names: readonly string[]): Inline[] {
  const [first, ...others] = stacks;
  const against = first?.total.count.params ?? 0;
  const sentences = others.flatMap((other, index): Inline[] => {
    const params = other.total.count.params;
    const start = `${names[index + 1]} needs ${counted(params, 'parameter')}, ${names[0]} needs ${grouped(against)}: `;
    const space = index === 0 ? [] : [text(' ')];
    if (params === against) return [...space, text(start), strong('as many'), text('.')];
    return [
      ...space,
      text(start),
      strong(percent(params / against)),
      text(`.${differenceWords(first, other)}`),
    ];
  });
  return sentences;
}

/** "The difference is 16 kernel positions × 32 × 64 = 32,768", where one factor makes all of it. */
function differenceWords(first: PricedStack | undefined, other: PricedStack): string {
  const terms = differenceTerms(first, other);
  const [only] = terms;
  if (!only || terms.length > 1) return '';
  return ` The difference is ${only.words} = ${grouped(Math.abs(only.result))}.`;
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
  const terms = others.flatMap((other) => differenceTerms(first, other));
  return [
    ...sums,
    ...terms.map(({ label, expression, result }) => ({ label: `by ${label}`, expression, result })),
  ];
}
