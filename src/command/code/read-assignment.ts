import { isMistake, type Span } from '../problem.ts';
import type { Argument, Call } from './call.ts';
import type { CodeToken } from './code-tokens.ts';
import { keepsTensor, mergeOf } from './merges.ts';
import { isCallAt, parseCall } from './parse-calls.ts';

/** What a line that was not read calls its tensor: nothing is known about it. */
export const lostTensor = '=';

/**
 * A line without a layer, where it gives a name to a tensor: as calls that tell what the tensor is then.
 * `x = a + b` and `x = layers.add([a, b])` merge, `y = x` and `x = tf.nn.relu(x)` keep, anything else loses it; so
 * does a function with the parameters that it has.
 */
export function readAssignment(tokens: readonly CodeToken[]): Call[] {
  const [first, second] = tokens;
  if (!first || !second) return [];
  if (first.text === 'def')
    return namesIn(tokens.slice(2)).map((name) => callOf(lostTensor, name, spanOf(tokens), []));
  const sign = tokens.findIndex(({ text }) => text === '=' || text === '(');
  if (tokens[sign]?.text !== '=') return [];
  const targets = namesIn(tokens.slice(0, sign));
  const value = tokens.slice(sign + 1);
  const [target, ...others] = targets;
  if (!target || value.length === 0 || value[0]?.text === '=') return [];
  const isPlain = others.length === 0 && sign === 1;
  const read = isPlain ? readValue(target, value) : undefined;
  if (read) return [read];
  return targets.map((name) => callOf(lostTensor, name, isPlain ? spanOf(value) : spanOf(tokens), []));
}

function readValue(key: string, tokens: readonly CodeToken[]): Call | undefined {
  const at = spanOf(tokens);
  const names = tokens.filter((_, index) => index % 2 === 0);
  const isSum = tokens.every(({ kind, text }, index) => (index % 2 === 0 ? kind === 'name' : text === '+'));
  if (isSum && tokens.length % 2 === 1) {
    const items = names.map(({ text }) => ({ kind: 'text', text }) as const);
    return items.length === 1
      ? callOf(
          'Identity',
          key,
          at,
          items.map((value) => ({ value, at })),
        )
      : callOf('Add', key, at, [{ value: { kind: 'list', items }, at }]);
  }
  if (!isCallAt(tokens, 0)) return undefined;
  const parsed = parseCall(tokens, 0, at[1]);
  if (isMistake(parsed) || parsed.next !== tokens.length) return undefined;
  const { call } = parsed;
  if (mergeOf(call)) return { ...call, key };
  const [first] = call.args;
  return keepsTensor(call.name) && first ? callOf('Identity', key, at, [first]) : undefined;
}

function callOf(name: string, key: string, at: Span, applied: readonly Argument[]): Call {
  return {
    name,
    owner: '',
    nameAt: at,
    at,
    args: [],
    children: [],
    key,
    times: 1,
    ...(applied.length > 0 ? { applied } : {}),
  };
}

function namesIn(tokens: readonly CodeToken[]): string[] {
  return tokens.filter(({ kind, text }) => kind === 'name' && !text.includes('.')).map(({ text }) => text);
}

function spanOf(tokens: readonly CodeToken[]): Span {
  return [tokens[0]?.at[0] ?? 0, tokens.at(-1)?.at[1] ?? 0];
}
