import type { Sides } from '../../conv/layer.ts';
import type { Argument, Call, Value } from './call.ts';

/** The shape of an input that code says, as it stands there; a number that is not plain is undefined. */
export type CodeInput = {
  readonly items: readonly (number | undefined)[];
  /** Whether the first number is the batch; undefined where only the number of dimensions tells. */
  readonly hasBatch: true | undefined;
  readonly order: 'first' | 'last';
};

const makers: ReadonlySet<string> = new Set(['randn', 'rand', 'zeros', 'ones', 'empty']);

/** `torch.randn(1, 3, 32, 32)`, `torch.zeros((1, 3, 32, 32))`: a tensor made to try a model. */
export function isMadeTensor({ name, owner }: Call): boolean {
  return owner === 'torch' && makers.has(name);
}

/** `summary(net, (3, 32, 32))` of torchsummary and torchinfo, and Keras' `model.build((None, 32, 32, 3))`. */
export function isShapeCall(call: Call): boolean {
  return (
    (call.name === 'summary' || (call.name === 'build' && call.owner !== '')) && shapeOf(call) !== undefined
  );
}

/** The input that such a call says. */
export function inputOfCode(call: Call): CodeInput | undefined {
  if (isMadeTensor(call)) {
    const places = call.args.filter(({ name }) => name === undefined).map(({ value }) => value);
    const [first] = call.args.filter(({ name }) => name === undefined || name === 'size');
    const items = first?.value.kind === 'list' ? first.value.items : places;
    return { items: items.map(numberOf), hasBatch: true, order: 'first' };
  }
  const shape = isShapeCall(call) ? shapeOf(call) : undefined;
  if (!shape) return undefined;
  const isKeras = call.name === 'build';
  return {
    items: shape.map(numberOf),
    hasBatch: isKeras ? true : undefined,
    order: isKeras ? 'last' : 'first',
  };
}

/** Channels and sides of an input for a convolution of so many dimensions, where it has them. */
export function shapeForRank(
  { items, hasBatch, order }: CodeInput,
  rank: number,
): { size: Sides; channels: number } | undefined {
  // torchsummary's shapes have no batch, torchinfo's have one.
  const shape = items.length === rank + 2 ? items.slice(1) : items;
  if (shape.length !== rank + 1 || (hasBatch && items.length !== rank + 2)) return undefined;
  const numbers = shape.filter((item) => item !== undefined && item > 0);
  const channels = order === 'first' ? numbers[0] : numbers.at(-1);
  if (numbers.length !== shape.length || channels === undefined) return undefined;
  const sides = order === 'first' ? numbers.slice(1) : numbers.slice(0, -1);
  return { size: sides.flatMap((side) => side ?? []), channels };
}

function numberOf(value: Value): number | undefined {
  return value.kind === 'integer' ? value.value : undefined;
}

/** The items of the tuple that says a shape, or of the one tuple in a list. */
function shapeOf({ name, args }: Call): readonly Value[] | undefined {
  const named = args.find((argument) => argument.name === 'input_size' || argument.name === 'input_shape');
  const place = name === 'build' ? 0 : 1;
  const value = (named ?? unnamed(args[place]))?.value;
  if (value?.kind !== 'list') return undefined;
  const [only] = value.items;
  return value.items.length === 1 && only?.kind === 'list' ? only.items : value.items;
}

function unnamed(argument: Argument | undefined): Argument | undefined {
  return argument?.name === undefined ? argument : undefined;
}
