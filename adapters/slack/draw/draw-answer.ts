import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../../src/answer/answer.ts';
import { clip } from './clip.ts';
import { drawBlock, type Place } from './draw-block.ts';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';
import { richText } from './rich-text.ts';

/**
 * An answer as blocks, without its buttons: title, lead, then its body. Of a mistake, the place comes first and
 * then what is wrong there. The largest table of a message is native, since Slack takes only one.
 */
export function drawAnswer(answer: Answer, surface: Place['surface']): KnownBlock[] {
  const tables = answer.body.filter(({ kind }) => kind === 'table');
  const largest = tables.reduce<(typeof tables)[number] | undefined>(
    (best, table) => (rowsOf(table) > rowsOf(best) ? table : best),
    undefined,
  );
  const body = answer.body.map((block) =>
    drawBlock(block, { surface, nativeTable: surface === 'message' && block === largest }),
  );
  const lead = richText(answer.lead);
  if (answer.kind === 'problem') return [...body, lead];
  return [{ type: 'header', text: plainText(clip(answer.title, limits.headerText)) }, lead, ...body];
}

function rowsOf(block: Answer['body'][number] | undefined): number {
  return block?.kind === 'table' ? block.rows.length : 0;
}
