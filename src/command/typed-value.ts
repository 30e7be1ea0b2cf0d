import { catalogue, type Entry } from './catalogue.ts';
import { tokenize } from './tokens.ts';

/**
 * The value in what was typed for an entry alone, read as text is: its sides joined (`3 x 3`), and without the
 * name or the sign that stands before it there (`s=2`, `stride 2`, `k7`, `@56`). What was typed is folded and in
 * lower case.
 */
export function typedValue({ fact }: Entry, typed: string): string {
  const value = typed.replace(namesBefore.get(fact) ?? '', '');
  const [token, ...others] = tokenize(value);
  return token && others.length === 0 ? token.text : value;
}

/** Longer names come first: in `input size 56`, `size 56` is no value of `input`. A name alone stays. */
const namesBefore = new Map(
  catalogue.map(({ fact, names }) => {
    const longestFirst = names.toSorted((a, b) => b.length - a.length);
    const name = `(?:${longestFirst.join('|').replaceAll(' ', '[ _-]')})(?=[\\s=:\\d])\\s*[=:]?`;
    return [fact, new RegExp(`^(?:${fact === 'input' ? '@|' : ''}${name})\\s*(?=[^\\s=:])`)];
  }),
);
