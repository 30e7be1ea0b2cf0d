import type { Sides } from '../../conv/layer.ts';
import { kernelExtent } from '../../conv/output-size.ts';
import { entryOf } from '../catalogue.ts';
import { type Draft, emptyDraft } from '../draft.ts';
import type { FactName, Facts, FactValues } from '../facts.ts';
import { isMistake, type Mistake } from '../problem.ts';
import { type Bound, type BoundArguments, bindArguments } from './bind-arguments.ts';
import type { Call } from './call.ts';
import { notALiteral, paddingOfTransposed, sameWithStride, strideWithDilation } from './code-mistakes.ts';
import type { ConvolutionModule } from './modules.ts';
import { boolean, textOf, wholeNumber, wholeNumbers } from './values.ts';

/** What each argument of a framework is called here. */
const factOfArgument: Readonly<Record<string, FactName>> = {
  in_channels: 'in',
  out_channels: 'out',
  filters: 'out',
  kernel_size: 'kernel',
  stride: 'stride',
  strides: 'stride',
  padding: 'padding',
  dilation: 'dilation',
  dilation_rate: 'dilation',
  groups: 'groups',
  bias: 'bias',
  use_bias: 'bias',
  output_padding: 'outputPadding',
  depth_multiplier: 'multiplier',
};

const paddingModes = ['zeros', 'reflect', 'replicate', 'circular'];

/** Reads a convolution's call into a draft, with the framework's own defaults and its own errors. */
export function readConvolution(call: Call, module: ConvolutionModule, path: string): Draft | Mistake {
  const { framework, form, rank, transposed } = module;
  const pytorch = framework === 'pytorch';
  const named = pytorch
    ? []
    : ['groups', 'use_bias', 'output_padding', 'input_shape', 'dilation_rate', 'batch_size'];
  const required = pytorch
    ? ['in_channels', 'out_channels', 'kernel_size']
    : form === 'depthwise'
      ? ['kernel_size']
      : ['filters', 'kernel_size'];
  const bound = bindArguments(call, module.positional, named, required);
  if (isMistake(bound)) return bound;
  const draft: Draft = { ...emptyDraft('', call.at, framework), ...(path === '' ? {} : { name: path }) };
  const { facts } = draft;
  facts.rank = { value: rank, at: call.nameAt };
  for (const [name, argument] of bound) {
    const mistake = readArgument(facts, name, argument, rank);
    if (mistake) return mistake;
  }
  if (transposed) facts.transposed = { value: true, at: call.nameAt };
  if (form === 'depthwise') facts.depthwise = { value: true, at: call.nameAt };
  if (form === 'separable') facts.separable = { value: true, at: call.nameAt };
  if (call.name.endsWith('Same')) {
    facts.padding = { value: 'same', at: call.nameAt };
    return draft;
  }
  return errorOf(module, bound, facts) ?? draft;
}

function readArgument(facts: Facts, name: string, bound: Bound, rank: number): Mistake | undefined {
  if (name === 'input_shape') return readInputShape(facts, bound, rank);
  const fact = factOfArgument[name];
  if (!fact || (fact === 'outputPadding' && bound.value.kind === 'none')) return undefined;
  const value = readArgumentValue(fact, name, bound);
  if (isMistake(value)) return value;
  // `readArgumentValue` reads each fact as its entry's type.
  Object.assign(facts, { [fact]: { value, at: bound.at } });
  return undefined;
}

function readArgumentValue(fact: FactName, name: string, bound: Bound): FactValues[FactName] | Mistake {
  const entry = entryOf(fact);
  if (fact === 'bias') return boolean(name, bound);
  if (fact === 'padding' && bound.value.kind === 'text') {
    const text = bound.value.text.toLowerCase();
    return text === 'same' || text === 'valid' || text === 'causal'
      ? text
      : notALiteral(name, text, bound.at);
  }
  return entry.takes === 'sides'
    ? wholeNumbers(name, bound, entry.range)
    : wholeNumber(name, bound, entry.range);
}

/** `input_shape=(224, 224, 3)`: the input's sides, then its channels. None stands for a side not known yet. */
function readInputShape(facts: Facts, bound: Bound, rank: number): Mistake | undefined {
  const items = bound.value.kind === 'list' ? bound.value.items : [];
  if (items.length !== rank + 1) return notALiteral('input_shape', textOf(bound.value), bound.at);
  const channels = wholeNumber(
    'input_shape',
    { value: items[rank] ?? { kind: 'none' }, at: bound.at },
    entryOf('in').range,
  );
  if (isMistake(channels)) return channels;
  facts.in = { value: channels, at: bound.at };
  const sides = items.slice(0, rank);
  if (sides.some(({ kind }) => kind === 'none')) return undefined;
  const input = wholeNumbers(
    'input_shape',
    { value: { kind: 'list', items: sides }, at: bound.at },
    entryOf('input').range,
  );
  if (isMistake(input)) return input;
  facts.input = { value: input, at: bound.at };
  return undefined;
}

/** What the framework itself refuses, beyond what no convolution can be. */
function errorOf(module: ConvolutionModule, bound: BoundArguments, facts: Facts): Mistake | undefined {
  const strided = facts.stride?.value.some((side) => side > 1) ?? false;
  if (module.framework === 'keras') {
    const dilated = facts.dilation?.value.some((side) => side > 1) ?? false;
    return strided && dilated && facts.dilation ? strideWithDilation(facts.dilation.at) : undefined;
  }
  const mode = bound.get('padding_mode');
  const modeText = mode && textOf(mode.value);
  if (mode && !paddingModes.includes(modeText ?? ''))
    return notALiteral('padding_mode', modeText ?? '', mode.at);
  const { padding } = facts;
  if (module.transposed) {
    if (mode && modeText !== 'zeros')
      return paddingOfTransposed(`padding_mode=${modeText}`, `'zeros'`, mode.at);
    const text = padding && typeof padding.value === 'string' ? padding.value : undefined;
    return text && padding ? paddingOfTransposed(`padding='${text}'`, '0', padding.at) : undefined;
  }
  if (padding?.value === 'same' && strided)
    return sameWithStride(padding.at, halfOfKernel(facts, module.rank));
  return padding?.value === 'causal' ? notALiteral('padding', 'causal', padding.at) : undefined;
}

/** What people mean by same with a stride: d(k − 1) // 2 at both ends. */
function halfOfKernel({ kernel, dilation }: Facts, rank: number): string {
  const half = Array.from({ length: rank }, (_, axis) => {
    const extent = kernelExtent(sideOf(kernel?.value, axis), sideOf(dilation?.value, axis));
    return Math.floor((extent - 1) / 2);
  });
  return half.every((side) => side === half[0]) ? String(half[0]) : `(${half.join(', ')})`;
}

function sideOf(sides: Sides | undefined, axis: number): number {
  return sides?.[axis] ?? sides?.[0] ?? 1;
}
