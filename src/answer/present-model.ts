import { convolutionParams, numbersOf } from '../numbers.ts';
import { counted, grouped, percent, short } from '../numbers-in-words.ts';
import type { ModelResult, PricedPart } from '../result.ts';
import { type Answer, type Block, type Cell, type Inline, paragraph, strong, text } from './answer.ts';
import { conventions } from './conventions.ts';
import { guessInlines } from './guess-inlines.ts';
import { numberCell, operations, operationsWord } from './layer-table.ts';
import { nextQuestions } from './next-questions.ts';
import { partLine } from './present-stack.ts';
import { references } from './references.ts';

/** The answer to a pasted model: its totals, its largest rows, and what separable convolutions would change. */
export function presentModel(result: ModelResult): Answer {
  const { command } = result;
  const assumptions = [...command.assumptions, ...unpricedNote(command.unpriced), ...conventions(command)];
  return {
    kind: 'answer',
    title: `Pasted model · ${inventory(result)}`,
    command: command.text,
    lead: [...guessInlines(command), ...modelLead(result)],
    body: [
      modelTable(result),
      ...ifSeparableParagraph(result),
      { kind: 'note', sentences: assumptions },
      { kind: 'references', references: [references.howard2017] },
    ],
    actions: nextQuestions(command),
    share: command.settings.share,
    numbers: numbersOf(result, assumptions),
  };
}

/** 53 convolutions, 53 BatchNorms, 1 Linear. */
function inventory({ rows }: ModelResult): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const family = familyOf(row);
    counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => Number(b === 'convolution') - Number(a === 'convolution'))
    .map(([family, count]) => counted(count, family))
    .join(', ');
}

/** A module without its number of dimensions: BatchNorm for BatchNorm2d. */
function familyOf({ part }: PricedPart): string {
  if (part.spec) return 'convolution';
  return (part.module ?? '').replace(/[1-3]d$/, '');
}

function modelLead(result: ModelResult): Inline[] {
  const { total, command } = result;
  const { params } = total.count;
  const inConvolutions = convolutionParams(result);
  const work = total.cost
    ? ` ${short(operations(total.cost.macs, command.settings))} ${operationsWord(command.settings)}.`
    : '';
  return [
    strong(counted(params, 'parameter')),
    text(
      `, ${grouped(inConvolutions)} of them (${percent(inConvolutions / params)}) in convolutions.${work}`,
    ),
  ];
}

const mostRows = 10;

function modelTable({ rows, total }: ModelResult): Block {
  const { params } = total.count;
  const largest = [...rows].sort((a, b) => b.count.params - a.count.params).slice(0, mostRows);
  const shown = largest.reduce((sum, { count }) => sum + count.params, 0);
  const rest = rows.length - largest.length;
  const cells = (name: Cell, count: number) => [
    name,
    numberCell(count),
    { text: percent(count / params), value: count / params },
  ];
  return {
    kind: 'table',
    columns: [
      { title: rest > 0 ? `Largest ${mostRows} of ${grouped(rows.length)} rows` : 'Row', align: 'left' },
      { title: 'Parameters', align: 'right' },
      { title: 'of the model', align: 'right' },
    ],
    rows: [
      ...largest.map((row) => cells(rowName(row), row.count.params)),
      ...(rest > 0 ? [cells({ text: `and ${counted(rest, 'other row')}` }, params - shown)] : []),
      cells({ text: 'Total' }, params),
    ],
  };
}

function rowName(row: PricedPart): Cell {
  const { name, module } = row.part;
  const line = row.part.spec ? partLine(row) : `${module} ${partLine(row)}`;
  return name ? { text: `${name}: ${line}`, typed: name } : { text: line };
}

function ifSeparableParagraph({ ifSeparable, total, command }: ModelResult): Block[] {
  const { convolutions, params } = ifSeparable;
  // What is not priced may be such a convolution.
  if (convolutions === 0 && command.unpriced.length > 0) return [];
  if (convolutions === 0)
    return [paragraph('It has no dense convolution with a kernel above 1×1 that could be separable.')];
  const which = convolutions === 1 ? 'one dense convolution' : `${grouped(convolutions)} dense convolutions`;
  return [
    paragraph(
      `If its ${which} with a kernel above 1×1 were separable: `,
      strong(`${counted(params, 'parameter')}, ${percent(params / total.count.params)}`),
      '.',
    ),
  ];
}

const mostNames = 6;

function unpricedNote(unpriced: readonly string[]): string[] {
  if (unpriced.length === 0) return [];
  const more = unpriced.length - mostNames;
  const names = unpriced.slice(0, mostNames).join(', ') + (more > 0 ? ` and ${counted(more, 'other')}` : '');
  return [`Not priced, as the text does not show their parameters: ${names}.`];
}
