import type { Resize, Sides } from '../../conv/layer.ts';
import { onEachAxis } from '../../conv/on-each-axis.ts';
import { entryOf } from '../catalogue.ts';
import { isMistake, type Mistake } from '../problem.ts';
import { type BoundArguments, bindArguments } from './bind-arguments.ts';
import type { Call } from './call.ts';
import { boolean, wholeNumbers } from './values.ts';

type ResizeModule = {
  readonly rank: number;
  readonly positional: readonly string[];
  readonly change: (bound: BoundArguments, rank: number) => Resize['change'] | Mistake | undefined;
};

const pytorchMax = ['kernel_size', 'stride', 'padding', 'dilation', 'return_indices', 'ceil_mode'];
const pytorchAverage = [
  'kernel_size',
  'stride',
  'padding',
  'ceil_mode',
  'count_include_pad',
  'divisor_override',
];
const keras = ['pool_size', 'strides', 'padding', 'data_format'];

/** Pooling and flattening whose output size follows from their text. Signatures: torch.nn 2.x, Keras 3. */
const resizeModules: ReadonlyMap<string, ResizeModule> = new Map(
  [1, 2, 3].flatMap((rank): [string, ResizeModule][] => [
    [`MaxPool${rank}d`, { rank, positional: pytorchMax, change: pytorchPool }],
    [`AvgPool${rank}d`, { rank, positional: pytorchAverage, change: pytorchPool }],
    ...['Avg', 'Max'].map((kind): [string, ResizeModule] => [
      `Adaptive${kind}Pool${rank}d`,
      { rank, positional: ['output_size', 'return_indices'], change: adaptivePool },
    ]),
    ...['MaxPooling', 'AveragePooling', 'MaxPool', 'AvgPool'].map((kind): [string, ResizeModule] => [
      `${kind}${rank}D`,
      { rank, positional: keras, change: kerasPool },
    ]),
    ...['GlobalAveragePooling', 'GlobalMaxPooling', 'GlobalAvgPool', 'GlobalMaxPool'].map(
      (kind): [string, ResizeModule] => [
        `${kind}${rank}D`,
        { rank, positional: ['data_format', 'keepdims'], change: globalPool },
      ],
    ),
    ['Flatten', { rank, positional: ['start_dim', 'end_dim'], change: flatten }],
  ]),
);

export function isResizeModule(name: string): boolean {
  return resizeModules.has(name);
}

/** What pooling or flattening does to a size; undefined where its text does not tell. */
export function readResize(call: Call): Resize | undefined | Mistake {
  const module = resizeModules.get(call.name);
  if (!module) return undefined;
  const bound = bindArguments(withOldName(call), module.positional, [], []);
  if (isMistake(bound)) return bound;
  const change = module.change(bound, module.rank);
  if (isMistake(change)) return change;
  return change && { kind: 'resize', name: call.name, change };
}

/** PyTorch printed the kernel as `size=(3, 3)` up to version 0.3. */
function withOldName(call: Call): Call {
  if (!call.args.some(({ name }) => name === 'size')) return call;
  const args = call.args.map((argument) =>
    argument.name === 'size' ? { ...argument, name: 'kernel_size' } : argument,
  );
  return { ...call, args };
}

function pytorchPool(bound: BoundArguments, rank: number): Resize['change'] | Mistake | undefined {
  const kernel = sides(bound, 'kernel_size', rank, undefined);
  if (!kernel || isMistake(kernel)) return kernel;
  const stride = sides(bound, 'stride', rank, kernel);
  const padding = sides(bound, 'padding', rank, onEachAxis(0, rank));
  const dilation = sides(bound, 'dilation', rank, onEachAxis(1, rank));
  const ceilMode = bound.get('ceil_mode');
  const roundUp = ceilMode ? boolean('ceil_mode', ceilMode) : false;
  for (const part of [stride, padding, dilation, roundUp]) if (isMistake(part)) return part;
  if (!isSides(stride) || !isSides(padding) || !isSides(dilation)) return undefined;
  return { kernel, stride, padding, dilation, roundUp: roundUp === true };
}

function kerasPool(bound: BoundArguments, rank: number): Resize['change'] | Mistake | undefined {
  const kernel = sides(bound, 'pool_size', rank, onEachAxis(2, rank));
  if (!kernel || isMistake(kernel)) return kernel;
  const stride = sides(bound, 'strides', rank, kernel);
  if (!stride || isMistake(stride)) return stride;
  const said = bound.get('padding')?.value;
  const isSame = said?.kind === 'text' && said.text.toLowerCase() === 'same';
  const padding = isSame ? 'same' : onEachAxis(0, rank);
  return { kernel, stride, padding, dilation: onEachAxis(1, rank), roundUp: false };
}

function adaptivePool(bound: BoundArguments, rank: number): Resize['change'] | Mistake | undefined {
  const to = sides(bound, 'output_size', rank, undefined);
  return isMistake(to) ? to : to && { to };
}

function globalPool(bound: BoundArguments, rank: number): Resize['change'] | Mistake {
  const keepsAxes = bound.get('keepdims');
  const keeps = keepsAxes ? boolean('keepdims', keepsAxes) : false;
  return isMistake(keeps) ? keeps : { to: keeps ? onEachAxis(1, rank) : [] };
}

/** Flattening from another axis than the first keeps some of them: that is not followed. */
function flatten(bound: BoundArguments): Resize['change'] | undefined {
  const start = bound.get('start_dim')?.value;
  const end = bound.get('end_dim')?.value;
  const isWhole =
    (!start || (start.kind === 'integer' && start.value === 1)) && (!end || end.kind === 'other');
  return isWhole ? { to: [] } : undefined;
}

function sides(
  bound: BoundArguments,
  name: string,
  rank: number,
  absent: Sides | undefined,
): Sides | Mistake | undefined {
  const argument = bound.get(name);
  if (!argument || argument.value.kind === 'none') return absent;
  // (None, 7): one side stays as it is, which is not followed.
  if (argument.value.kind === 'list' && argument.value.items.some(({ kind }) => kind === 'none'))
    return undefined;
  const said = wholeNumbers(name, argument, entryOf(name === 'padding' ? 'padding' : 'input').range);
  if (isMistake(said)) return said;
  const [first = 1] = said;
  if (said.length === rank) return said;
  return said.length === 1 ? onEachAxis(first, rank) : undefined;
}

function isSides(value: Sides | Mistake | undefined): value is Sides {
  return Array.isArray(value);
}
