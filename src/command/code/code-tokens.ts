import type { Span } from '../problem.ts';

export type CodeToken = {
  readonly kind: 'name' | 'number' | 'string' | 'mark';
  readonly text: string;
  readonly at: Span;
  /** Whether one blank, and no line end, parts it from the token before. */
  readonly behindBlank: boolean;
};

/**
 * Python's tokens, as far as calls and literals need them, in linear time. The text is folded. Names include
 * their dots. Outside of brackets a quote is an apostrophe or goes around code, so that a string can start
 * only inside of them; only docstrings are strings everywhere.
 */
export function codeTokens(text: string): CodeToken[] {
  const tokens: CodeToken[] = [];
  let depth = 0;
  let before = 0;
  let start = skipBlanks(text, 0);
  while (start < text.length) {
    const character = text.charCodeAt(start);
    let kind: CodeToken['kind'] = 'mark';
    let end = start + 1;
    if (isLetter(character)) {
      kind = 'name';
      end = endOfName(text, start);
    } else if (isDigit(character)) {
      kind = 'number';
      end = endOfNumber(text, start);
    } else if (character === doubleQuote || character === singleQuote) {
      const closed = endOfString(text, start, depth > 0);
      if (closed !== undefined) {
        kind = 'string';
        end = closed;
      }
    } else if (isOpening(character)) depth += 1;
    else if (isClosing(character) && depth > 0) depth -= 1;
    const behindBlank = start === before + 1 && text.charCodeAt(before) === 0x20;
    tokens.push({ kind, text: text.slice(start, end), at: [start, end], behindBlank });
    before = end;
    start = skipBlanks(text, end);
  }
  return tokens;
}

const doubleQuote = 0x22;
const singleQuote = 0x27;

/** Spaces, line ends and comments. */
function skipBlanks(text: string, from: number): number {
  let position = from;
  while (position < text.length) {
    const character = text.charCodeAt(position);
    if (character === 0x23) {
      const newline = text.indexOf('\n', position);
      position = newline === -1 ? text.length : newline;
    } else if (character === 0x20 || (character >= 0x09 && character <= 0x0d)) position += 1;
    else break;
  }
  return position;
}

function endOfName(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length) {
    const character = text.charCodeAt(end);
    const isDot = character === 0x2e && isLetter(text.charCodeAt(end + 1));
    if (!isDot && !isLetter(character) && !isDigit(character)) break;
    end += 1;
  }
  return end;
}

const numeral = /\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?/y;

function endOfNumber(text: string, start: number): number {
  numeral.lastIndex = start;
  numeral.test(text);
  return numeral.lastIndex;
}

/** Where a string ends; a string that is not closed ends with its line, a docstring with the text. */
function endOfString(text: string, start: number, inBrackets: boolean): number | undefined {
  const quote = text.charAt(start);
  if (text.startsWith(quote.repeat(3), start)) {
    const close = text.indexOf(quote.repeat(3), start + 3);
    return close === -1 ? text.length : close + 3;
  }
  if (!inBrackets) return undefined;
  for (let position = start + 1; position < text.length; position += 1) {
    const character = text.charAt(position);
    if (character === '\\') position += 1;
    else if (character === quote) return position + 1;
    else if (character === '\n') return position;
  }
  return text.length;
}

function isLetter(character: number): boolean {
  return (
    (character >= 0x61 && character <= 0x7a) || (character >= 0x41 && character <= 0x5a) || character === 0x5f
  );
}

function isDigit(character: number): boolean {
  return character >= 0x30 && character <= 0x39;
}

/** ( [ { */
function isOpening(character: number): boolean {
  return character === 0x28 || character === 0x5b || character === 0x7b;
}

/** ) ] } */
function isClosing(character: number): boolean {
  return character === 0x29 || character === 0x5d || character === 0x7d;
}
