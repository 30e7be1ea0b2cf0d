import { entryOf } from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { depthInKernel, missingValue, severalArrows, unknownWord, valueMistake } from '../mistakes.ts';
import { isMistake, type Mistake } from '../problem.ts';
import { findCount, findPhrase } from './certain-phrases.ts';
import { type Certain, type Finder, settle } from './finder.ts';
import { isNumber, type Piece, roleOf, valueBehind } from './pieces.ts';
import { isKernelLike, largestCommonKernel } from './plausible.ts';

/** Arrows, `=`, `@`, and phrases of several names and numbers, of which each alone would say something else. */
export function certainNumbers(pieces: readonly Piece[], draft: Draft): Certain | Mistake {
  const finder: Finder = { pieces, draft, numbers: new Map(), names: new Set() };
  for (const [index, piece] of pieces.entries()) {
    const mistake = findAt(finder, index, piece);
    if (isMistake(mistake)) return mistake;
  }
  return finder;
}

function findAt(finder: Finder, index: number, piece: Piece): Mistake | undefined {
  switch (piece.kind) {
    case 'arrow':
      return findArrow(finder, index, piece);
    case 'equals':
      return findEquals(finder, index, piece);
    case 'at':
      return findAtSign(finder, index, piece);
    case 'name':
      return findPhrase(finder, index, piece);
    case 'filler':
      return findCount(finder, index, piece);
    case 'value':
    case 'flag':
      return undefined;
  }
}

/** `128->256`; without a number before it (`->256`) only the output is said. */
function findArrow(finder: Finder, index: number, arrow: Piece): Mistake | undefined {
  const { pieces, numbers } = finder;
  const left = pieces[index - 1];
  const right = pieces[index + 1];
  const isNamed = right?.kind === 'name' && /^(?:out|channels)$/.test(right.meaning?.use?.whole ?? '');
  const target = isNamed ? valueBehind(pieces, index + 1) : index + 1;
  const value = target === undefined ? undefined : pieces[target];
  if (target === undefined || value?.kind !== 'value') return missingValue(entryOf('out'), arrow.at);
  if (value.isSides) return valueMistake(entryOf('out'), 'not-a-number', value.text, value.at);
  if (left?.kind === 'value' && left.isSides) {
    const [height = '', width, ...depths] = left.text.split('x');
    // A 3D kernel has three like sides.
    if (depths.length === 1 && height === width && Number(depths[0]) > largestCommonKernel)
      return depthInKernel(left.text, left.at);
  }
  if (isNumber(left)) {
    const known = numbers.get(index - 1)?.role;
    if (known === 'out') return severalArrows([left?.at[0] ?? 0, value.at[1]]);
    if (known === 'channels') numbers.delete(index - 1);
    settle(finder, index - 1, 'in');
  }
  numbers.set(target, { role: 'out', from: arrow.at[0] });
  return undefined;
}

/** `g=32`. */
function findEquals(finder: Finder, index: number, equals: Piece): Mistake | undefined {
  const { pieces, draft, names } = finder;
  const name = pieces[index - 1];
  const value = pieces[index + 1];
  if (name?.kind !== 'name' || !name.meaning) {
    return unknownWord(equals.text, draft.text.slice(...equals.at), equals.at);
  }
  const { entry, use } = name.meaning;
  if (value?.kind !== 'value') return missingValue(entry, name.at);
  const role = roleOf(name, value);
  if (!role) return valueMistake(entry, use?.whole ? 'not-a-number' : 'bad-value', value.text, value.at);
  names.add(name);
  settle(finder, index + 1, role, name);
  return undefined;
}

/** `@56`. `64@3x3 conv` is 64 filters of 3×3, `6@28x28 maps` are 6 channels of that size. */
function findAtSign(finder: Finder, index: number, sign: Piece): Mistake | undefined {
  const { pieces, numbers } = finder;
  const value = pieces[index + 1];
  if (value?.kind !== 'value') return missingValue(entryOf('input'), sign.at);
  const count = pieces[index - 1];
  const isOne = count?.at[1] === sign.at[0] && sign.at[1] === value.at[0];
  const isCount = isOne && isNumber(count) && value.isSides && !numbers.has(index - 1);
  const counted = isCount ? countedAt(pieces, index) : undefined;
  if (counted === 'filters') {
    settle(finder, index - 1, 'out', { ...value, text: 'filters' });
    settle(finder, index + 1, 'kernel');
    return undefined;
  }
  if (counted === 'maps') settle(finder, index - 1, 'in');
  numbers.set(index + 1, { role: 'input', from: sign.at[0] });
  return undefined;
}

/** What the number before an `@` counts; undefined where it is the layer's, and the sides are its input. */
function countedAt(pieces: readonly Piece[], sign: number): 'filters' | 'maps' | undefined {
  const noun = pieces[sign + 2];
  if (noun?.kind === 'name' && /^(?:filters?|kernels?)$/.test(noun.text)) return 'filters';
  if (pieces.some(({ text }) => /\b(?:maps?|features?|fmaps?)$/.test(text))) return 'maps';
  const others = pieces.filter(
    ({ kind }, index) => kind === 'value' && index !== sign - 1 && index !== sign + 1,
  );
  const hasKernel =
    others.some(({ isSides }) => isSides) || others.length > 1 || pieces.some(({ text }) => /^k/.test(text));
  if (hasKernel) return undefined;
  if (isKernelLike(pieces[sign + 1]?.text ?? '')) return 'filters';
  // "6@28x28" alone
  return others.length === 0 ? 'maps' : undefined;
}
