import fc from 'fast-check';
import type { Convolution, Sides } from '../../src/conv/layer.ts';
import { runs } from './random-layer.ts';

export type RandomQuestion = {
  readonly question: string;
  readonly layer: Convolution;
  readonly input: Sides;
  readonly batch: number;
};

/** Legal layers on inputs that fit them, in spellings chosen at random and in any order. */
export function questions(): fc.Arbitrary<RandomQuestion> {
  return fc
    .record({
      run: runs(),
      bits: fc.infiniteStream(fc.nat(1_000)),
      extra: fc.subarray(['int8', 'keras', 'flops', 'bn', 'm=2', 'share']),
    })
    .map(({ run: { layer: any, run }, bits, extra }) => {
      // An output padding beside `same` is another padding in Keras' rule, so that is not a spelling of this one.
      const layer = any.padding === 'same' ? { ...any, outputPadding: any.kernel.map(() => 0) } : any;
      const next = () => Number(bits.next().value);
      const pick = (...texts: readonly string[]) => texts[next() % texts.length] ?? '';
      const words = shuffled([...wordsOf(layer, pick), ...extra], next);
      words.push(pick('@', '@ ', 'input=', 'input size ') + spelled(run.input, pick));
      if (run.batch > 1) words.push(pick('batch=', 'batch ', 'batch size ') + run.batch);
      const question = shuffled(words, next).join(pick(' ', '  ', ', ', '\n'));
      return { question: pick(question, question.toUpperCase()), layer, input: run.input, batch: run.batch };
    });
}

type Pick = (...texts: readonly string[]) => string;

function wordsOf(layer: Convolution, pick: Pick): string[] {
  const { kernel, in: inChannels, out, groups, stride, dilation, padding, bias, transposed } = layer;
  const channels = pick(
    `${inChannels}->${out}`,
    `in=${inChannels} out=${out}`,
    `cin=${inChannels} cout=${out}`,
    `from ${inChannels} to ${out}`,
  );
  const [first] = kernel;
  const words = [
    channels,
    `${pick('k=', 'kernel=', 'kernel size ')}${kernel.length === 1 ? first : kernel.join(pick('x', '×', '*'))}`,
  ];
  if (kernel.length === 1) words.push(pick('1d', 'conv1d', 'rank=1'));
  if (!bias) words.push(pick('nobias', 'no bias', 'bias=off', 'without bias'));
  else words.push(pick('', 'bias', 'bias=on', 'with bias'));
  if (groups > 1 || pick('', 'g') === 'g') words.push(`${pick('g=', 'g', 'groups ')}${groups}`);
  if (stride.some((side) => side > 1)) words.push(pick('s=', 's', 'stride ') + spelled(stride, pick));
  if (dilation.some((side) => side > 1)) words.push(pick('d=', 'd', 'dilation ') + spelled(dilation, pick));
  if (padding === 'same') words.push(pick('', 'same', 'padding=same'));
  else if (padding === 'causal') words.push(pick('causal', 'padding=causal'));
  else words.push(pick('p=', 'p', 'padding ') + spelled(padding, pick));
  if (transposed) words.push(pick('t', 'transposed'));
  if (layer.outputPadding.some((side) => side > 0)) words.push(`op=${spelled(layer.outputPadding, pick)}`);
  return words;
}

function spelled(sides: Sides, pick: Pick): string {
  const all = sides.join('x');
  return sides.every((side) => side === sides[0]) ? pick(String(sides[0]), all) : all;
}

function shuffled(words: readonly string[], next: () => number): string[] {
  return words
    .map((word) => ({ word, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word);
}
