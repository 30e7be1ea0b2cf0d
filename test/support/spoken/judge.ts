import type { Answer } from '../../../src/answer/answer.ts';
import { ask } from '../../../src/ask.ts';
import type { LayerNumbers } from '../../../src/numbers.ts';
import { count, inSteps } from './count.ts';
import type { SpokenLayer } from './layer.ts';
import type { Spoken } from './spoken.ts';

export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'misread'; readonly expected: string; readonly got: string };

/** Whether an answer is the one to what was meant. A mistake that is told is no misreading. */
export function judge(spoken: Spoken): Verdict {
  const answer = ask(spoken.text);
  const { numbers } = answer;
  if (numbers.kind === 'problem') return { kind: 'refused', message: numbers.problem.message };
  const expected = expectation(spoken.sides);
  if (numbers.kind === 'help') return { kind: 'misread', expected, got: 'help' };
  const { layers, total, alternatives = [total] } = numbers;
  const got = inWords(alternatives, layers.filter(({ kernel }) => kernel).map(ofNumbers));
  const swapped = spoken.eitherFirst && got === expectation([...spoken.sides].reverse());
  if (got !== expected && !swapped) return { kind: 'misread', expected, got };
  const unsaid = spoken.stated.filter((words) => !firstLines(answer).includes(words));
  return unsaid.length > 0
    ? { kind: 'misread', expected: `first lines that say ${unsaid.join(', ')}`, got: firstLines(answer) }
    : { kind: 'right' };
}

type Total = { params: number; macs?: number | undefined; output?: readonly number[] | undefined };
type Fields = Pick<
  SpokenLayer,
  'kernel' | 'in' | 'out' | 'groups' | 'stride' | 'dilation' | 'bias' | 'transposed'
>;

function expectation(sides: Spoken['sides']): string {
  const layers = sides.flat().flatMap(inSteps);
  return inWords(
    sides.map(count),
    layers.map((layer) => ({ ...layer, bias: layer.bias && !layer.batchNorm })),
  );
}

function ofNumbers({ kernel = [], stride = [], dilation = [], ...rest }: LayerNumbers): Fields {
  const { groups = 0, bias = false, transposed = false } = rest;
  return { kernel, stride, dilation, groups, bias, transposed, in: rest.in ?? 0, out: rest.out ?? 0 };
}

/** Everything that is compared, to be read when it differs. */
function inWords(totals: readonly Total[], layers: readonly Fields[]): string {
  const costs = totals.map(
    ({ params, macs, output }) => `${params} params, ${macs} MACs, to ${output?.join('x')}`,
  );
  const fields = layers.map(
    ({ kernel, in: inputs, out, groups, stride, dilation, bias, transposed }) =>
      `${transposed ? 't ' : ''}${kernel.join('x')} ${inputs}->${out} g${groups} s${stride.join('x')} d${dilation.join('x')} ${bias ? 'bias' : 'nobias'}`,
  );
  return `${costs.join(' vs ')} [${fields.join(' + ')}]`;
}

/** The title, the lead and what stands directly below them. */
function firstLines({ title, lead, body: [first] }: Answer): string {
  const below = first?.kind === 'paragraph' ? first.inlines : [];
  return [title, ...[...lead, ...below].map(({ text }) => text)].join(' ').replace(/(?<=\d),(?=\d{3})/g, '');
}
