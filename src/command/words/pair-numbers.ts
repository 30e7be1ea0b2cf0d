import { entryOf } from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { questionFacts } from '../facts.ts';
import { missingValue } from '../mistakes.ts';
import type { Mistake } from '../problem.ts';
import { ambiguity, type Reading } from './ambiguity.ts';
import { type Candidate, candidatesOf, costWithout } from './candidates.ts';
import type { Certain } from './finder.ts';
import type { Role } from './name-uses.ts';
import type { Attempt, Link, Pairing } from './pairing.ts';
import { isNumber, type Piece } from './pieces.ts';
import { readingOf } from './reading-of.ts';

const mostAttempts = 16;

/** A name that was said for a number, and left without one: "kernel 3 stride, padding 1". */
const mostWithout = 4;

/** Another reading has to be worse by this much. */
const least = 1;

/**
 * Pairs names with the numbers that they touch. A name may stand on either side of its number, so that a number may
 * fit two names: every pairing has a cost (where names mostly stand, and how likely such a layer is), and the least
 * wins. Where another one is about as likely, the number that fits two is told.
 */
export function pairNumbers(
  pieces: readonly Piece[],
  certain: Certain,
  draft: Pick<Draft, 'facts' | 'text' | 'follows'>,
): Pairing | Mistake {
  // Most questions are numbers alone: there is nothing to pair.
  if (certain.numbers.size === 0 && !pieces.some(({ kind }) => kind === 'name')) {
    return { paired: [], loose: pieces.filter(({ kind }) => kind === 'value') };
  }
  let attempts: Attempt[] = [{ cost: 0, isUnlikely: false, last: -1, taken: undefined, missing: undefined }];
  for (const [index, name] of pieces.entries()) {
    if (name.kind !== 'name' || isSettled(pieces, index, certain)) continue;
    const candidates = candidatesOf(pieces, index, certain);
    const next: Attempt[] = [];
    for (const attempt of attempts) next.push(...withName(attempt, pieces, index, candidates));
    attempts = next.length < 2 ? next : next.sort((a, b) => a.cost - b.cost).slice(0, mostAttempts);
  }
  const readings: Reading[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (const attempt of attempts) {
    // No reading costs less than its attempt, and those behind cost more.
    if (attempt.cost >= lowest + least) break;
    const reading = readingOf(attempt, pieces, certain, draft);
    lowest = Math.min(lowest, reading.cost);
    readings.push(reading);
  }
  readings.sort((a, b) => a.cost - b.cost);
  const [best] = readings;
  if (!best) return { paired: [], loose: [] };
  if (best.missing) return missingValue(best.missing.meaning?.entry ?? entryOf('kernel'), best.missing.at);
  const rival = readings.find(
    (other) =>
      other !== best && other.cost < best.cost + least && !other.missing && other.key() !== best.key(),
  );
  if (rival) return ambiguity(best, rival, pieces, draft.text);
  return best;
}

/** What stands behind `=` is certain already; "in int8" and "in a 3x3 conv" name no channels. */
function isSettled(pieces: readonly Piece[], index: number, certain: Certain): boolean {
  const name = pieces[index];
  const next = pieces[index + 1];
  if (!name || certain.names.has(name) || next?.kind === 'equals') return true;
  if (name.text !== 'in' || !next) return false;
  if (next.kind === 'flag') return questionFacts.some((fact) => fact === next.text);
  // "12 in a 9x9 kernel" may say the inputs.
  const isCounted = isNumber(pieces[index - 1]) && !name.afterBreak && pieces[index - 2]?.kind !== 'value';
  const isArticle =
    next.kind === 'filler' && !next.afterBreak && /^(?:a|an|the|this|that|my|our)$/.test(next.text);
  return isArticle && !isCounted;
}

/** An attempt with one more name: with either number that it may take, or with none. */
function withName(
  attempt: Attempt,
  pieces: readonly Piece[],
  index: number,
  candidates: readonly Candidate[],
): Attempt[] {
  const name = pieces[index];
  if (!name) return [attempt];
  const { cost, isUnlikely, last, taken, missing } = attempt;
  const use = name.meaning?.use;
  // "stride 2 stride" lacks a number, while "at 56 resolution" has one.
  const isOther = taken !== undefined && pieces[taken.name]?.text !== name.text;
  const said = costOfSaid(candidates, attempt, isOther);
  if (said === 0) return [attempt];
  const next: Attempt[] = said === undefined ? [] : [{ cost: cost + said, isUnlikely, last, taken, missing }];
  for (const candidate of candidates) {
    if (candidate.certain !== undefined || candidate.index === last) continue;
    const { index: value, role } = candidate;
    const link: Link = { value, name: index, role, rest: taken };
    next.push({ cost: cost + candidate.cost, isUnlikely, last: value, taken: link, missing });
  }
  const meansNothing = use?.isOptional || name.meaning?.flag !== undefined;
  const role = use?.whole ?? name.meaning?.entry.fact ?? 'kernel';
  const lacking = meansNothing
    ? missing
    : { value: use?.whole || use?.sides ? -1 : 0, name: index, role, rest: missing };
  const without = costWithout(name, candidates);
  const isLeft = without >= mostWithout;
  next.push({ cost: cost + without, isUnlikely: isUnlikely || isLeft, last, taken, missing: lacking });
  return next;
}

/**
 * What a name would say of a number may have been said of it already: "for 28x28 images", "64 channels -> 128". What is
 * certain of one number is no reason to leave another one: "40 filters of 3x3", "at 56x56 input 64 output 128".
 */
function costOfSaid(
  candidates: readonly Candidate[],
  { taken, last }: Attempt,
  isOther: boolean,
): number | undefined {
  const isTaken =
    isOther && candidates.some(({ index, role }) => index === last && taken && isCovered(taken.role, role));
  const isSaid = candidates.some(({ role, certain }) => certain && isCovered(certain, role));
  const isOpen = candidates.some(
    ({ index, crossesBreak, certain }) => !certain && !crossesBreak && !(isTaken && index === last),
  );
  if (isTaken) return isOpen ? 1 : 0;
  return isSaid && !isOpen ? 0 : undefined;
}

function isCovered(known: Role, role: Role): boolean {
  const isChannel = known === 'in' || known === 'out' || known === 'channels' || known === 'both';
  return known === role || (isChannel && (role === 'channels' || role === 'both'));
}
