import type { KnownBlock } from '@slack/types';
import type { Block } from '../../../src/answer/answer.ts';
import { plainExcerpt } from '../../../src/answer/plain/excerpt.ts';
import { plainFormula } from '../../../src/answer/plain/formula.ts';
import { plainTable } from '../../../src/answer/plain/table.ts';
import { context } from './context.ts';
import { drawList } from './draw-list.ts';
import { drawReferences } from './draw-references.ts';
import { drawTable } from './draw-table.ts';
import { preformatted } from './preformatted.ts';
import { richText } from './rich-text.ts';

/** Characters of fixed width that a message shows in one line on a desktop; a phone scrolls sideways. */
const formulaWidth = 76;

/** Characters of fixed width that a modal shows in one line. */
const modalWidth = 46;

/** Where a block is drawn: a native table needs a message, and one that has none yet. */
export type Place = { readonly surface: 'message' | 'modal'; readonly nativeTable: boolean };

/** A block of an answer as a block of Slack's. */
export function drawBlock(block: Block, { surface, nativeTable }: Place): KnownBlock {
  const width = surface === 'modal' ? modalWidth : formulaWidth;
  switch (block.kind) {
    case 'table': {
      if (nativeTable) return drawTable(block);
      const isWords = block.columns.every(({ align }) => align === 'left');
      return isWords ? drawList(block) : preformatted(plainTable(block, width));
    }
    case 'formula':
      return preformatted(plainFormula(block, width));
    case 'paragraph':
      return richText(block.inlines);
    case 'excerpt':
      return preformatted(plainExcerpt(block));
    case 'note':
      return context(block.sentences.join(' '));
    case 'references':
      return drawReferences(block);
  }
}
