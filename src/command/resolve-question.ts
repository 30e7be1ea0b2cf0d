import type { Convention } from '../conv/layer.ts';
import { applyFix } from './apply-fix.ts';
import type { CodeReading } from './code/read-code.ts';
import type { Guess, PriceCommand, Settings, Stack } from './command.ts';
import { note } from './draft.ts';
import { type Facts, questionFacts, wholeFact } from './facts.ts';
import { nothingToPrice } from './mistakes.ts';
import type { NamedText } from './named.ts';
import { isMistake, type Mistake } from './problem.ts';
import { resolveSides } from './resolve-sides.ts';
import type { ResolvedStack } from './resolve-stack.ts';
import { type ReadSegment, readSegment } from './segments/read-segment.ts';
import type { Segment } from './segments/segments.ts';
import { spellLayer, spellQuestion } from './spell.ts';
import { settleLoneNumber } from './words/settle-lone-number.ts';

/** Makes a command of a question's segments, and of what its lines without a layer mean for them. */
export function resolveQuestion(
  text: string,
  segments: readonly Segment[],
  { aside, connects }: Pick<CodeReading, 'aside' | 'connects'>,
  named: NamedText,
): PriceCommand | Mistake {
  const stacks = readStacks(text, segments, named);
  if (isMistake(stacks)) return stacks;
  const alone = settleLoneNumbers(stacks);
  if (alone) return alone;
  const [only = [], ...others] = stacks;
  const all = others.length > 0 ? stacks.flat() : only;
  const facts = factsOfTheQuestion(all);
  if (isMistake(facts)) return facts;
  const settings = settingsOf(facts, all);
  const resolved = resolveSides(stacks, settings, connects);
  if (isMistake(resolved)) return resolved;
  const unpriced = resolved.find(({ stack }) => stack.parts.length === 0)?.unpriced;
  if (unpriced) return nothingToPrice(unpriced, segments[0]?.at ?? [0, text.length]);
  return commandOf(resolved, settings, guessesOf(resolved, text), notesOf(resolved, aside, settings, facts));
}

/** The segments by the stacks that they are layers of. */
function readStacks(text: string, segments: readonly Segment[], named: NamedText): ReadSegment[][] | Mistake {
  const stacks: ReadSegment[][] = [];
  for (const segment of segments) {
    const read = readSegment(text, segment, stacks.length === 0 ? named : undefined);
    if (isMistake(read)) return read;
    const stack = stacks.at(-1);
    if (segment.separator?.kind === 'stack' && stack) stack.push(read);
    else stacks.push([read]);
  }
  spreadBias(stacks);
  return stacks;
}

function settleLoneNumbers(stacks: readonly (readonly ReadSegment[])[]): Mistake | undefined {
  for (const [index, stack] of stacks.entries()) {
    const [only, ...others] = stack;
    const before = stacks[index - 1]?.at(-1)?.item;
    if (only?.item.kind !== 'words' || others.length > 0 || before?.kind !== 'words') continue;
    const mistake = settleLoneNumber(only.item.draft, before.draft.lastNamed);
    if (mistake) return mistake;
  }
  return undefined;
}

/** In a stack, a word about the bias behind one of the whole line is the whole line's too. */
function spreadBias(stacks: readonly (readonly ReadSegment[])[]): void {
  const [all = [], ...others] = stacks;
  const last = all.at(-1);
  const bias = last?.facts.bias;
  if (!last || !bias || all.length < 2 || others.length > 0) return;
  const isBehind = questionFacts.some((name) => {
    const fact = last.facts[name];
    return fact && wholeFact(fact)[1] <= wholeFact(bias)[0];
  });
  if (!isBehind) return;
  for (const { item } of all) {
    if (item.kind === 'words') item.draft.facts.bias ??= { value: bias.value, at: item.draft.at };
  }
}

function commandOf(
  resolved: readonly ResolvedStack[],
  settings: Settings,
  guesses: readonly Guess[],
  assumptions: string[],
): PriceCommand | Mistake {
  const stacks = resolved.map(({ stack }) => withoutLastPooling(stack));
  const text = spellQuestion(stacks, settings);
  const [first] = resolved;
  if (!first || stacks.length > 1) return { kind: 'compare', stacks, settings, guesses, assumptions, text };
  const { isChain, unpriced } = first;
  const [stack = first.stack] = stacks;
  const [part] = stack.parts;
  const isWhole = stack.parts.every(({ spec }) => spec) && unpriced.length === 0;
  if (!isWhole || !isChain || stack.parts.length > mostRows) {
    return { kind: 'model', stack, unpriced, settings, guesses, assumptions, text };
  }
  if (part?.spec && stack.parts.length === 1) {
    return {
      kind: 'layer',
      stack,
      spec: part.spec,
      separable: part.separable,
      settings,
      guesses,
      assumptions,
      text,
    };
  }
  return { kind: 'stack', stack, settings, guesses, assumptions, text };
}

/** One convolution that is only pooled afterwards is still one layer. */
function withoutLastPooling(stack: Stack): Stack {
  const [part, ...others] = stack.parts;
  const isOne = part?.spec && others.length > 0 && others.every(({ layers }) => layers[0]?.kind === 'resize');
  return isOne ? { ...stack, parts: [part], text: spellLayer(part.spec, part.separable) } : stack;
}

/** A stack with more layers is told as a model is: its largest rows. */
const mostRows = 16;

/** The facts about the whole question, which may be said beside any of its layers. */
function factsOfTheQuestion(segments: readonly ReadSegment[]): Facts | Mistake {
  const facts: Facts = {};
  for (const segment of segments) {
    for (const name of questionFacts) {
      const fact = segment.facts[name];
      const mistake = fact && name !== 'input' && note(facts, name, fact.value, fact.at, fact.from);
      if (mistake) return mistake;
    }
  }
  return facts;
}

function settingsOf(facts: Facts, segments: readonly ReadSegment[]): Settings {
  return {
    batch: facts.batch?.value ?? 1,
    elementType: facts.elementType?.value ?? 'fp32',
    showBytes: facts.elementType !== undefined,
    convention: facts.convention?.value ?? conventionOfCode(segments) ?? 'pytorch',
    unit: facts.unit?.value ?? 'macs',
    share: facts.share !== undefined,
  };
}

/** Pasted code speaks for its framework, unless a word says otherwise. */
function conventionOfCode(segments: readonly ReadSegment[]): Convention | undefined {
  for (const { item } of segments) {
    const convolution =
      item.kind === 'code' ? item.items.find(({ kind }) => kind === 'convolution') : undefined;
    if (convolution?.kind === 'convolution')
      return convolution.draft.defaults === 'keras' ? 'keras' : 'pytorch';
  }
  return undefined;
}

/** Each guess once; the other reading as the whole question that asks it. */
function guessesOf(resolved: readonly ResolvedStack[], text: string): Guess[] {
  const guesses = new Map<string, Guess>();
  for (const stack of resolved) {
    for (const { sentence, other } of stack.guesses) {
      const command = other && applyFix(text, other);
      guesses.set(sentence, command ? { sentence, other: command } : { sentence });
    }
  }
  return [...guesses.values()];
}

function notesOf(
  resolved: readonly ResolvedStack[],
  aside: number,
  { batch }: Settings,
  facts: Facts,
): string[] {
  const notes: string[] = [];
  for (const { assumptions } of resolved) {
    for (const assumption of assumptions) if (!notes.includes(assumption)) notes.push(assumption);
  }
  if (aside > 0) notes.push(`${aside} ${aside === 1 ? 'line' : 'lines'} of code without a layer left aside.`);
  const hasInput = resolved.some(({ stack }) => stack.input);
  if (!hasInput && facts.batch && batch > 1)
    notes.push('Batch size: it counts for operations only, and they need an input size such as @56.');
  if (!hasInput && facts.unit) notes.push('Operations are shown once there is an input size, such as @56.');
  return notes;
}
