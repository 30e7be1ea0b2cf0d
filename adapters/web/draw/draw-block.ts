import type { Block } from '../../../src/answer/answer.ts';
import { drawExcerpt } from './draw-excerpt.ts';
import { drawFormula } from './draw-formula.ts';
import { drawInlines } from './draw-inlines.ts';
import { drawReferences } from './draw-references.ts';
import { drawTable } from './draw-table.ts';
import { type Piece, tag } from './piece.ts';

/** A block of an answer as a piece of a page. */
export function drawBlock(block: Block): Piece {
  switch (block.kind) {
    case 'table':
      return drawTable(block);
    case 'formula':
      return drawFormula(block);
    case 'paragraph':
      return tag('p', {}, ...drawInlines(block.inlines));
    case 'excerpt':
      return drawExcerpt(block);
    case 'note':
      return tag('p', { class: 'note' }, block.sentences.join(' '));
    case 'references':
      return drawReferences(block);
  }
}
