import { type Piece, tag } from './piece.ts';

type Rule = { readonly pattern: RegExp; readonly draw: (inner: string, address: string) => Piece };

/** What stands in a line of our own texts; each pattern is tried where the text has come to. */
const rules: readonly Rule[] = [
  { pattern: /\\([^\p{L}\p{N}\s])/uy, draw: (character) => character },
  { pattern: /\*\*((?:\\.|[^\\*])+)\*\*/sy, draw: (inner) => tag('strong', {}, ...discordInlines(inner)) },
  { pattern: /`([^`]+)`/y, draw: (inner) => tag('code', {}, inner) },
  {
    pattern: /\[((?:\\.|[^\\\]])+)\]\((https:[^)\s]+)\)/sy,
    draw: (inner, address) => tag('a', { href: address, rel: 'noreferrer' }, ...discordInlines(inner)),
  },
];

/** A line of Discord's markup as pieces: emphasis, code, links, and what a backslash keeps as it is. */
export function discordInlines(text: string): Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const found = ruleAt(text, at);
    if (!found) {
      plain += text[at];
      at += 1;
      continue;
    }
    const { piece, length } = found;
    if (typeof piece === 'string') plain += piece;
    else {
      if (plain !== '') pieces.push(plain);
      plain = '';
      pieces.push(piece);
    }
    at += length;
  }
  return plain === '' ? pieces : [...pieces, plain];
}

function ruleAt(text: string, at: number): { readonly piece: Piece; readonly length: number } | undefined {
  for (const { pattern, draw } of rules) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { piece: draw(found[1] ?? '', found[2] ?? ''), length: found[0].length };
  }
  return undefined;
}
