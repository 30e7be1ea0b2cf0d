import { unclosedBracket } from '../mistakes.ts';
import { isMistake, type Mistake, type Span } from '../problem.ts';
import type { Argument, Call, Value } from './call.ts';
import { loopInCode, tooDeep } from './code-mistakes.ts';
import type { CodeToken } from './code-tokens.ts';
import { isCodeBeforeBlank } from './is-code.ts';

/** Deeper than any real model's print; it also bounds the recursion below. */
const deepest = 64;

type Cursor = { readonly tokens: readonly CodeToken[]; readonly end: number; next: number; depth: number };

/** Parses the call that starts at a token, a name before a bracket. `next` is the index of the token after it. */
export function parseCall(
  tokens: readonly CodeToken[],
  start: number,
  end: number,
): { readonly call: Call; readonly next: number } | Mistake {
  const cursor: Cursor = { tokens, end, next: start, depth: 0 };
  const call = readCall(cursor, {});
  return isMistake(call) ? call : { call, next: cursor.next };
}

/** Whether a name at a token is called: its bracket follows, in old prints behind a blank. */
export function isCallAt(tokens: readonly CodeToken[], index: number): boolean {
  const [name, bracket] = [tokens[index], tokens[index + 1]];
  if (name?.kind !== 'name' || bracket?.text !== '(') return false;
  if (name.at[1] === bracket.at[0]) return true;
  if (!bracket.behindBlank) return false;
  if (isCodeBeforeBlank(name.text.slice(name.text.lastIndexOf('.') + 1))) return true;
  return /^[A-Z]/.test(name.text) && (isPrinted(tokens, index) || keyAt(tokens, index + 2) !== undefined);
}

/** A module of the user's own under its key: `(0): BasicBlock (`. */
function isPrinted(tokens: readonly CodeToken[], index: number): boolean {
  return tokens[index - 1]?.text === ':' && tokens[index - 2]?.text === ')';
}

type Found = { args: Argument[]; children: Call[] };

function readCall(cursor: Cursor, { key, times = 1 }: { key?: string; times?: number }): Call | Mistake {
  const nameToken = cursor.tokens[cursor.next];
  const dot = nameToken?.text.lastIndexOf('.') ?? -1;
  const nameAt: Span = nameToken?.at ?? [0, 0];
  cursor.next += 1;
  const found: Found = { args: [], children: [] };
  const applied: Found = { args: [], children: [] };
  let mistake = readBrackets(cursor, found);
  // `Dense(10)(Flatten()(x))`: what a layer is applied to runs before it.
  while (!mistake && cursor.tokens[cursor.next]?.text === '(' && touches(cursor)) {
    mistake = readBrackets(cursor, applied);
  }
  if (mistake) return mistake;
  const end = cursor.tokens[cursor.next - 1]?.at[1] ?? nameAt[1];
  const call: Call = {
    name: nameToken?.text.slice(dot + 1) ?? '',
    owner: nameToken?.text.slice(0, Math.max(dot, 0)) ?? '',
    nameAt,
    at: [nameAt[0], end],
    args: found.args,
    children: found.children,
    ...(applied.args.length === 0 ? {} : { applied: applied.args }),
    ...(key === undefined ? {} : { key }),
    times,
  };
  if (applied.children.length === 0) return call;
  const { applied: _, ...both } = call;
  return { ...both, name: '', args: [], children: [...applied.children, call] };
}

function touches({ tokens, next }: Cursor): boolean {
  return tokens[next - 1]?.at[1] === tokens[next]?.at[0];
}

/** Reads from an opening bracket to its closing one. */
function readBrackets(cursor: Cursor, found: Found): Mistake | undefined {
  const open = cursor.tokens[cursor.next];
  if (!open) return undefined;
  cursor.next += 1;
  cursor.depth += 1;
  if (cursor.depth > deepest) return tooDeep(deepest, open.at);
  for (let token = cursor.tokens[cursor.next]; token; token = cursor.tokens[cursor.next]) {
    if (isClosing(token)) {
      if (token.text !== closing[open.text]) return unclosedBracket(open.text, open.at, token.at[0]);
      cursor.next += 1;
      cursor.depth -= 1;
      return undefined;
    }
    const mistake = token.text === ',' ? skip(cursor) : readItem(cursor, found);
    if (mistake) return mistake;
  }
  return unclosedBracket(open.text, open.at, cursor.end);
}

function skip(cursor: Cursor): undefined {
  cursor.next += 1;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function isClosing({ text }: CodeToken): boolean {
  return text === ')' || text === ']' || text === '}';
}

/** One child of a print (`(conv1): Conv2d(…)`), or one argument with or without a name. */
function readItem(cursor: Cursor, found: Found): Mistake | undefined {
  const child = childHeader(cursor);
  if (child) {
    cursor.next = child.next;
    const call = readCall(cursor, child);
    if (isMistake(call)) return call;
    found.children.push(call);
    return undefined;
  }
  const { tokens, next } = cursor;
  const token = tokens[next];
  const named = token?.kind === 'name' && tokens[next + 1]?.text === '=' && tokens[next + 2]?.text !== '=';
  if (named) cursor.next += 2;
  const start = tokens[cursor.next]?.at[0] ?? cursor.end;
  const value = readValue(cursor, found);
  if (isMistake(value)) return value;
  const at: Span = [start, Math.max(start, tokens[cursor.next - 1]?.at[1] ?? start)];
  found.args.push(named ? { name: token.text, value, at } : { value, at });
  return undefined;
}

/** `(0-23): 24 x Block(`: the key in brackets, a colon, perhaps a count, and a call. */
function childHeader({ tokens, next }: Cursor): { key: string; times: number; next: number } | undefined {
  const found = keyAt(tokens, next);
  if (!found) return undefined;
  let index = found.next;
  const repeated = tokens[index]?.kind === 'number' && tokens[index + 1]?.text === 'x';
  const times = repeated ? Number(tokens[index]?.text) : 1;
  if (repeated) index += 2;
  return isCallAt(tokens, index) ? { key: found.key, times, next: index } : undefined;
}

/** `(0-23):`, the key of a child in a print. */
function keyAt(tokens: readonly CodeToken[], start: number): { key: string; next: number } | undefined {
  if (tokens[start]?.text !== '(') return undefined;
  let index = start + 1;
  let key = '';
  for (
    let part = tokens[index];
    part && (part.kind !== 'mark' || part.text === '-' || part.text === '.');
    part = tokens[index]
  ) {
    if (part.kind === 'string') return undefined;
    key += part.text;
    index += 1;
    if (key.length > 64) return undefined;
  }
  if (tokens[index]?.text !== ')' || tokens[index + 1]?.text !== ':') return undefined;
  return { key, next: index + 2 };
}

/** Reads up to the next comma or closing bracket. Only literals are values; the rest is kept as text. */
function readValue(cursor: Cursor, found: Found): Value | Mistake {
  const { tokens } = cursor;
  const start = cursor.next;
  const before = found.children.length;
  const first = tokens[start];
  const literal = first && readLiteral(cursor, first, found);
  if (isMistake(literal)) return literal;
  const value = literal?.kind === 'integer' ? timesLiterals(cursor, literal.value) : literal;
  if (value && endsValue(tokens[cursor.next], tokens[cursor.next - 1])) return value;
  for (let token = tokens[cursor.next]; token && !endsItem(token); token = tokens[cursor.next]) {
    if (found.children.length > before && repeats(tokens, cursor.next)) return loopInCode(token.at);
    const mistake = isOpening(token) ? readBrackets(cursor, found) : readCallOrSkip(cursor, found);
    if (mistake) return mistake;
  }
  const text = tokens
    .slice(start, Math.min(cursor.next, start + 8))
    .map((token) => token.text)
    .join(' ');
  const call = found.children[before];
  const [from, to] = [tokens[start]?.at[0], tokens[cursor.next - 1]?.at[1]];
  return call && call.at[0] === from && call.at[1] === to
    ? { kind: 'other', text, call }
    : { kind: 'other', text };
}

/** `16 * 5 * 5`: a product of literals needs nothing to be run. */
function timesLiterals(cursor: Cursor, first: number): Value {
  const { tokens } = cursor;
  let value = first;
  while (tokens[cursor.next]?.text === '*' && /^\d+$/.test(tokens[cursor.next + 1]?.text ?? '')) {
    value *= Number(tokens[cursor.next + 1]?.text);
    cursor.next += 2;
  }
  return { kind: 'integer', value };
}

/** `[block() for _ in range(3)]`, `[block()] * 3`. */
function repeats(tokens: readonly CodeToken[], index: number): boolean {
  const text = tokens[index]?.text;
  if (text !== 'for') return text === '*';
  const behindName = tokens[index + 2]?.text;
  return tokens[index + 1]?.text === '(' || behindName === 'in' || behindName === ',';
}

function readCallOrSkip(cursor: Cursor, found: Found): Mistake | undefined {
  if (!isCallAt(cursor.tokens, cursor.next)) return skip(cursor);
  const call = readCall(cursor, {});
  if (isMistake(call)) return call;
  found.children.push(call);
  return undefined;
}

function isOpening({ text }: CodeToken): boolean {
  return text === '(' || text === '[' || text === '{';
}

function endsItem(token: CodeToken): boolean {
  return token.text === ',' || isClosing(token);
}

/** A literal is a whole value before a comma or a bracket, or where a print goes on in its next line. */
function endsValue(next: CodeToken | undefined, last: CodeToken | undefined): boolean {
  return !next || endsItem(next) || (next.text === '(' && last !== undefined && next.at[0] > last.at[1]);
}

function readLiteral(cursor: Cursor, token: CodeToken, found: Found): Value | Mistake | undefined {
  if (token.text === '(' || token.text === '[') return readList(cursor, found);
  if (isCallAt(cursor.tokens, cursor.next)) return undefined;
  cursor.next += 1;
  if (token.kind === 'string') return { kind: 'text', text: token.text.replace(/^["']+|["']+$/g, '') };
  if (token.kind === 'number') {
    // Python refuses `024`: in `1,024` a comma was meant for thousands.
    const whole = /^(?:0|[1-9]\d*)(?:_\d+)*$/.test(token.text);
    return whole
      ? { kind: 'integer', value: Number(token.text.replaceAll('_', '')) }
      : { kind: 'other', text: token.text };
  }
  if (token.kind !== 'name') return { kind: 'other', text: token.text };
  if (token.text === 'True' || token.text === 'False')
    return { kind: 'boolean', value: token.text === 'True' };
  return token.text === 'None' ? { kind: 'none' } : { kind: 'text', text: token.text };
}

function readList(cursor: Cursor, found: Found): Value | Mistake {
  const inside: Found = { args: [], children: [] };
  const mistake = readBrackets(cursor, inside);
  if (mistake) return mistake;
  found.children.push(...inside.children);
  return { kind: 'list', items: inside.args.map(({ value }) => value) };
}
