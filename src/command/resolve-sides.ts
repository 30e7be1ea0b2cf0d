import type { Settings } from './command.ts';
import { type Draft, note } from './draft.ts';
import type { Fact, Facts } from './facts.ts';
import { isMistake, type Mistake } from './problem.ts';
import { type ResolvedStack, resolveStack } from './resolve-stack.ts';
import { type Base, baseOf, inheritSide, saysChannels } from './segments/inherit-side.ts';
import type { ReadSegment } from './segments/read-segment.ts';

/** Resolves each side: the first as it is, the others from what it has. */
export function resolveSides(
  stacks: readonly (readonly ReadSegment[])[],
  settings: Settings,
  connects: boolean,
): ResolvedStack[] | Mistake {
  const resolve = (stack: readonly ReadSegment[], input: Fact<'input'> | undefined) => {
    movePicture(stack);
    return resolveStack(
      stack.map(({ item }) => item),
      input,
      settings.convention,
      connects,
    );
  };
  const inputs: (Fact<'input'> | undefined)[] = [];
  for (const stack of stacks) {
    const input = inputOf(stack);
    if (isMistake(input)) return input;
    inputs.push(input);
  }
  const firstInput = inputs.find((input) => input !== undefined);
  const inputAt = (index: number) => withoutNone(inputs[index] ?? firstInput);
  // "3x3 vs 5x5 64 128": what the first side leaves open, a later one says.
  const base = baseIndex(stacks);
  const order = [base, ...stacks.keys()].filter((index, place) => place === 0 || index !== base);
  const resolved: ResolvedStack[] = [];
  let given: Base | undefined;
  let baseInput: Fact<'input'> | undefined;
  for (const index of order) {
    const stack = stacks[index] ?? [];
    const drafts = draftsOf(stack);
    if (given && drafts) inheritSide(drafts, given);
    if (index < base) drafts?.[0]?.guesses.push({ sentence: sideTaken });
    const one = resolve(stack, inputs[index] ? inputAt(index) : (baseInput ?? inputAt(index)));
    if (isMistake(one)) return one;
    resolved[index] = one;
    if (index === base && order.length > 1) {
      given = baseOf(one.stack.parts);
      const { input, inputAt: at } = one.stack;
      baseInput = input && at ? { value: input, at } : undefined;
    }
  }
  return resolved;
}

/** Where all of it is words. */
function draftsOf(stack: readonly ReadSegment[]): Draft[] | undefined {
  const drafts: Draft[] = [];
  for (const { item } of stack) {
    if (item.kind !== 'words') return undefined;
    drafts.push(item.draft);
  }
  return drafts;
}

const sideTaken = 'What the first side leaves open is taken from the one that says channels.';

/** The side that the others are derived from: the first, unless it alone says no channels. */
function baseIndex(stacks: readonly (readonly ReadSegment[])[]): number {
  const says = stacks.map(
    ([first, ...others]) =>
      others.length > 0 || first?.item.kind !== 'words' || saysChannels(first.item.draft),
  );
  return says[0] ? 0 : Math.max(says.indexOf(true), 0);
}

/** The input of a stack, which may be said beside any of its layers. */
function inputOf(stack: readonly ReadSegment[]): Fact<'input'> | Mistake | undefined {
  const facts: Facts = {};
  for (const { facts: said } of stack) {
    const mistake = said.input && note(facts, 'input', said.input.value, said.input.at, said.input.from);
    if (mistake) return mistake;
  }
  return facts.input;
}

/** A picture is what the first layer of a stack sees, wherever it was named. */
function movePicture(stack: readonly ReadSegment[]): void {
  let first: Draft | undefined;
  let picture: Draft['picture'];
  for (const { item } of stack) {
    if (item.kind !== 'words') continue;
    first ??= item.draft;
    if (picture?.channels === undefined)
      picture =
        item.draft.picture?.channels === undefined ? (picture ?? item.draft.picture) : item.draft.picture;
    item.draft.picture = undefined;
  }
  if (first) first.picture = picture;
}

/** `noinput` has no side. */
function withoutNone(input: Fact<'input'> | undefined): Fact<'input'> | undefined {
  return input && input.value.length > 0 ? input : undefined;
}
