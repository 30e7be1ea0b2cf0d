import type { Block, Reference } from '../../../src/answer/answer.ts';
import { type Piece, tag } from './piece.ts';

/** References as links. They are the answer's own, never text that a person typed. */
export function drawReferences({ references }: Extract<Block, { kind: 'references' }>): Piece {
  return tag('ul', { class: 'references' }, ...references.map(drawReference));
}

function drawReference({ text, url }: Reference): Piece {
  return tag('li', {}, tag('a', { href: url, rel: 'noreferrer' }, text));
}
