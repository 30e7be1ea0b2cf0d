import type { Inline } from '../../../src/answer/answer.ts';
import { type Piece, tag } from './piece.ts';

export function drawInlines(inlines: readonly Inline[]): Piece[] {
  return inlines.map(drawInline);
}

function drawInline({ kind, text }: Inline): Piece {
  switch (kind) {
    case 'text':
    case 'guess':
      return text;
    case 'strong':
      return tag('strong', {}, text);
    case 'code':
      return tag('code', {}, text);
  }
}
