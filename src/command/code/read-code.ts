import { emptyDraft } from '../draft.ts';
import { lowerCase } from '../fold.ts';
import { isMistake, type Mistake, type Span } from '../problem.ts';
import { readWords } from '../read-words.ts';
import { type Token, tokenize } from '../tokens.ts';
import type { Call } from './call.ts';
import { branchInCode, loopInCode } from './code-mistakes.ts';
import { type CodePiece, findCode } from './find-code.ts';

/** A question with code in it: its calls and its words, in order, and how many other lines were left aside. */
export type CodeReading = {
  readonly parts: readonly (
    | { readonly kind: 'call'; readonly call: Call }
    | { readonly kind: 'words'; readonly tokens: readonly Token[] }
  )[];
  /** Lines of Python without a layer: imports, forward(), comments. */
  readonly aside: number;
};

/** Takes a question with code apart. The text is folded. */
export function readCode(text: string): CodeReading | Mistake {
  const pieces = findCode(text);
  if (isMistake(pieces)) return pieces;
  const lower = pieces.some(({ kind }) => kind === 'rest') ? lowerCase(text) : text;
  const parts: CodeReading['parts'][number][] = [];
  let aside = 0;
  let callEnd = 0;
  let loop: { at: Span; indent: number } | undefined;
  for (const piece of pieces) {
    if (loop && piece.indent <= loop.indent && text.slice(loop.at[1], piece.at[0]).includes('\n'))
      loop = undefined;
    if (piece.kind === 'call') {
      if (loop) return loopInCode(loop.at);
      parts.push({ kind: 'call', call: piece.call });
      callEnd = piece.at[1];
      continue;
    }
    const tokens = tokenize(lower, piece.at[0], piece.at[1]);
    const besideCall = callEnd > 0 && !text.slice(callEnd, piece.at[0]).includes('\n');
    const first = piece.tokens[0]?.text ?? '';
    if (besideCall && (first === 'for' || first === '*')) return loopInCode(piece.at);
    if (besideCall && (first === 'if' || first === 'else')) return branchInCode(piece.at);
    if (!isPython(piece, besideCall) || !readWords(withoutSeparators(tokens), emptyDraft(lower, piece.at))) {
      parts.push({ kind: 'words', tokens });
      continue;
    }
    aside += 1;
    if (first === 'for' || first === 'while') loop = piece;
  }
  return { parts, aside };
}

function withoutSeparators(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind, text }) => kind !== 'plus' && text !== 'vs' && text !== 'versus');
}

const statement =
  /^(?:class|def|return|import|from|if|elif|else|for|while|with|super|self|print|try|except|pass|assert|async|await|del|global|lambda|not|raise|yield)\b/;

/**
 * Whether words that make no sense as a question look like a statement of Python. Behind a call only a keyword
 * tells that: `nn.Conv2d(3, 64, 3) gropus=2` is a mistake, no assignment.
 */
function isPython({ tokens }: Extract<CodePiece, { kind: 'rest' }>, besideCall: boolean): boolean {
  if (statement.test(tokens[0]?.text ?? '')) return true;
  return !besideCall && tokens.some(({ text, kind }) => kind === 'string' || '=()[]@.'.includes(text));
}
