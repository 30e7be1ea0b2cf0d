import { catalogue, entryOf } from '../catalogue.ts';
import type { Call } from '../code/call.ts';
import { inputOfCode } from '../code/code-input.ts';
import { type CodeItem, codeItems } from '../code/code-items.ts';
import { emptyDraft, note } from '../draft.ts';
import { type Facts, questionFacts, wholeFact } from '../facts.ts';
import { misplacedWord, tooManyNumbers } from '../mistakes.ts';
import { type NamedText, noteNamed } from '../named.ts';
import { isMistake, type Mistake } from '../problem.ts';
import { readWords } from '../words/read-words.ts';
import type { Segment } from './segments.ts';
import type { StackItem } from './stack-item.ts';

/** What a segment describes, and all that its words say. */
export type ReadSegment = { readonly item: StackItem; readonly facts: Facts };

/** Reads the words and the code between two separators. `named` are the values of a form, for the first layer. */
export function readSegment(
  text: string,
  segment: Segment,
  named: NamedText | undefined,
): ReadSegment | Mistake {
  if (segment.calls.length === 0) {
    const draft = emptyDraft(text, segment.at, 'language', segment.separator?.kind);
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
  // What a sample says of the input stands behind the layers, in words.
  const source = segment.calls
    .filter((call) => !inputOfCode(call))
    .map((call) => sourceOf(text, call))
    .join('\n');
  const isSequence = isOneSequence(segment.calls);
  const item = { kind: 'code', items, at: segment.at, source, isSequence } as const;
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

/** Whether all modules are those of one Sequential, beside which at most its input is said. */
function isOneSequence(calls: readonly Call[]): boolean {
  const [only, ...others] = calls.filter((call) => !inputOfCode(call));
  return only?.name === 'Sequential' && only.times === 1 && others.length === 0;
}

/** Items that have no parameters, and those that only tell what is connected to what. */
const silent: ReadonlySet<CodeItem['kind']> = new Set([
  'parameterless',
  'resize',
  'sample',
  'take',
  'give',
  'lose',
]);

/** The one convolution of code that describes nothing else with parameters: words beside it describe it too. */
function onlyConvolution(items: readonly CodeItem[]) {
  const [first, ...others] = items.filter(({ kind }) => !silent.has(kind));
  return first?.kind === 'convolution' && others.length === 0 ? first : undefined;
}

function mergeIntoLayer(items: readonly CodeItem[], facts: Facts): Mistake | undefined {
  const layer = onlyConvolution(items);
  if (!layer) return undefined;
  for (const { fact: name } of catalogue) {
    const fact = facts[name];
    if (!fact || questionFacts.includes(name)) continue;
    const mistake = note(layer.draft.facts, name, fact.value, fact.at, fact.from);
    if (mistake) return { ...mistake, fix: { at: wholeFact(fact), text: '' } };
  }
  return undefined;
}

function wordsForCode(facts: Facts): Mistake | undefined {
  for (const { fact } of catalogue) {
    const said = facts[fact];
    if (said && fact !== 'in' && !questionFacts.includes(fact))
      return misplacedWord(entryOf(fact), wholeFact(said));
  }
  return undefined;
}
