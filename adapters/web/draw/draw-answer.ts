import type { Answer } from '../../../src/answer/answer.ts';
import { drawActions } from './draw-actions.ts';
import { drawBars } from './draw-bars.ts';
import { drawBlock } from './draw-block.ts';
import { drawInlines } from './draw-inlines.ts';
import { type Piece, tag } from './piece.ts';

/**
 * An answer as pieces of a page: title, lead, the table with a bar for each variant, the proof, the next
 * questions. Of a mistake, the place comes first and then what is wrong there.
 */
export function drawAnswer(answer: Answer): Piece[] {
  const lead = tag('p', { class: 'lead' }, ...drawInlines(answer.lead));
  const title = tag('h2', { class: 'title', tabindex: '-1' }, answer.title);
  const body = answer.body.map(drawBlock);
  if (answer.kind === 'problem') return [title, ...body, lead, ...drawActions(answer)];
  const table = answer.body.findIndex(({ kind }) => kind === 'table') + 1;
  return [
    title,
    lead,
    ...body.slice(0, table),
    ...drawBars(answer),
    ...body.slice(table),
    ...drawActions(answer),
  ];
}
