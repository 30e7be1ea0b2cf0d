import type { Span } from '../problem.ts';

export type CodeToken = {
  readonly kind: 'name' | 'number' | 'string' | 'mark';
  readonly text: string;
  readonly at: Span;
};

const skipped = String.raw`([ \t\r\n]+|#[^\n]*)`;
const docString = `"""(?:[^"]+|"(?!""))*(?:"""|$)|'''(?:[^']+|'(?!''))*(?:'''|$)`;
// A string that is not closed ends with its line.
const string = String.raw`"[^"\n\\]*(?:\\.[^"\n\\]*)*"?|'[^'\n\\]*(?:\\.[^'\n\\]*)*'?`;
const name = String.raw`([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)`;
const number = String.raw`(\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?)`;

/** Outside of brackets a quote is an apostrophe or goes around code, so that only inside it starts a string. */
const outside = new RegExp(`${skipped}|(${docString})|${name}|${number}|[^]`, 'y');
const inside = new RegExp(`${skipped}|(${docString}|${string})|${name}|${number}|[^]`, 'y');

/** Python's tokens, as far as calls and literals need them, in linear time. The text is folded. */
export function codeTokens(text: string): CodeToken[] {
  const tokens: CodeToken[] = [];
  let depth = 0;
  let position = 0;
  while (position < text.length) {
    const lexeme = depth > 0 ? inside : outside;
    lexeme.lastIndex = position;
    const match = lexeme.exec(text);
    if (!match) break;
    const start = position;
    position = lexeme.lastIndex;
    if (match[1] !== undefined) continue;
    const [word] = match;
    tokens.push({ kind: kindOf(match), text: word, at: [start, position] });
    if (word === '(' || word === '[' || word === '{') depth += 1;
    else if (word === ')' || word === ']' || word === '}') depth = Math.max(0, depth - 1);
  }
  return tokens;
}

function kindOf(match: RegExpExecArray): CodeToken['kind'] {
  if (match[2] !== undefined) return 'string';
  if (match[3] !== undefined) return 'name';
  return match[4] === undefined ? 'mark' : 'number';
}
