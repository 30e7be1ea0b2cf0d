import { entryOf } from '../catalogue.ts';
import { type Draft, note } from '../draft.ts';
import type { FactName } from '../facts.ts';
import {
  groupsOfNumber,
  kernelOrInput,
  outputSizeFollows,
  saidTwice,
  sizeWithoutSign,
  unclearNumbers,
  valueMistake,
} from '../mistakes.ts';
import { isMistake, type Mistake } from '../problem.ts';
import { isValueFault, readValue } from '../read-value.ts';
import type { Token } from '../tokens.ts';
import { kernelAmong } from './assign-numbers.ts';
import { certainNumbers } from './certain-numbers.ts';
import { commaMistake } from './comma-mistake.ts';
import { countsFilters, withoutDeepKernel } from './deep-kernel.ts';
import type { Role } from './name-uses.ts';
import { noteFact } from './note-fact.ts';
import { noteUndecided } from './note-undecided.ts';
import { pairNumbers } from './pair-numbers.ts';
import type { Paired, Pairing } from './pairing.ts';
import type { Piece } from './pieces.ts';
import { isKernelLike, largestUsualKernel, sidesIn } from './plausible.ts';
import { leadsToInput } from './reading-of.ts';
import { takeApart } from './take-apart.ts';

/**
 * Reads the words of one layer into its draft: takes them apart, pairs each number with the word that it belongs to,
 * and notes what is said. Numbers without a name are left in `draft.bare`, in order. Returns the first mistake.
 */
export function readWords(tokens: readonly Token[], draft: Draft): Mistake | undefined {
  const comma = commaMistake(tokens, draft.text);
  if (comma) return comma;
  const pieces = takeApart(tokens, draft);
  if (isMistake(pieces)) return pieces;
  const certain = certainNumbers(pieces, draft);
  if (isMistake(certain)) return certain;
  const pairing = pairNumbers(pieces, certain, draft);
  if (isMistake(pairing)) return pairing;
  const twice = saidTwiceIn(pairing, pieces);
  if (twice) return twice;
  const mistake = noteNumbers(withoutDeepKernel(pairing, draft), pieces, draft);
  if (mistake || !pairing.isUnlikely) return mistake;
  const [first, last] = [pieces[0], pieces.at(-1)];
  return unclearNumbers([first?.at[0] ?? 0, last?.at[1] ?? 0]);
}

/** "3x3 64->64, 3x3 64->64" are two layers; to answer one of them would lose the other. */
function saidTwiceIn({ paired, loose }: Pairing, pieces: readonly Piece[]): Mistake | undefined {
  const seen = new Set<string>();
  const isAgain = (what: string) => seen.has(what) || !seen.add(what);
  const kernel =
    loose.find(({ isSides, text }) => isSides && isAgain(text)) ??
    paired.find(({ value, role, name }) => role === 'kernel' && name && isAgain(`${name.text} ${value.text}`))
      ?.value;
  if (kernel) return saidTwice(kernel.text, kernel.at);
  const arrow = pieces.findIndex(({ kind }) => kind === 'arrow' && isAgain(kind));
  const [start, sign] = [pieces[arrow - 1], pieces[arrow]];
  return start && sign && saidTwice(start.text, [start.at[0], sign.at[1]]);
}

/** Notes what numbers are said to be; those whose meaning depends on the others come last. */
function noteNumbers(
  { paired, loose }: Pairing,
  pieces: readonly Piece[],
  draft: Draft,
): Mistake | undefined {
  for (const one of paired) {
    const isGuess = one.role === 'kernel' && leadsToInput(one.name);
    const mistake = isGuess ? noteKernelBehindPreposition(one, draft) : notePaired(one, draft);
    if (mistake) return mistake;
  }
  const mistake = noteLooseSides(loose, draft);
  if (mistake) return mistake;
  const unsaid = paired.find((one) => isInputWithoutKernel(one, pieces));
  for (const { text, at, isSides } of loose) if (!isSides) draft.bare.push({ text, at, isChannels: false });
  for (const { value, role } of paired) {
    if (role === 'channels') draft.bare.push({ text: value.text, at: value.at, isChannels: true });
  }
  draft.bare.sort((a, b) => a.at[0] - b.at[0]);
  const hasKernel = draft.facts.kernel ?? draft.deepKernel ?? kernelAmong(draft);
  if (unsaid && !hasKernel && draft.follows !== 'versus') {
    return kernelOrInput(unsaid.value.text, [unsaid.value.at[0], unsaid.name?.at[1] ?? unsaid.value.at[1]]);
  }
  draft.lastNamed = lastNamed(paired, pieces);
  noteLoneCount(pieces, draft);
  return noteUndecided(paired, draft);
}

/** "5x5 input, 3->6": nothing leads to the sides, so that they may be the kernel as well. */
function isInputWithoutKernel({ value, role, name }: Paired, pieces: readonly Piece[]): boolean {
  const isBefore = name !== undefined && name.at[0] > value.at[0];
  if (role !== 'input' || !isBefore || !value.isSides || !isKernelLike(value.text)) return false;
  const lead = pieces[pieces.indexOf(value) - 1];
  return !/^(?:on|at|for|over|of|a|an|with|to|applied to|same)$/.test(lead?.text ?? '');
}

function notePaired({ value, role, from, name }: Paired, draft: Draft): Mistake | undefined {
  switch (role) {
    case 'channels':
    case 'inputNumber':
    case 'size':
      return undefined;
    case 'both':
      return noteFact(draft, 'in', value, from) ?? noteFact(draft, 'out', value, from);
    case 'outputSize':
      return outputSizeFollows(value.text, value.at);
    case 'groupSize':
      return groupsOfNumber(value.text, [Math.min(from, value.at[0]), value.at[1]]);
    default: {
      if (role === 'out' && countsFilters(name)) {
        draft.filters ??= [from, Math.max(value.at[1], name?.at[1] ?? 0)];
      }
      return noteFact(draft, role, value, from);
    }
  }
}

function noteKernelBehindPreposition({ value, name, from }: Paired, draft: Draft): Mistake | undefined {
  if (name?.text !== 'for') {
    draft.guesses.push({
      sentence: `Read ${times(value.text)} as the kernel, as no other was given.`,
      other: { at: [from, value.at[1]], text: `k=3 @${value.text}` },
    });
  }
  return noteFact(draft, 'kernel', value, value.at[0]);
}

function times(text: string): string {
  return text.replaceAll('x', '×');
}

/** Sides that nobody claimed are the kernel. */
function noteLooseSides(loose: readonly Piece[], draft: Draft): Mistake | undefined {
  const size = loose.length === 4 ? loose[3] : undefined;
  const isBehindNumbers = loose.findIndex(({ isSides }) => isSides) === 3;
  if (size && isBehindNumbers && !draft.facts.kernel && !draft.facts.input) {
    return sizeWithoutSign(size.text, size.at);
  }
  for (const { text, at, isSides } of loose) {
    if (!isSides) continue;
    const value = readValue(entryOf('kernel'), text);
    if (isValueFault(value)) {
      const mistake = valueMistake(entryOf('kernel'), value, text, at);
      // `7x7x64x128` may hold the channels as well, but not where they stand beside it.
      const hasChannels = value === 'too-many-sides' && (draft.facts.out || loose.length > 1);
      const threeSides = text.split('x').slice(0, 3).join('x');
      return hasChannels ? { ...mistake, fix: { at, text: threeSides } } : mistake;
    }
    const before = draft.facts.kernel;
    const mistake = note(draft.facts, 'kernel', value, at);
    if (mistake) return secondSides(loose, draft, mistake);
    if (!before && Math.max(...value) > largestUsualKernel) {
      draft.guesses.push({
        sentence: `Read ${times(text)} as the kernel; an input size is written @${text}.`,
        ...(draft.facts.input ? {} : { other: { at, text: `@${text}` } }),
      });
    }
  }
  return undefined;
}

/** Of two pairs of sides the larger one is mostly the input: `56x56 3x3 64 128`. */
function secondSides(loose: readonly Piece[], { facts }: Draft, mistake: Mistake): Mistake {
  const sides = loose.filter(({ isSides }) => isSides);
  const size = sides.toSorted((a, b) => largest(b) - largest(a))[0];
  const isSize = size && (largest(size) > largestUsualKernel || size.text.split('x').length > 2);
  if (facts.input || !isSize) return mistake;
  return { ...mistake, at: size.at, fix: { at: size.at, text: `@${size.text}` } };
}

function largest(value: Piece): number {
  return Math.max(...sidesIn(value));
}

/** The fact that the last number was said to be, where nothing but its name stands behind it: "stride 1 vs 2". */
function lastNamed(paired: readonly Paired[], pieces: readonly Piece[]): FactName | undefined {
  const index = pieces.findLastIndex(({ kind }) => kind === 'value');
  const value = pieces[index];
  const rest = pieces.slice(index + 1).filter(({ kind }) => kind !== 'filler');
  const last = paired.find((other) => other.value === value);
  if (!last || rest.some(({ kind }) => kind !== 'name') || rest.length > 1) return undefined;
  return isFact(last.role) ? last.role : undefined;
}

function isFact(role: Role): role is FactName {
  return !['channels', 'both', 'inputNumber', 'size', 'outputSize', 'groupSize'].includes(role);
}

/** `conv 16`: a lone number that is no usual kernel counts filters. */
function noteLoneCount(pieces: readonly Piece[], draft: Draft): void {
  const { facts, bare } = draft;
  const [only] = bare;
  if (!only || bare.length > 1 || facts.kernel || facts.in || facts.out || only.isChannels) return;
  const index = pieces.findIndex(({ kind }) => kind === 'value');
  if (pieces[index]?.at[0] !== only.at[0]) return;
  const noun = pieces[index - 1];
  const isKernel = isKernelLike(only.text);
  const isConv =
    /^conv(?:olution)?$/.test(noun?.text ?? '') ||
    draft.text.slice(...(noun?.at ?? [0, 0])).startsWith('conv');
  if (noun && isConv && !isKernel && !noteFact(draft, 'out', only, only.at[0])) {
    bare.length = 0;
    draft.filters = only.at;
  }
}
