import type { Mistake, Span } from '../problem.ts';
import type { Argument, Call, Value } from './call.ts';
import {
  channelsFirst,
  missingArgument,
  repeatedArgument,
  tooManyArguments,
  unknownArgument,
} from './code-mistakes.ts';
import { argumentsWithoutEffect } from './modules.ts';

export type Bound = { readonly value: Value; readonly at: Span };

/** A call's arguments by name, without those that have no effect on counts. */
export type BoundArguments = ReadonlyMap<string, Bound>;

/**
 * Binds arguments as Python does: by place, then by name. `named` are those that can be given by name only.
 * `required` ones must be there.
 */
export function bindArguments(
  call: Call,
  positional: readonly string[],
  named: readonly string[],
  required: readonly string[],
): BoundArguments | Mistake {
  const bound = new Map<string, Bound>();
  for (const [index, argument] of call.args.entries()) {
    const name = argument.name ?? positional[index];
    if (name === undefined) return tooManyArguments(call.name, positional.length, argument.at);
    const mistake = bind(call, bound, name, argument, positional, named);
    if (mistake) return mistake;
  }
  const missing = required.find((name) => !bound.has(name));
  return missing ? missingArgument(call.name, missing, call.nameAt) : bound;
}

function bind(
  call: Call,
  bound: Map<string, Bound>,
  name: string,
  { value, at }: Argument,
  positional: readonly string[],
  named: readonly string[],
): Mistake | undefined {
  // The name of an argument that has one stands before its value.
  const nameAt: Span = [at[0] - name.length - 1, at[1]];
  if (bound.has(name)) return repeatedArgument(name, at);
  if (name === 'data_format' && value.kind === 'text' && value.text === 'channels_first')
    return channelsFirst(at);
  if (positional.includes(name) || named.includes(name)) bound.set(name, { value, at });
  else if (!argumentsWithoutEffect.has(name)) {
    return unknownArgument(call.name, name, [...positional, ...named], nameAt);
  }
  return undefined;
}
