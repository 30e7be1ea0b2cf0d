import type { Block } from '../../../src/answer/answer.ts';
import { type Piece, tag } from './piece.ts';

/** The question as it was typed, the place of a mistake marked; where something is missing, a gap is marked. */
export function drawExcerpt({ text, at: [start, end] }: Extract<Block, { kind: 'excerpt' }>): Piece {
  const place = text.slice(start, end);
  const mark = tag('mark', place === '' ? { class: 'gap' } : {}, place);
  return tag(
    'pre',
    { class: 'excerpt scroll', 'data-name': 'The place of the mistake' },
    text.slice(0, start),
    mark,
    text.slice(end),
  );
}
