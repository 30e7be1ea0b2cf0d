import { emptyDraft } from '../draft.ts';
import { lowerCase } from '../fold.ts';
import { mostCharacters } from '../limits.ts';
import { isMistake, type Mistake, type Span } from '../problem.ts';
import { type Token, tokenize } from '../tokens.ts';
import { readWords } from '../words/read-words.ts';
import type { Call } from './call.ts';
import { branchInCode, loopInCode } from './code-mistakes.ts';
import { type CodePiece, findCode } from './find-code.ts';
import { pythonLoop } from './python-loop.ts';
import { lostTensor, readAssignment } from './read-assignment.ts';

/** A question with code in it: its calls and its words, in order, and how many other lines were left aside. */
export type CodeReading = {
  readonly parts: readonly (
    | { readonly kind: 'call'; readonly call: Call }
    | { readonly kind: 'words'; readonly tokens: readonly Token[] }
  )[];
  /** Lines of Python without a layer: imports, forward(), comments. */
  readonly aside: number;
  /** Whether such a line may connect layers in a way that is not known. */
  readonly connects: boolean;
};

/** Takes a question with code apart. The text is folded. */
export function readCode(text: string): CodeReading | Mistake {
  const pieces = findCode(text);
  if (isMistake(pieces)) return pieces;
  const lower = pieces.some(({ kind }) => kind === 'rest') ? lowerCase(text) : text;
  const isFunctional = pieces.some((piece) => piece.kind === 'call' && appliesLayers(piece.call));
  const parts: CodeReading['parts'][number][] = [];
  let aside = 0;
  let connects = false;
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
    const isLoop = beginsLoop(text, piece, besideCall) || holdsLoop(text, piece);
    if (besideCall && (isLoop || first === '*')) return loopInCode(piece.at);
    if (besideCall && (first === 'if' || first === 'else')) return branchInCode(piece.at);
    if (!isPython(piece, besideCall) || areWords(tokens, lower, piece.at)) {
      parts.push({ kind: 'words', tokens });
      continue;
    }
    const assigned = isFunctional ? readAssignment(piece.tokens) : [];
    for (const call of assigned) parts.push({ kind: 'call', call });
    if (assigned.length === 0 || assigned.some(({ name }) => name === lostTensor)) aside += 1;
    connects ||= isFunctional ? blocks.has(first) : !plain.has(first);
    if (isLoop) loop = piece;
  }
  return { parts, aside, connects };
}

/** Whether what looks like Python says something of a layer as well; nobody words a layer as long as a question. */
function areWords(tokens: readonly Token[], lower: string, at: Span): boolean {
  if (at[1] - at[0] > mostCharacters) return false;
  return !readWords(withoutSeparators(tokens), emptyDraft(lower, at));
}

/** Lines with which nothing can be connected to a layer. */
const plain = new Set('import from print'.split(' '));

/** Where layers are applied to named tensors, these tell how they are connected, but not what runs how often. */
const blocks = new Set([
  'class',
  'def',
  'for',
  'while',
  'if',
  'elif',
  'else',
  'try',
  'except',
  'with',
  'lambda',
]);

/** `Dense(10)(x)`: the layers of the code are followed by their tensors. */
function appliesLayers({ applied, children }: Call): boolean {
  return applied !== undefined || children.some(appliesLayers);
}

/** Whether a loop begins amid a line: "we stack them: for i in range(8): …". Its header may end behind the piece. */
function holdsLoop(text: string, { at }: Rest): boolean {
  if (!/\bfor\b/.test(text.slice(...at))) return false;
  const end = text.indexOf('\n', at[1]);
  return pythonLoop.test(text.slice(at[0], Math.min(end === -1 ? text.length : end, at[1] + 200)));
}

/** A line that repeats what stands in it or under it; "for" and "while" also begin clauses of prose. */
function beginsLoop(text: string, { tokens, at }: Rest, besideCall: boolean): boolean {
  const [first] = tokens;
  if (first?.text !== 'for' && first?.text !== 'while') return false;
  const end = text.indexOf('\n', at[0]);
  const line = text.slice(at[0], end === -1 ? text.length : end + 1);
  if (besideCall) return first.text === 'for' && pythonLoop.test(line);
  const isHeader = /:[ \t]*(?:#.*)?\n?$/.test(line);
  return first.text === 'for'
    ? pythonLoop.test(line) || (isHeader && /\sin\s/.test(line))
    : isHeader || /^while\s+(?:True|1)\b/.test(line);
}

type Rest = CodePiece & { readonly kind: 'rest' };

function withoutSeparators(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind, text }) => kind !== 'plus' && text !== 'vs' && text !== 'versus');
}

const statement =
  /^(?:class|def|return|import|from|if|elif|else|for|while|with|super|self|print|try|except|pass|assert|async|await|del|global|lambda|not|raise|yield)\b/;

/** Keywords that also begin a clause of prose, and that no statement behind a call begins with. */
const clauses = new Set('for while with from not'.split(' '));

/**
 * Whether words that make no sense as a question look like a statement of Python. Behind a call only a keyword
 * tells that: `nn.Conv2d(3, 64, 3) gropus=2` is a mistake, no assignment.
 */
function isPython({ tokens }: Rest, besideCall: boolean): boolean {
  const first = tokens[0]?.text ?? '';
  const isClause =
    clauses.has(first) && (besideCall || (first === 'for' && !tokens.some(({ text }) => text === 'in')));
  if (statement.test(first) && !isClause) return true;
  return !besideCall && tokens.some(({ text, kind }) => kind === 'string' || '=()[]@.'.includes(text));
}
