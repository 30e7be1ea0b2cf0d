import type { Piece } from './piece.ts';

/** Pieces as HTML, for whoever has no document to build them in. */
export function html(pieces: readonly Piece[]): string {
  return pieces.map(pieceHtml).join('');
}

function pieceHtml(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  const attributes = Object.entries(piece.attributes).map(
    ([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`,
  );
  return `<${piece.name}${attributes.join('')}>${html(piece.pieces)}</${piece.name}>`;
}

/** What HTML acts upon in text; in values a quote as well (HTML Living Standard, 13.3, "escaping a string"). */
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\u00a0': '&nbsp;',
};

function escaped(text: string): string {
  return text.replace(/[&<>\u00a0]/g, (character) => escapes[character] ?? character);
}
