import type { Convention } from '../conv/layer.ts';
import { catalogue, entryOf } from './catalogue.ts';
import type { Call } from './code/call.ts';
import { type CodeItem, codeItems } from './code/code-items.ts';
import type { PriceCommand, Settings, Stack } from './command.ts';
import { emptyDraft, note } from './draft.ts';
import { type Fact, type FactName, type Facts, isAboutTheQuestion, wholeFact } from './facts.ts';
import { misplacedWord, nothingToPrice, tooManyNumbers } from './mistakes.ts';
import { type NamedText, noteNamed } from './named.ts';
import { isMistake, type Mistake } from './problem.ts';
import { readWords } from './read-words.ts';
import { type ResolvedStack, resolveStack, type StackItem } from './resolve-stack.ts';
import type { Segment } from './segments.ts';
import { spellQuestion } from './spell.ts';

type ReadSegment = { readonly item: StackItem; readonly facts: Facts };

/** Makes a command of a question's segments. `aside` counts the lines of code that were not read. */
export function resolveQuestion(
  text: string,
  segments: readonly Segment[],
  aside: number,
  named: NamedText,
): PriceCommand | Mistake {
  const stacks: ReadSegment[][] = [];
  for (const [index, segment] of segments.entries()) {
    const read = readSegment(text, segment, index === 0 ? named : undefined);
    if (isMistake(read)) return read;
    if (index === 0 || segment.separator?.kind !== 'plus') stacks.push([read]);
    else stacks.at(-1)?.push(read);
  }
  const facts = factsOfTheQuestion(stacks.flat());
  if (isMistake(facts)) return facts;
  const settings = settingsOf(facts, stacks.flat());
  const inputs = stacks.map(inputOf);
  const firstInput = inputs.find((input) => input !== undefined);
  const resolved: ResolvedStack[] = [];
  for (const [index, stack] of stacks.entries()) {
    const input = inputs[index] ?? firstInput;
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
  const stacks = resolved.map(({ stack }) => stack);
  const common = { settings, assumptions, text: spellQuestion(stacks, settings) };
  const [first] = resolved;
  if (!first || stacks.length > 1) return { kind: 'compare', stacks, ...common };
  const { stack, isChain, unpriced } = first;
  const [part] = stack.parts;
  const isWhole = stack.parts.every(({ spec }) => spec) && unpriced.length === 0;
  if (!isWhole || !isChain || stack.parts.length > mostRows) {
    return { kind: 'model', stack, unpriced, ...common };
  }
  if (part?.spec && stack.parts.length === 1 && !part.separable) {
    return { kind: 'layer', stack, spec: part.spec, ...common };
  }
  return { kind: 'stack', stack, ...common };
}

/** A stack with more layers is told as a model is: its largest rows. */
const mostRows = 16;

function readSegment(text: string, segment: Segment, named: NamedText | undefined): ReadSegment | Mistake {
  if (segment.calls.length === 0) {
    const draft = emptyDraft(text, segment.at);
    const mistake = readWords(segment.tokens, draft) ?? (named && noteNamed(draft.facts, named));
    if (mistake) return mistake;
    return { item: { kind: 'words', draft, source: text.slice(...segment.at) }, facts: draft.facts };
  }
  const items = codeItems(segment.calls);
  if (isMistake(items)) return items;
  const words = emptyDraft(text, segment.at);
  const mistake = readWords(segment.tokens, words) ?? (named && noteNamed(words.facts, named));
  if (mistake) return mistake;
  if (words.bare.length > 0) return tooManyNumbers(words, 0);
  const source = segment.calls.map((call) => sourceOf(text, call)).join('\n');
  const item = { kind: 'code', items, at: segment.at, source } as const;
  const facts = { ...words.facts };
  const merged = onlyConvolution(items) ? mergeIntoLayer(items, facts) : wordsForCode(facts);
  if (isMistake(merged)) return merged;
  const { in: channels } = facts;
  if (!channels || onlyConvolution(items)) return { item, facts };
  return { item: { ...item, channels: channels.value, source: `${source} in=${channels.value}` }, facts };
}

/** The code of a call with the name that it goes by, so that asking it again gives the same rows. */
function sourceOf(text: string, { key, times, at }: Call): string {
  const code = text.slice(...at);
  if (times > 1) return `(${key ?? '0'}): ${times} x ${code}`;
  return key ? `${key} = ${code}` : code;
}

/** The one convolution of code that describes nothing else with parameters: words beside it describe it too. */
function onlyConvolution(items: readonly CodeItem[]) {
  const [first, ...others] = items.filter(({ kind }) => kind !== 'parameterless');
  return first?.kind === 'convolution' && others.length === 0 ? first : undefined;
}

function mergeIntoLayer(items: readonly CodeItem[], facts: Facts): Mistake | undefined {
  const layer = onlyConvolution(items);
  if (!layer) return undefined;
  for (const name of Object.keys(facts) as FactName[]) {
    // Facts has no other keys
    const fact = facts[name];
    const mistake = fact && !isAboutTheQuestion(name) && note(layer.draft.facts, name, fact.value, fact.at);
    if (mistake && fact) return { ...mistake, fix: { at: wholeFact(fact), text: '' } };
  }
  return undefined;
}

function wordsForCode(facts: Facts): Mistake | undefined {
  for (const { fact } of catalogue) {
    const said = facts[fact];
    if (said && fact !== 'in' && !isAboutTheQuestion(fact)) return misplacedWord(entryOf(fact), said.at);
  }
  return undefined;
}

/** `7 512 512 vs dw`: a later side that says neither kernel nor channels takes the first one's. */
function inheritLayer(stack: readonly ReadSegment[], { parts: [part] }: Stack): void {
  const item = stack.length === 1 ? stack[0]?.item : undefined;
  if (item?.kind !== 'words' || !part?.spec) return;
  const { facts, bare, at } = item.draft;
  if (bare.length > 0 || facts.kernel || facts.in || facts.out) return;
  const { kernel, in: inChannels, out } = part.spec.convolution;
  facts.kernel = { value: kernel, at };
  facts.in = { value: inChannels, at };
  facts.out = { value: out, at };
}

/** The facts about the whole question, which may be said beside any of its layers. */
function factsOfTheQuestion(segments: readonly ReadSegment[]): Facts | Mistake {
  const facts: Facts = {};
  for (const segment of segments) {
    for (const name of Object.keys(segment.facts) as FactName[]) {
      // Facts has no other keys
      const fact = segment.facts[name];
      if (!fact || name === 'input' || !isAboutTheQuestion(name)) continue;
      const mistake = note(facts, name, fact.value, fact.at);
      if (mistake) return mistake;
    }
  }
  return facts;
}

/** The input of a stack, which may be said beside any of its layers. */
function inputOf(stack: readonly ReadSegment[]): Fact<'input'> | Mistake | undefined {
  const facts: Facts = {};
  for (const { facts: said } of stack) {
    const mistake = said.input && note(facts, 'input', said.input.value, said.input.at);
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
  const notes = [...new Set(resolved.flatMap(({ assumptions }) => assumptions))];
  if (aside > 0) notes.push(`${aside} ${aside === 1 ? 'line' : 'lines'} of code without a layer left aside.`);
  const hasInput = resolved.some(({ stack }) => stack.input);
  if (!hasInput && facts.batch && batch > 1)
    notes.push('Batch size: it counts for operations only, and they need an input size such as @56.');
  if (!hasInput && facts.unit) notes.push('Operations are shown once there is an input size, such as @56.');
  return notes;
}
