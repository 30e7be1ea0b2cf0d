import type { Span } from './problem.ts';

export type Token = {
  /**
   * `sides`: two or more numbers joined by x, or a tuple. `malformed`: starts like a number and is none.
   * `symbol`: one character that the language has no use for.
   */
  readonly kind:
    | 'number'
    | 'sides'
    | 'malformed'
    | 'word'
    | 'arrow'
    | 'equals'
    | 'at'
    | 'plus'
    | 'open'
    | 'close'
    | 'symbol';
  /** Folded and in lower case; words have spaces for - and _. */
  readonly text: string;
  readonly at: Span;
};

// One alternative a kind, in this order. Each is linear: no alternative can match one text in two ways.
const lexeme = new RegExp(
  [
    // Separators, with the marks of bold and bulleted text, and the end of "what's".
    String.raw`(?<=[a-z])'(?:s|re|d|t)\b|[\s,;"'\x60!?*~]+|\.+(?!\w)|-(?=[a-z\s]|$)`,
    '-{1,4}>|={1,4}>|→', // arrow; bounded, as a run of dashes without an end must not be quadratic
    '[=:]',
    '@',
    String.raw`\+`,
    String.raw`[123](?:-d\b| d(?= conv))`, // 2-D
    String.raw`\(\s*\d+(?:\s*,\s*\d+)*\s*,?\s*\)`, // tuple
    String.raw`-?\.?\d[\w.]*(?:(?:[x*]|[ \t]*[x*][ \t]+| by |-by-)\d[\w.]*)*`, // number, sides; in `64 x2` the x belongs to the 2
    '[([{]',
    String.raw`[)\]}]`,
    String.raw`[^\s,;"'\x60!?*~=:@+()[\]{}→<>-](?:[^\s,;"'\x60!?*~=:@+()[\]{}→<>-]|-(?![->]))*`, // word
    '[^]',
  ]
    .map((alternative) => `(${alternative})`)
    .join('|'),
  'y',
);

const kinds = [
  '',
  'arrow',
  'equals',
  'at',
  'plus',
  'rank',
  'tuple',
  'number',
  'open',
  'close',
  'word',
  'symbol',
] as const;

/**
 * Splits text that was folded and put in lower case into tokens, in linear time. `start` and `end` bound
 * the part to read; spans count from the start of the whole text.
 */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  const part = end === text.length ? text : text.slice(0, end);
  let position = start;
  while (position < part.length) {
    const plainEnd = endOfPlain(part, position);
    if (plainEnd > position) {
      const kind = isDigit(part.charCodeAt(position)) ? 'number' : 'word';
      tokens.push({ kind, text: part.slice(position, plainEnd), at: [position, plainEnd] });
      position = plainEnd + 1;
      continue;
    }
    lexeme.lastIndex = position;
    const match = lexeme.exec(part);
    if (!match) break;
    position = lexeme.lastIndex;
    if (match[1] === undefined) tokens.push(tokenOf(match, [match.index, position]));
  }
  return tokens;
}

/**
 * The end of a run of only digits or only letters that a space or the text's end follows; `start` where there
 * is none. Most tokens are like that, and to find them is several times faster without the expression.
 */
function endOfPlain(text: string, start: number): number {
  const belongs = isDigit(text.charCodeAt(start)) ? isDigit : isLetter;
  let end = start;
  while (end < text.length && belongs(text.charCodeAt(end))) end += 1;
  if (end === text.length) return end;
  // `3 x 3` and `3 by 3` are one token, so that a number before an x, a star, a b or a d is not plain.
  const next = text.charCodeAt(end + 1);
  const joins =
    belongs === isDigit &&
    (next === 0x78 || next === 0x2a || next === 0x62 || next === 0x64 || next === space);
  return text.charCodeAt(end) === space && !joins ? end : start;
}

const space = 0x20;

function isDigit(character: number): boolean {
  return character >= 0x30 && character <= 0x39;
}

function isLetter(character: number): boolean {
  return character >= 0x61 && character <= 0x7a;
}

function tokenOf(match: RegExpExecArray, at: Span): Token {
  const text = match[0];
  const kind = kinds[match.indexOf(text, 1) - 1];
  switch (kind) {
    case 'rank':
      return { kind: 'word', text: `${text[0]}d`, at };
    case 'tuple':
      return { kind: 'sides', text: text.replace(/[\s()]|,\s*\)/g, '').replaceAll(',', 'x'), at };
    case 'number':
      return numberToken(text, at);
    case 'word':
      return { kind: 'word', text: text.replace(/[-_]+/g, ' ').replace(/\.+$/, '').trim(), at };
    case undefined:
    case '':
      return { kind: 'symbol', text, at };
    default:
      return { kind, text, at };
  }
}

const wholeNumber = /^\d+(?:_\d+)*$/;
const joinedSides = /^\d+(?:_\d+)*(?:x\d+(?:_\d+)*)+$/;

function numberToken(text: string, at: Span): Token {
  const trimmed = text.replace(/\.+$/, '');
  const end: Span = [at[0], at[0] + trimmed.length];
  if (wholeNumber.test(trimmed)) return { kind: 'number', text: trimmed, at: end };
  const sides = trimmed.replace(/[\s-]/g, '').replace(/\*|by/g, 'x');
  // `2 x 3x3` counts layers: a blank on one side of an x alone.
  const isCounted = /[ \t][x*][ \t]/.test(trimmed) && /\d[x*]\d/.test(trimmed);
  if (joinedSides.test(sides) && !isCounted) return { kind: 'sides', text: sides, at: end };
  if (/^[1-3]d$/.test(trimmed)) return { kind: 'word', text: trimmed, at: end };
  return { kind: 'malformed', text: trimmed, at: end };
}
