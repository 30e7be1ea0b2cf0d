import { isMistake, type Mistake, type Span } from '../problem.ts';
import type { Call } from './call.ts';
import { isMadeTensor, isShapeCall } from './code-input.ts';
import { type CodeToken, codeTokens } from './code-tokens.ts';
import { isCode, isCodeBeforeBlank } from './is-code.ts';
import { isCallAt, parseCall } from './parse-calls.ts';

/** The text of a question taken apart: calls of modules, and what stands beside and between them. */
export type CodePiece = {
  readonly at: Span;
  /** Columns before the first character of the line that it starts in. */
  readonly indent: number;
} & (
  | { readonly kind: 'call'; readonly call: Call }
  /** A line, or what is left of it beside a call. */
  | { readonly kind: 'rest'; readonly tokens: readonly CodeToken[] }
);

/** A quick look whether a text holds framework code at all; most questions do not. */
export function holdsCode(text: string): boolean {
  if (!text.includes('(')) return false;
  // Starting inside of a word as well would be quadratic in its length.
  for (const [, name = '', blank] of text.matchAll(/(?<!\w)\d*([A-Za-z_]\w*)( ?)\(/g)) {
    if (blank === '' ? isCode(name) : isCodeBeforeBlank(name)) return true;
  }
  return false;
}

/** Finds every call that is a module or holds one. The text is folded. Linear in its length. */
export function findCode(text: string): CodePiece[] | Mistake {
  const tokens = codeTokens(text);
  const pieces: CodePiece[] = [];
  const indentAt = indentation(text);
  let rest: CodeToken[] = [];
  const names = new Set<string>();
  let callEnd = 0;
  const flush = () => {
    for (const line of linesOf(text, rest, callEnd)) {
      const kept = withoutMarks(line.tokens, line.followsCall, line.besideCall);
      const [first] = kept;
      if (!first) continue;
      const at: Span = [first.at[0], kept.at(-1)?.at[1] ?? first.at[1]];
      pieces.push({ kind: 'rest', at, tokens: kept, indent: indentAt(first.at[0]) });
    }
    rest = [];
  };
  let index = 0;
  for (let token = tokens[0]; token; token = tokens[index]) {
    if (!isCallAt(tokens, index) || statements.has(token.text) || definitions.has(rest.at(-1)?.text ?? '')) {
      rest.push(token);
      index += 1;
      continue;
    }
    const parsed = parseCall(tokens, index, text.length);
    if (isMistake(parsed)) return parsed;
    const input = holdsModule(parsed.call) ? undefined : inputIn(parsed.call, rest, names);
    if (input || holdsModule(parsed.call)) {
      const header = takeHeader(rest);
      flush();
      const { at } = parsed.call;
      const call = { ...(input ?? parsed.call), at, ...header };
      if (header.key) names.add(header.key);
      pieces.push({ kind: 'call', call, at, indent: indentAt(at[0]) });
      callEnd = at[1];
    } else {
      for (const part of tokens.slice(index, parsed.next)) rest.push(part);
    }
    index = parsed.next;
  }
  flush();
  return pieces;
}

/** The indentation of the line at a position; positions must not decrease from call to call. */
function indentation(text: string): (position: number) => number {
  let start = 0;
  let next = text.indexOf('\n');
  return (position) => {
    while (next !== -1 && next < position) {
      start = next + 1;
      next = text.indexOf('\n', start);
    }
    let indent = 0;
    while (text[start + indent] === ' ' || text[start + indent] === '\t') indent += 1;
    return indent;
  };
}

/** What is named after these is defined, not called: `class Net(nn.Module)`. */
const definitions = new Set(['class', 'def']);

/** Python's keywords that may stand before a bracket. */
const statements = new Set(['if', 'for', 'while', 'return', 'and', 'or', 'not', 'in']);

function holdsModule(call: Call): boolean {
  return isCode(call.name) || call.children.some(holdsModule);
}

/**
 * The call that says the model's input: `x = torch.randn(1, 3, 32, 32)`, `net(torch.randn(1, 3, 32, 32))` of a
 * module that was made before, `summary(net, (3, 32, 32))`. Other tensors, as those of `self`, are none.
 */
function inputIn(call: Call, before: readonly CodeToken[], names: ReadonlySet<string>): Call | undefined {
  if (isShapeCall(call)) return call;
  if (isMadeTensor(call)) {
    const [name, sign] = before.slice(-2);
    const isAssigned = sign?.text === '=' && name?.kind === 'name' && !name.text.includes('.');
    return isAssigned || before.length === 0 ? call : undefined;
  }
  const [first] = call.args;
  const made = first?.value.kind === 'other' ? first.value.call : undefined;
  const isModel = names.has(call.name) && (call.owner === '' || call.owner === 'self');
  return isModel && made && isMadeTensor(made) ? made : undefined;
}

/**
 * Takes what belongs to a call off the end of the tokens before it: `self.conv1 =`, `(conv1): 24 x`,
 * opening brackets of a list. Returns the name that the call goes by, and how often it is repeated.
 */
function takeHeader(rest: CodeToken[]): { key?: string; times?: number } {
  const last = (back: number) => rest.at(-back)?.text ?? '';
  while ('[({,'.includes(last(1)) && last(1) !== '') rest.pop();
  let times = 1;
  if (last(1) === 'x' && rest.at(-2)?.kind === 'number') {
    times = Number(last(2));
    rest.length -= 2;
  }
  const key = takePrintedKey(rest);
  if (key !== undefined) return { key, times };
  if (last(1) === '=' && rest.at(-2)?.kind !== undefined) {
    rest.pop();
    if (last(1) === '+') rest.pop();
    if (last(2) === ':' && rest.at(-3)?.kind === 'name') rest.length -= 2;
    const name = rest.pop()?.text ?? '';
    return { key: name.slice(name.lastIndexOf('.') + 1), times };
  }
  if (last(1) === 'return') rest.pop();
  return times === 1 ? {} : { times };
}

/** `(conv1):`, `(0-23):` at the end of the tokens; not the end of a call such as `range(3):`. */
function takePrintedKey(rest: CodeToken[]): string | undefined {
  if (rest.at(-1)?.text !== ':' || rest.at(-2)?.text !== ')') return undefined;
  const open = rest.slice(-6).findLastIndex(({ text }) => text === '(') + Math.max(0, rest.length - 6);
  const before = rest[open - 1];
  const isCall = before?.kind === 'name' && before.at[1] === rest[open]?.at[0];
  if (rest[open]?.text !== '(' || isCall) return undefined;
  const key = rest.slice(open + 1, -2).map(({ text }) => text);
  rest.length = open;
  return key.join('');
}

/** Groups the tokens between two calls by line. `callEnd` is where the call before them ended. */
function linesOf(text: string, tokens: readonly CodeToken[], callEnd: number) {
  const lines: { tokens: CodeToken[]; followsCall: boolean; besideCall: boolean }[] = [];
  let end = callEnd;
  for (const token of tokens) {
    const line = lines.at(-1);
    const newLine = text.slice(end, token.at[0]).includes('\n');
    if (line && !newLine) line.tokens.push(token);
    else {
      const followsCall = callEnd > 0;
      lines.push({ tokens: [token], followsCall, besideCall: followsCall && !line && !newLine });
    }
    end = token.at[1];
  }
  return lines;
}

/** Drops marks of fences, bullets and prompts, and those that close or chain the call before. */
const marks = new Set([')', ']', '}', ',', ';', ':', '`', '"', "'", '>', '-', '*']);

function withoutMarks(
  line: readonly CodeToken[],
  followsCall: boolean,
  besideCall: boolean,
): readonly CodeToken[] {
  let start = 0;
  const text = (index: number) => line[index]?.text ?? '';
  const fence = text(0) === '`' && text(1) === '`' && text(2) === '`';
  // A star begins a bullet, but beside a call it repeats what the call makes.
  const isMark = (mark: string) =>
    mark === '*' ? !besideCall : marks.has(mark) && (followsCall || '`"\'>-'.includes(mark));
  while (isMark(text(start))) start += 1;
  if (fence && line[start]?.kind === 'name' && start + 1 === line.length) return [];
  if (followsCall && text(start) === '.') return []; // .to(device), .cuda()
  let end = line.length;
  while (end > start && '`"\''.includes(text(end - 1))) end -= 1;
  return line.slice(start, end);
}
