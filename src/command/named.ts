import { type Entry, entryOf } from './catalogue.ts';
import { note } from './draft.ts';
import type { FactName, Facts } from './facts.ts';
import { fold, lowerCase } from './fold.ts';
import { valueMistake } from './mistakes.ts';
import type { Mistake, Span } from './problem.ts';
import { isValueFault, readValue } from './read-value.ts';
import { typedValue } from './typed-value.ts';

/** Values of a form or of typed options, by fact. An empty string and a `false` of a plain flag say nothing. */
export type Named = { readonly [F in FactName]?: string | number | boolean };

/**
 * Named values as if they stood behind the text, each at a place of its own. Only mistakes and corrected
 * questions use that text; the values are read one by one and never parsed out of it.
 */
export type NamedText = {
  readonly text: string;
  readonly places: readonly { readonly fact: FactName; readonly value: string; readonly at: Span }[];
};

export function placeNamed(text: string, named: Named): NamedText {
  const places: NamedText['places'][number][] = [];
  let all = text.trimEnd();
  for (const fact of Object.keys(named) as FactName[]) {
    // Named has no other keys
    const entry = entryOf(fact);
    const value = spokenValue(entry, named[fact]);
    if (value === '') continue;
    const start = all.length + 1 + before(entry).length;
    all += ` ${before(entry)}${value}`;
    places.push({ fact, value, at: [start, start + value.length] });
  }
  return { text: places.length > 0 ? all : text, places };
}

/** Notes every named value as a fact; the first mistake, if any. */
export function noteNamed(facts: Facts, { places }: NamedText): Mistake | undefined {
  for (const { fact, value, at } of places) {
    const entry = entryOf(fact);
    const flag = entry.flags && Object.hasOwn(entry.flags, value) ? entry.flags[value] : undefined;
    const read = flag ?? readValue(entry, value);
    const mistake = isValueFault(read)
      ? valueMistake(entry, read, value, at)
      : note(facts, fact, read, at, at[0] - before(entry).length);
    if (mistake) return mistake;
  }
  return undefined;
}

/** What stands before a named value where it is spelled out: `g=`. */
function before({ names: [name] }: Entry): string {
  return name === undefined ? '' : `${name}=`;
}

const longestValue = 32;

function spokenValue(entry: Entry, raw: string | number | boolean | undefined): string {
  if (raw === undefined) return '';
  if (typeof raw !== 'boolean') {
    return typedValue(
      entry,
      lowerCase(fold(String(raw)))
        .trim()
        .slice(0, longestValue),
    );
  }
  if (entry.values) return raw ? 'on' : entry.fact === 'bias' ? 'off' : '';
  return raw ? (Object.keys(entry.flags ?? {})[0] ?? '') : '';
}
