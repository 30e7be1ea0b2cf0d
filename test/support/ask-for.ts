import { ask } from '../../src/ask.ts';
import type { Named } from '../../src/command/named.ts';
import type { Question } from '../../src/command/parse.ts';
import type { Numbers } from '../../src/numbers.ts';

type Priced = Extract<Numbers, { kind: 'answer' }>;
type Meaning = Omit<Priced, 'assumptions' | 'layers'> & { readonly layers: readonly object[] };
type Problem = Extract<Numbers, { kind: 'problem' }>['problem'];

/** The numbers of a question that has some; a mistake fails the test that did not expect one. */
export function numbersFor(question: string | Question): Priced {
  const { numbers } = ask(question);
  if (numbers.kind === 'answer') return numbers;
  const what = numbers.kind === 'problem' ? numbers.problem.message : 'help';
  throw new Error(`no numbers for ${JSON.stringify(question)}: ${what}`);
}

/** What is wrong with a question; an answer fails the test that did not expect one. */
export function problemFor(question: string | Question): Problem {
  const { numbers } = ask(question);
  if (numbers.kind === 'problem') return numbers.problem;
  throw new Error(`no mistake in ${JSON.stringify(question)}: read as ${numbers.command}`);
}

/**
 * What a question means: its canonical text and all of its numbers, without what was guessed on the way.
 * Only a model's rows keep their names and modules; layers of other questions can be said in words, without both.
 */
export function meaningOf(question: string | Question): Meaning {
  const { assumptions: _, ...meaning } = numbersFor(question);
  if (meaning.question === 'model') return meaning;
  return { ...meaning, layers: meaning.layers.map(({ name: _name, type: _type, ...layer }) => layer) };
}

/** The same for values of a form. */
export function meaningOfNamed(named: Named): Meaning {
  return meaningOf({ text: '', named });
}

/** The one layer of a question. */
export function layerOf(question: string): Priced['layers'][number] {
  const { layers } = numbersFor(question);
  const [layer] = layers;
  if (!layer || layers.length > 1) throw new Error(`${layers.length} layers in ${question}`);
  return layer;
}

/** Parameters of a variant. */
export function paramsOf(question: string, variant: Priced['variants'][number]['name']): number {
  const found = numbersFor(question).variants.find(({ name }) => name === variant);
  if (!found) throw new Error(`no variant ${variant} of ${question}`);
  return found.params;
}

/** A question with its culprit between ⟦ and ⟧, taken apart. */
export function unmarked(marked: string): { question: string; at: [number, number] } {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  if (start < 0 || end < start) throw new Error(`no culprit in ${marked}`);
  return { question: marked.replace(/[⟦⟧]/g, ''), at: [start, end] };
}
