import { notConnected, type StackProgress, type Tensor } from '../stack-progress.ts';
import type { Call, Value } from './call.ts';
import { type Merge, mergeOf } from './merges.ts';

/** What a call is applied to, by the names of its tensors; `undefined` for what has no name. */
export type Taken = {
  readonly tensors: readonly (string | undefined)[];
  readonly merge?: Merge;
  /** The axis that tensors are joined along, where it is said; NaN where that is not a number. */
  readonly axis?: number;
};

/** The tensors that a call is applied to; undefined where it is not applied. */
export function takenBy(call: Call): Taken | undefined {
  const merge = mergeOf(call);
  if (merge) {
    const tensors = merge.tensors.map(nameOf);
    return { tensors, merge: merge.how, ...(merge.axis ? { axis: axisOf(merge.axis) } : {}) };
  }
  const [first] = call.applied ?? [];
  return first && { tensors: [nameOf(first.value)] };
}

/** The result of a call is a tensor under its place as well, so that what it stands inside of can take it. */
export function placeOf(call: Call): string {
  return `@${call.at[0]}`;
}

function nameOf(value: Value): string | undefined {
  if (value.kind === 'text') return value.text;
  return value.kind === 'other' && value.call ? placeOf(value.call) : undefined;
}

function axisOf(value: Value): number {
  if (value.kind === 'integer') return value.value;
  return value.kind === 'other' && value.text === '- 1' ? -1 : Number.NaN;
}

/** Goes on from the tensors that a layer is applied to. */
export function takeTensors(progress: StackProgress, { tensors, merge, axis }: Taken): void {
  const [name] = tensors;
  const found = tensors.map((each) => tensorNamed(progress, each));
  const [only] = found;
  if (!only) return;
  progress.unknownTensor = undefined;
  if (!merge) {
    if (only !== progress.tensor) progress.brokenBy ??= branches;
    if (only.channels === undefined) progress.unknownTensor = isPlace(name) ? 'its input' : name;
    continueFrom(progress, only);
    return;
  }
  progress.brokenBy ??= branches;
  const merged = merge === 'same' ? sameOf(found) : joined(found, axis);
  if (merged.channels === undefined) progress.unknownTensor = 'its input';
  continueFrom(progress, merged);
}

const branches = 'the layers branch, and sizes are followed along one line of layers only';

function isPlace(name: string | undefined): boolean {
  return name === undefined || name.startsWith('@');
}

/** The first tensor that is not made in the code is the question's input. */
function tensorNamed(progress: StackProgress, name: string | undefined): Tensor {
  const known = name === undefined ? undefined : progress.tensors.get(name);
  if (known) return known;
  if (name === undefined || progress.tensors.size > 0) return unknown;
  const input = snapshot(progress);
  progress.tensors.set(name, input);
  progress.tensor = input;
  return input;
}

const unknown: Tensor = { channels: undefined, size: undefined, isFlat: false };

function snapshot({ channels, size, isFlat }: StackProgress): Tensor {
  return { channels, size, isFlat };
}

function continueFrom(progress: StackProgress, { channels, size, isFlat }: Tensor): void {
  progress.channels = channels;
  progress.size = size;
  progress.isFlat = isFlat;
  progress.features = undefined;
  progress.tensor = undefined;
}

/** Names what the last layer gives. */
export function giveTensor(progress: StackProgress, names: readonly string[]): void {
  const tensor = snapshot(progress);
  for (const name of names) progress.tensors.set(name, tensor);
  progress.tensor = tensor;
}

/** A line that was not read made a tensor, or the parameter of a function has its name. */
export function loseTensor(progress: StackProgress, name: string): void {
  progress.tensors.set(name, unknown);
  progress.tensor = undefined;
  progress.brokenBy ??= notConnected('this code');
}

/** Adding up and the like: all have the same shape. */
function sameOf([first = unknown, ...others]: readonly Tensor[]): Tensor {
  const isSame = others.every(({ channels }) => channels === first.channels);
  const isOneSize = others.every(
    ({ size, isFlat }) => isFlat === first.isFlat && equalSizes(size, first.size),
  );
  return {
    channels: isSame ? first.channels : undefined,
    size: isOneSize ? first.size : undefined,
    isFlat: first.isFlat,
  };
}

/** The channels of tensors that are joined along them, which is Keras' default. */
function joined(tensors: readonly Tensor[], axis = -1): Tensor {
  const { size, isFlat } = sameOf(tensors);
  if (axis !== -1 && axis !== (size?.length ?? Number.NaN) + 1) return unknown;
  let sum: number | undefined = 0;
  for (const { channels } of tensors)
    sum = sum === undefined || channels === undefined ? undefined : sum + channels;
  return { channels: sum, size, isFlat };
}

function equalSizes(a: Tensor['size'], b: Tensor['size']): boolean {
  return a?.join() === b?.join();
}
