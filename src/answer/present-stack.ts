import type { Settings } from '../command/command.ts';
import { receptiveField } from '../conv/receptive-field.ts';
import { numbersOf } from '../numbers.ts';
import { counted, grouped, short } from '../numbers-in-words.ts';
import type { PricedPart, PricedStack, StackResult } from '../result.ts';
import { type Answer, type Block, type Inline, paragraph, strong, text } from './answer.ts';
import { conventions } from './conventions.ts';
import { channelsText, layerLine, sidesText } from './describe.ts';
import { expression } from './expression.ts';
import { guessInlines } from './guess-inlines.ts';
import { operations, operationsWord, outOf, priceCells, priceColumns, shapeText } from './layer-table.ts';
import { nextQuestions } from './next-questions.ts';
import { references } from './references.ts';

/** The answer to a stack of layers: a row a layer, and their sum. */
export function presentStack(result: StackResult): Answer {
  const { command, rows, total } = result;
  const assumptions = [...command.assumptions, ...conventions(command)];
  const field = receptiveField(total.layers.map(({ layer }) => layer));
  return {
    kind: 'answer',
    title: stackTitle(result),
    command: command.text,
    lead: [...guessInlines(command), ...stackLead(result, command.settings)],
    body: [
      stackTable(result, command.settings),
      {
        kind: 'formula',
        lines: rows.map(({ layers, count }, index) => ({
          label: `layer ${index + 1}`,
          expression: expression(layers),
          result: count.params,
        })),
      },
      ...(field
        ? [
            paragraph(
              `One output of the stack sees ${sidesText(field)} positions of its input (receptive field).`,
            ),
          ]
        : []),
      { kind: 'note', sentences: assumptions },
      { kind: 'references', references: [references.dumoulin2016] },
    ],
    actions: nextQuestions(command),
    share: command.settings.share,
    numbers: numbersOf(result, assumptions),
  };
}

function stackTitle({ rows }: StackResult): string {
  const first = rows[0]?.part.spec?.convolution;
  const last = rows.at(-1)?.part.spec?.convolution;
  const channels = first && last ? ` · ${channelsText({ in: first.in, out: last.out })}` : '';
  const noBias = rows.every(hasNoBias) ? ' · no bias' : '';
  return `Stack of ${counted(rows.length, 'layer')}${channels}${noBias}`;
}

function stackLead({ total, rows }: StackResult, settings: Settings): Inline[] {
  const params = counted(total.count.params, 'parameter');
  const start = [text(`${counted(rows.length, 'layer')} need `), strong(params)];
  if (!total.cost) return [...start, text('.')];
  const work = `${short(operations(total.cost.macs, settings))} ${operationsWord(settings)}`;
  return [...start, text(` and ${work}; the output is ${shapeText(outOf(total), total.cost.output)}.`)];
}

function stackTable({ rows, total }: PricedStack, settings: Settings): Block {
  const hasCost = total.cost !== undefined;
  const someHaveNone = !rows.every(hasNoBias);
  const name = (row: PricedPart) =>
    someHaveNone && hasNoBias(row) ? `${partLine(row)}, no bias` : partLine(row);
  const totalRow = priceCells(total, undefined, outOf(total), settings);
  return {
    kind: 'table',
    columns: [{ title: 'Layer', align: 'left' }, ...priceColumns(undefined, hasCost, settings)],
    rows: [
      ...rows.map((row) => [{ text: name(row) }, ...priceCells(row, undefined, outOf(row), settings)]),
      [{ text: 'Total' }, ...totalRow],
    ],
  };
}

/** What a row is: its convolution, and what comes with it. */
export function partLine({ part }: Pick<PricedPart, 'part'>): string {
  const [first] = part.layers;
  if (!part.spec) return first ? layerLine(first) : '';
  const line = layerLine(part.spec.convolution);
  const { multiplier, batchNorm, convolution } = part.spec;
  const facts = [
    part.separable ? 'separable' : '',
    multiplier > 1 ? `depth multiplier ${grouped(multiplier)}` : '',
    batchNorm && convolution.bias ? 'bias' : '',
    batchNorm ? 'BatchNorm' : '',
  ];
  return [line, ...facts.filter((fact) => fact !== '')].join(', ');
}

/** BatchNorm takes the place of a bias, which goes without saying. */
function hasNoBias({ part: { spec } }: PricedPart): boolean {
  return spec !== undefined && !spec.convolution.bias && !spec.batchNorm;
}
