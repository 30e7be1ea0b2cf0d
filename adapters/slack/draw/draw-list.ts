import type { RichTextBlock } from '@slack/types';
import { type Block, code, text } from '../../../src/answer/answer.ts';
import { leaves } from './rich-text.ts';

/**
 * A table of words as a list: where a second native table is not allowed. The first cell is code, the second
 * says what that is, and others follow behind their column's title.
 */
export function drawList({ columns, rows }: Extract<Block, { kind: 'table' }>): RichTextBlock {
  const items = rows.map(([first, second, ...others]) => {
    const rest = others.map((cell, index) => `. ${columns[index + 2]?.title}: ${cell.text}`).join('');
    return leaves([code(first?.text ?? ''), text(`: ${second?.text}${rest}`)]);
  });
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: items.map((elements) => ({ type: 'rich_text_section', elements })),
      },
    ],
  };
}
