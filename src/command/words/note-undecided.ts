import type { Draft } from '../draft.ts';
import { channelsOrSize, numberFitsTwo } from '../mistakes.ts';
import type { Mistake, Span } from '../problem.ts';
import { bareChannels, kernelAmong } from './assign-numbers.ts';
import { noteFact } from './note-fact.ts';
import type { Paired } from './pairing.ts';
import type { Piece } from './pieces.ts';
import { isKernelLike } from './plausible.ts';

/** `input 28` and `size 28`, whose meaning depends on what else was said. */
export function noteUndecided(paired: readonly Paired[], draft: Draft): Mistake | undefined {
  for (const { value, role, from } of paired) {
    const mistake = role === 'size' ? noteSize(value, from, draft) : undefined;
    if (mistake) return mistake;
  }
  for (const { value, role, from, name } of paired) {
    const end = name?.at[1] ?? from;
    const mistake = role === 'inputNumber' ? noteInputNumber(value, from, end, paired, draft) : undefined;
    if (mistake) return mistake;
  }
  return undefined;
}

/** "input 64 output 128" are channels; beside channels `input 28` is a size. */
function noteInputNumber(
  value: Piece,
  from: number,
  end: number,
  paired: readonly Paired[],
  draft: Draft,
): Mistake | undefined {
  const { facts, bare } = draft;
  const whole: Span = [Math.min(from, value.at[0]), Math.max(end, value.at[1])];
  // "input 96, output 32, input of 320"
  const isTwice = paired.some(
    ({ role, value: other }) => role === 'inputNumber' && other.text !== value.text,
  );
  if (isTwice) return channelsOrSize(value.text, whole);
  if (paired.some(({ role, name }) => role === 'out' && /^outputs?$/.test(name?.text ?? ''))) {
    return noteFact(draft, 'in', value, from);
  }
  const channels = bareChannels(draft);
  const hasInputs =
    draft.follows || draft.deepKernel || facts.in !== undefined || channels > (facts.out ? 0 : 1);
  const isBefore = from === value.at[0];
  const isNothingSaid = facts.out === undefined && channels === 0;
  // "@28 512 input": the size is said, so that this is the other.
  if (facts.input && !hasInputs) return noteFact(draft, 'in', value, from);
  const isSize = hasInputs || draft.picture || (!isBefore && isNothingSaid);
  if (isSize || (!isBefore && bare.length > 0 && facts.out === undefined)) {
    return noteFact(draft, 'input', value, from);
  }
  return channelsOrSize(value.text, whole);
}

/** "3x3 64->128 size 28": beside a kernel it is the input's; "size of 5x5 64 64 @28": beside an input it is the kernel's. */
function noteSize(value: Piece, from: number, draft: Draft): Mistake | undefined {
  const { facts } = draft;
  const { text } = value;
  const hasKernel = facts.kernel !== undefined || kernelAmong(draft) !== undefined;
  if (hasKernel) return noteFact(draft, 'input', value, from);
  if (isKernelLike(text) || facts.input) return noteFact(draft, 'kernel', value, from);
  const at: Span = [Math.min(from, value.at[0]), value.at[1]];
  return numberFitsTwo(text, [{ text, role: 'input' }], [{ text, role: 'kernel' }], at);
}
