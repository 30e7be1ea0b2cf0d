import { smallWords } from '../catalogue.ts';
import type { Call } from '../code/call.ts';
import type { CodeReading } from '../code/read-code.ts';
import type { Span } from '../problem.ts';
import type { Token } from '../tokens.ts';
import { meaningOf } from '../vocabulary.ts';
import { comparisonJoins } from './comparison-joins.ts';
import { isOfLayerBefore } from './is-of-layer-before.ts';
import { kernelCounts } from './kernel-words.ts';
import { type Separator, separatorAt } from './separators.ts';
import { spreadNegations } from './spread-negations.ts';

/** What stands between two separators: the words and the code of one layer, or of a pasted model. */
export type Segment = {
  readonly tokens: readonly Token[];
  readonly calls: readonly Call[];
  readonly at: Span;
  /** The `+` or `vs` before it; the first segment has none. */
  readonly separator?: Separator;
};

type Unit =
  | { readonly token: Token; readonly call?: undefined }
  | { readonly token?: undefined; readonly call: Call };

/**
 * Splits a question at every `+` and `vs`, and at the words that say the same. There is always at least one segment,
 * and none is empty because of a word alone: "and then?" parts nothing.
 */
export function splitSegments(parts: CodeReading['parts'], end: number): Segment[] {
  const units: Unit[] = [];
  for (const part of parts) {
    if (part.kind === 'call') units.push({ call: part.call });
    else for (const token of spreadNegations(part.tokens)) units.push({ token });
  }
  const tokens = units.map(({ token }) => token);
  const kernels = kernelCounts(tokens);
  const joins = comparisonJoins(tokens, kernels);
  const words = { tokens, kernels, joins };
  const segments: Segment[] = [];
  let own: Unit[] = [];
  let start = 0;
  let saysAny = false;
  let separator: Separator | undefined;
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    const found = joins.get(index) ?? separatorAt(tokens, index);
    const behind = index + (found?.length ?? 0);
    if (found && isOfLayerBefore(words, start, found.separator, behind)) {
      index = behind - 1;
    } else if (found && (!found.separator.isWord || (saysAny && saysSomething(units, behind)))) {
      const shared = sharedName(tokens, index, behind, found.separator.text);
      if (shared) own.push({ token: shared });
      segments.push(segmentOf(own, separator, found.separator.at[0]));
      separator = found.separator;
      own = [];
      start = behind;
      saysAny = false;
      index = behind - 1;
    } else if (unit) {
      own.push(unit);
      saysAny ||= isMeaningful(unit);
    }
  }
  segments.push(segmentOf(own, separator, end));
  return segments;
}

/** "64 or 128 filters": what the number behind the word counts, the one before it does too. */
function sharedName(
  tokens: readonly (Token | undefined)[],
  index: number,
  behind: number,
  separator: string,
): Token | undefined {
  const [before, number, name] = [tokens[index - 1], tokens[behind], tokens[behind + 1]];
  const isShared = separator === 'or' && before?.kind === 'number' && number?.kind === 'number';
  return isShared && name?.kind === 'word' && meaningOf(name.text)?.isName ? name : undefined;
}

/** How far a word looks for something that it may part from what is before it. */
const lookAhead = 12;

/** A word parts two layers only where something is said on both sides of it. */
function saysSomething(units: readonly Unit[], start: number): boolean {
  return units.slice(start, start + lookAhead).some(isMeaningful);
}

function isMeaningful(unit: Unit | undefined): boolean {
  if (!unit?.token) return unit !== undefined;
  const { kind, text } = unit.token;
  if (kind !== 'word') return kind === 'number' || kind === 'sides' || kind === 'at';
  if (/\d|^(?:with|without|w\/o|no|t)$/.test(text)) return true;
  const meaning = meaningOf(text);
  return meaning?.flag !== undefined || (meaning !== undefined && !smallWords.has(text));
}

function segmentOf(units: readonly Unit[], separator: Separator | undefined, next: number): Segment {
  const tokens: Token[] = [];
  const calls: Call[] = [];
  for (const { token, call } of units) {
    if (token) tokens.push(token);
    else calls.push(call);
  }
  const start = tokens[0]?.at[0] ?? next;
  const first = Math.min(start, calls[0]?.at[0] ?? start);
  const last = Math.max(tokens.at(-1)?.at[1] ?? first, calls.at(-1)?.at[1] ?? first);
  const at: Span = [first, last];
  return separator ? { tokens, calls, at, separator } : { tokens, calls, at };
}
