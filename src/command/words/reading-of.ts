import { prepositions } from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import type { Facts } from '../facts.ts';
import type { Reading } from './ambiguity.ts';
import { leading } from './candidates.ts';
import type { Certain } from './finder.ts';
import type { Attempt, Link, Paired, Pairing } from './pairing.ts';
import type { Piece } from './pieces.ts';
import { hasKernel, implausibility, isKernelLike, isOfCommonKernel, placesOf, sidesIn } from './plausible.ts';

/** What an attempt to pair names and numbers says, and what it costs. `said` are facts that words alone said. */
export function readingOf(
  attempt: Attempt,
  pieces: readonly Piece[],
  certain: Certain,
  { facts: said, follows }: Pick<Draft, 'facts' | 'follows'>,
): Reading {
  const names = new Map<number, number>();
  const roles = new Map<number, Omit<Paired, 'value'>>(certain.numbers);
  for (let link = attempt.taken; link; link = link.rest) {
    const from = Math.min(pieces[link.name]?.at[0] ?? 0, pieces[link.value]?.at[0] ?? 0);
    roles.set(link.value, { role: link.role, from, name: pieces[link.name] });
    names.set(link.value, link.name);
  }
  const paired: Paired[] = [];
  const loose: Piece[] = [];
  let maybeKernel = -1;
  for (const [index, value] of pieces.entries()) {
    if (value.kind !== 'value') continue;
    const named = roles.get(index);
    if (!named) loose.push(value);
    else if (
      paired.push({ value, ...named }) &&
      maybeKernel < 0 &&
      mayBeKernel(named, value, pieces[index + 1])
    ) {
      maybeKernel = paired.length - 1;
    }
  }
  // "how many params on 3x3 256 256": with no other kernel, equal odd sides are the kernel, and no input.
  const kernel = paired[maybeKernel];
  if (kernel && !hasKernel({ paired, loose }, said)) paired[maybeKernel] = { ...kernel, role: 'kernel' };
  const missing =
    missingIn(attempt, paired, pieces, said) ?? takerOfKernel({ paired, loose }, pieces, { said, follows });
  const { unusual, conflicts } = implausibility({ paired, loose }, said);
  const cost = attempt.cost + unusual + conflicts + (missing ? 100 : 0);
  const isUnlikely = attempt.isUnlikely || unusual >= 4;
  return { paired, loose, isUnlikely, cost, key: () => keyOf({ paired, loose }, said), missing, names };
}

/** "on 56x56", "at 28": words that lead to an input, or to nothing. */
export function leadsToInput(name: Piece | undefined): boolean {
  return name !== undefined && (prepositions.includes(name.text) || name.text === 'over');
}

/**
 * Whether sides behind a preposition may be a kernel: "params on 3x3 8 8", not "on 5x5 maps". "Params for 4x5" leads to
 * one more often than "on 4x5".
 */
function mayBeKernel({ role, name }: Omit<Paired, 'value'>, value: Piece, noun: Piece | undefined): boolean {
  if (role !== 'input' || !leadsToInput(name) || !value.isSides) return false;
  const isImage =
    noun?.kind === 'name' && noun.meaning?.use?.sides === 'input' && !leading.includes(noun.text);
  if (isImage) return false;
  return name?.text === 'for' ? isOfCommonKernel(sidesIn(value)) : isKernelLike(value.text);
}

/** A name whose number is nowhere: another word may have said it. */
function missingIn(
  attempt: Attempt,
  paired: readonly Paired[],
  pieces: readonly Piece[],
  said: Facts,
): Piece | undefined {
  if (!attempt.missing) return undefined;
  const roles = new Set<string>([...Object.keys(said), ...paired.map(({ role }) => role)]);
  let missing: Piece | undefined;
  for (let link: Link | undefined = attempt.missing; link; link = link.rest) {
    // "a dilated conv with dilation 2": an adjective's number may stand elsewhere, and a name's not.
    const isAdjective = link.value === 0;
    if (!isAdjective || !roles.has(link.role)) missing = pieces[link.name];
  }
  return missing;
}

/**
 * "5x5 stride pad 2": where no other kernel is said, large sides before a word are the kernel, and the word lacks its
 * number.
 */
function takerOfKernel(
  pairing: Pairing,
  pieces: readonly Piece[],
  { said, follows }: { readonly said: Facts; readonly follows: Draft['follows'] },
): Piece | undefined {
  const taker = pairing.paired.find(({ value, role, name }) => {
    if (!value.isSides || !name || name.at[0] < value.at[0] || !/^(?:stride|padding|dilation)$/.test(role))
      return false;
    const next = pieces[pieces.indexOf(name) + 1];
    const isLarge = sidesIn(value).some((side) => side > 4);
    const isNamedNext = next?.kind === 'name' && !next.afterBreak && !next.meaning?.use?.isOptional;
    return isLarge || (isNamedNext && follows !== 'versus');
  });
  return taker && !hasKernel(pairing, said) ? taker.name : undefined;
}

/** What is said, without the words that say it: a lone kernel is a kernel. */
function keyOf(pairing: Pairing, said: Facts): string {
  const parts = pairing.paired.flatMap(({ role, value }) =>
    role === 'channels' ? [] : [`${role}=${value.text}`],
  );
  return [...new Set([...parts, ...placesOf(pairing, said)])].sort().join(' ');
}
