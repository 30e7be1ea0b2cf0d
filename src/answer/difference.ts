import type { Convolution } from '../conv/layer.ts';
import { product } from '../conv/product.ts';
import { counted, grouped } from '../numbers-in-words.ts';
import type { FormulaLine } from './answer.ts';

/** One factor's share of a difference, in words and as arithmetic. `result` is negative where the first is smaller. */
export type DifferenceTerm = FormulaLine & { readonly words: string };

/**
 * Why two convolutions differ, term by term: from the first to the second one factor changes at a time
 * (kernel, inputs that each output sees, outputs, biases), so that the terms add up to the difference exactly.
 */
export function difference(first: Convolution, second: Convolution): DifferenceTerm[] {
  const a = factors(first);
  const b = factors(second);
  return [
    term('kernel', a.positions - b.positions, 'kernel position', [a.inputs, a.outputs]),
    term('inputs', a.inputs - b.inputs, 'input seen', [b.positions, a.outputs], 'inputs seen'),
    term('outputs', a.outputs - b.outputs, 'output', [b.positions, b.inputs]),
    term('biases', a.biases - b.biases, 'bias', [], 'biases'),
  ].filter(({ result }) => result !== 0);
}

function factors({ kernel, in: inChannels, groups, out, bias }: Convolution) {
  return { positions: product(kernel), inputs: inChannels / groups, outputs: out, biases: bias ? out : 0 };
}

function term(
  label: string,
  changed: number,
  one: string,
  others: readonly number[],
  many?: string,
): DifferenceTerm {
  const size = Math.abs(changed);
  const sign = changed < 0 ? '−' : '';
  return {
    label,
    words: [counted(size, one, many), ...others.map(grouped)].join(' × '),
    expression: sign + [size, ...others].map(grouped).join(' · '),
    result: changed * product(others),
  };
}
