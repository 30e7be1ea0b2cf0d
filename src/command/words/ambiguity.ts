import { numberFitsTwo } from '../mistakes.ts';
import type { Mistake, Span } from '../problem.ts';
import type { Role } from './name-uses.ts';
import type { Pairing } from './pairing.ts';
import type { Piece } from './pieces.ts';

/** One way to pair all names and numbers. */
export type Reading = Pairing & {
  readonly cost: number;
  /** The same for readings that mean the same. */
  readonly key: () => string;
  /** A name whose number is nowhere. */
  readonly missing: Piece | undefined;
  readonly names: ReadonlyMap<number, number>;
};

/** The part of the question in which two readings differ, spelled out in the one way and in the other. */
export function ambiguity(best: Reading, rival: Reading, pieces: readonly Piece[], text: string): Mistake {
  const [first, second] = [rolesOf(best), rolesOf(rival)];
  const different = [...pieces.keys()].filter((index) => {
    const value = pieces[index];
    return value?.kind === 'value' && first.get(value) !== second.get(value);
  });
  const places = different.flatMap((index) => [
    index,
    best.names.get(index) ?? index,
    rival.names.get(index) ?? index,
  ]);
  const start = places.reduce((least, place) => Math.min(least, place), pieces.length);
  const end = places.reduce((most, place) => Math.max(most, place), 0);
  const inside = pieces.slice(start, end + 1);
  const at: Span = [inside[0]?.at[0] ?? 0, inside.at(-1)?.at[1] ?? 0];
  const spelled = (roles: ReadonlyMap<Piece, Role>) =>
    inside
      .filter(({ kind }) => kind === 'value' || kind === 'flag')
      .map((piece) => {
        if (piece.kind === 'flag') return { text: text.slice(...piece.at), role: undefined };
        const role = roles.get(piece) ?? (piece.isSides ? 'kernel' : undefined);
        return { text: piece.text, role };
      });
  const value = pieces[different[0] ?? 0];
  return numberFitsTwo(value?.text ?? '', spelled(first), spelled(second), at);
}

function rolesOf({ paired }: Pairing): ReadonlyMap<Piece, Role> {
  return new Map(paired.map(({ value, role }) => [value, role]));
}
