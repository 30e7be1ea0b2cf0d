import type { Convention } from '../conv/layer.ts';
import type { PriceCommand, Settings, Stack } from './command.ts';
import { note } from './draft.ts';
import { type Fact, type Facts, questionFacts } from './facts.ts';
import { nothingToPrice } from './mistakes.ts';
import type { NamedText } from './named.ts';
import { isMistake, type Mistake } from './problem.ts';
import { type ReadSegment, readSegment } from './read-segment.ts';
import { type ResolvedStack, resolveStack } from './resolve-stack.ts';
import type { Segment } from './segments.ts';
import { spellLayer, spellQuestion } from './spell.ts';

/** Makes a command of a question's segments. `aside` counts the lines of code that were not read. */
export function resolveQuestion(
  text: string,
  segments: readonly Segment[],
  aside: number,
  named: NamedText,
): PriceCommand | Mistake {
  const all: ReadSegment[] = [];
  const stacks: ReadSegment[][] = [];
  for (const segment of segments) {
    const read = readSegment(text, segment, all.length === 0 ? named : undefined);
    if (isMistake(read)) return read;
    all.push(read);
    if (segment.separator?.kind === 'plus') stacks.at(-1)?.push(read);
    else stacks.push([read]);
  }
  const facts = factsOfTheQuestion(all);
  if (isMistake(facts)) return facts;
  const settings = settingsOf(facts, all);
  const inputs = stacks.map(inputOf);
  const firstInput = inputs.find((input) => input !== undefined);
  const resolved: ResolvedStack[] = [];
  for (const stack of stacks) {
    const input = inputs[resolved.length] ?? firstInput;
    if (isMistake(input)) return input;
    const [first] = resolved;
    if (first) inheritLayer(stack, first.stack);
    const one = resolveStack(
      stack.map(({ item }) => item),
      input,
      settings.convention,
      aside > 0,
    );
    if (isMistake(one)) return one;
    if (one.stack.parts.length === 0)
      return nothingToPrice(one.unpriced, segments[0]?.at ?? [0, text.length]);
    resolved.push(one);
  }
  return commandOf(resolved, settings, notesOf(resolved, aside, settings, facts));
}

function commandOf(
  resolved: readonly ResolvedStack[],
  settings: Settings,
  assumptions: string[],
): PriceCommand | Mistake {
  const stacks = resolved.map(({ stack }) => withoutLastPooling(stack));
  const text = spellQuestion(stacks, settings);
  const [first] = resolved;
  if (!first || stacks.length > 1) return { kind: 'compare', stacks, settings, assumptions, text };
  const { isChain, unpriced } = first;
  const [stack = first.stack] = stacks;
  const [part] = stack.parts;
  const isWhole = stack.parts.every(({ spec }) => spec) && unpriced.length === 0;
  if (!isWhole || !isChain || stack.parts.length > mostRows) {
    return { kind: 'model', stack, unpriced, settings, assumptions, text };
  }
  if (part?.spec && stack.parts.length === 1) {
    return { kind: 'layer', stack, spec: part.spec, separable: part.separable, settings, assumptions, text };
  }
  return { kind: 'stack', stack, settings, assumptions, text };
}

/** One convolution that is only pooled afterwards is still one layer. */
function withoutLastPooling(stack: Stack): Stack {
  const [part, ...others] = stack.parts;
  const isOne = part?.spec && others.length > 0 && others.every(({ layers }) => layers[0]?.kind === 'resize');
  return isOne ? { ...stack, parts: [part], text: spellLayer(part.spec, part.separable) } : stack;
}

/** A stack with more layers is told as a model is: its largest rows. */
const mostRows = 16;

/** `7 512 512 vs dw`: a later side that says neither kernel nor channels takes the first one's. */
function inheritLayer(stack: readonly ReadSegment[], { parts: [part] }: Stack): void {
  const item = stack.length === 1 ? stack[0]?.item : undefined;
  if (item?.kind !== 'words' || !part?.spec) return;
  const { facts, bare, at } = item.draft;
  if (bare.length > 0 || facts.kernel || facts.in || facts.out) return;
  const { kernel, in: inChannels, out } = part.spec.convolution;
  const [side = 1] = kernel;
  facts.rank ??= { value: kernel.length, at };
  facts.kernel = { value: kernel.every((each) => each === side) ? [side] : kernel, at };
  facts.in = { value: inChannels, at };
  facts.out = { value: out, at };
}

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

/** The input of a stack, which may be said beside any of its layers. */
function inputOf(stack: readonly ReadSegment[]): Fact<'input'> | Mistake | undefined {
  const facts: Facts = {};
  for (const { facts: said } of stack) {
    const mistake = said.input && note(facts, 'input', said.input.value, said.input.at, said.input.from);
    if (mistake) return mistake;
  }
  return facts.input;
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
