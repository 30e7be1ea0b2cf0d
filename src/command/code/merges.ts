import type { Call, Value } from './call.ts';

/** Several tensors made one: their channels stay, where they are the same, or add up. */
export type Merge = 'same' | 'sum';

/** Keras' merging layers, as classes and as functions. */
const merges: Readonly<Record<string, Merge>> = {
  Add: 'same',
  Average: 'same',
  Maximum: 'same',
  Minimum: 'same',
  Multiply: 'same',
  Subtract: 'same',
  Concatenate: 'sum',
  add: 'same',
  average: 'same',
  maximum: 'same',
  minimum: 'same',
  multiply: 'same',
  subtract: 'same',
  concatenate: 'sum',
  concat: 'sum',
};

/** What a call merges: `Add()([a, b])`, `layers.add([a, b])`. Undefined for other calls. */
export function mergeOf(
  call: Call,
): { how: Merge; tensors: readonly Value[]; axis: Value | undefined } | undefined {
  const how = Object.hasOwn(merges, call.name) ? merges[call.name] : undefined;
  const isClass = /^[A-Z]/.test(call.name);
  const list = (isClass ? call.applied : call.args)?.[0]?.value;
  if (!how || list?.kind !== 'list') return undefined;
  const named = call.args.find(({ name }) => name === 'axis')?.value;
  return { how, tensors: list.items, axis: named ?? call.args[isClass ? 0 : 1]?.value };
}

/** Functions of one tensor that keep its size and channels. */
const keeping: ReadonlySet<string> = new Set(
  'relu relu6 leaky_relu elu selu celu gelu silu swish mish sigmoid tanh softplus softmax dropout identity'.split(
    ' ',
  ),
);

export function keepsTensor(name: string): boolean {
  return keeping.has(name);
}
