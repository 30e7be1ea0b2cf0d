import { parameterBytes } from '../conv/element-type.ts';
import { arithmeticIntensity, type Priced } from '../conv/price.ts';
import { receptiveField } from '../conv/receptive-field.ts';
import { numbersOf } from '../numbers.ts';
import { binaryBytes, decimalBytes, grouped, percent, threeDigits } from '../numbers-in-words.ts';
import type { LayerResult } from '../result.ts';
import { type Answer, type Block, type FormulaLine, type Reference, text } from './answer.ts';
import { conventions } from './conventions.ts';
import { layerTitle, sidesText } from './describe.ts';
import { expression } from './expression.ts';
import { guessInlines } from './guess-inlines.ts';
import { layerLead } from './layer-lead.ts';
import { layerTable, operationsWord, shownVariants } from './layer-table.ts';
import { nextQuestions } from './next-questions.ts';
import { references } from './references.ts';
import { why } from './why.ts';

/** The answer to a question about one layer: its variants, each against the standard one. */
export function presentLayer(result: LayerResult): Answer {
  const { command } = result;
  const assumptions = command.assumptions.concat(conventions(command));
  const body: Block[] = [layerTable(result), { kind: 'formula', lines: formulaLines(result) }];
  for (const reason of [...why(result), ...sizeSentences(result)]) {
    body.push({ kind: 'paragraph', inlines: [text(reason)] });
  }
  body.push({ kind: 'note', sentences: assumptions }, { kind: 'references', references: papers(result) });
  return {
    kind: 'answer',
    title: layerTitle(command),
    command: command.text,
    lead: [...guessInlines(command), ...layerLead(result)],
    body,
    actions: nextQuestions(command),
    share: command.settings.share,
    numbers: numbersOf(result, assumptions),
  };
}

function formulaLines(result: LayerResult): FormulaLine[] {
  return shownVariants(result).map(({ name, layers, count }) => ({
    label: name,
    expression: expression(layers),
    result: count.params,
  }));
}

function papers({ command: { spec } }: LayerResult): Reference[] {
  const { groups, transposed, dilation } = spec.convolution;
  const papers: Reference[] = [references.howard2017, references.chollet2017];
  if (groups > 1) papers.push(references.xie2017);
  if (transposed || dilation.some((side) => side > 1)) papers.push(references.dumoulin2016);
  return papers;
}

/** What a size adds: the honest line about speed, activations, bytes and reach. */
function sizeSentences(result: LayerResult): string[] {
  const { settings } = result.command;
  const { asked } = result;
  if (!asked.cost) return settings.showBytes ? [bytesSentence(result)] : [];
  const { activations } = asked.cost;
  const memory = `It reads and writes ${grouped(activations)} activations. ${bytesSentence(result)}`;
  return [speedSentence(result), memory + reachSentence(asked)];
}

/** Fewer operations are not as much less time: a depthwise convolution moves many bytes for each of them. */
function speedSentence(result: LayerResult): string {
  const { standard, depthwise, separable, command } = result;
  if (!standard.cost || !depthwise.cost || !separable.cost) return '';
  const word = operationsWord(command.settings);
  const share = separable.cost.macs / standard.cost.macs;
  const half = threeDigits(arithmeticIntensity(depthwise.cost));
  const whole = threeDigits(arithmeticIntensity(standard.cost));
  if (share >= 1) {
    return `Separable does ${percent(share)} of the ${word}, so there is no gain in time either.`;
  }
  const slower = arithmeticIntensity(depthwise.cost) < arithmeticIntensity(standard.cost);
  return slower
    ? `Separable does ${percent(share)} of the ${word}, but its depthwise half does only ${half} FLOPs per byte (standard: ${whole}), so on a GPU the gain in time is smaller.`
    : `Separable does ${percent(share)} of the ${word}; its depthwise half does ${half} FLOPs per byte (standard: ${whole}).`;
}

function bytesSentence({ command: { settings }, asked, standard, separable }: LayerResult): string {
  const size = (priced: Priced) => {
    const bytes = parameterBytes(priced.layers, settings.elementType);
    return bytes < 1024 ? decimalBytes(bytes) : `${decimalBytes(bytes)} = ${binaryBytes(bytes)}`;
  };
  const other = asked === separable ? `standard, ${size(standard)}` : `separable, ${size(separable)}`;
  return `In ${settings.elementType} the parameters take ${size(asked)}; as ${other}.`;
}

/** Where dilation or a missing stride makes it more than the kernel. */
function reachSentence({ layers }: Priced): string {
  const field = receptiveField(layers.map(({ layer }) => layer));
  const first = layers[0]?.layer;
  const dilated = first?.kind === 'convolution' && first.dilation.some((side) => side > 1);
  return field && dilated ? ` Each output reaches over ${sidesText(field)} input positions.` : '';
}
