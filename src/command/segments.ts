import type { Call } from './code/call.ts';
import type { CodeReading } from './code/read-code.ts';
import type { Span } from './problem.ts';
import type { Token } from './tokens.ts';

/** What stands between two separators: the words and the code of one layer, or of a pasted model. */
export type Segment = {
  readonly tokens: readonly Token[];
  readonly calls: readonly Call[];
  readonly at: Span;
  /** The `+` or `vs` before it; the first segment has none. */
  readonly separator?: Token;
};

/** Splits a question at every `+` and `vs`. There is always at least one segment. */
export function splitSegments(
  parts: CodeReading['parts'],
  end: number,
  versusWords: readonly string[],
): Segment[] {
  const segments: Segment[] = [];
  let tokens: Token[] = [];
  let calls: Call[] = [];
  let separator: Token | undefined;
  const close = (next: number) => {
    const start = tokens[0]?.at[0] ?? next;
    const first = Math.min(start, calls[0]?.at[0] ?? start);
    const last = Math.max(tokens.at(-1)?.at[1] ?? first, calls.at(-1)?.at[1] ?? first);
    const at: Span = [first, last];
    segments.push(separator ? { tokens, calls, at, separator } : { tokens, calls, at });
    tokens = [];
    calls = [];
  };
  for (const part of parts) {
    if (part.kind === 'call') {
      calls.push(part.call);
      continue;
    }
    for (const token of part.tokens) {
      if (token.kind === 'plus' || (token.kind === 'word' && versusWords.includes(token.text))) {
        close(token.at[0]);
        separator = token;
      } else tokens.push(token);
    }
  }
  close(end);
  return segments;
}
