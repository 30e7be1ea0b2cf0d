import type { Block, Cell } from '../../../src/answer/answer.ts';
import { plainFormula } from '../../../src/answer/plain/formula.ts';
import { plainTable } from '../../../src/answer/plain/table.ts';
import { counted } from '../../../src/numbers-in-words.ts';
import { escaped } from './escaped.ts';
import { excerptLines } from './excerpt-lines.ts';
import { fence } from './fence.ts';
import { inlines } from './inlines.ts';
import { phoneColumns } from './limits.ts';
import type { Say } from './localiser.ts';
import { type Part, whole } from './part.ts';

/** A block as markup. */
export function blockPart(block: Block, say: Say): Part {
  switch (block.kind) {
    case 'table':
      return tablePart(block, say);
    case 'formula':
      return formulaPart(block, say);
    case 'paragraph':
      return whole(inlines(block.inlines, say));
    case 'excerpt':
      return whole(fence(excerptLines(block, phoneColumns)));
    case 'note':
      return whole(smallPrint(escaped(say(block.sentences.join(' ')))));
    case 'references':
      return whole(
        smallPrint(block.references.map(({ text, url }) => `[${escaped(text)}](${url})`).join(' · ')),
      );
  }
}

/** One line of small print. */
export function smallPrint(markup: string): string {
  return markup === '' ? '' : `-# ${markup.replaceAll('\n', ' ')}`;
}

function tablePart(table: Extract<Block, { kind: 'table' }>, say: Say): Part {
  const cell = ({ text, typed = '' }: Cell) => ({ text: typed + say(text.slice(typed.length)) });
  const rows = table.rows.map((row) => row.map(cell));
  const columns = table.columns.map((column) => ({ ...column, title: say(column.title) }));
  return {
    kind: 'rows',
    of: 'table',
    rows: rows.length,
    draw: (kept) =>
      fence(
        withRest(
          plainTable({ ...table, columns, rows: rows.slice(0, kept) }, phoneColumns),
          rows.length - kept,
          'row',
          say,
        ),
      ),
  };
}

function formulaPart({ kind, lines }: Extract<Block, { kind: 'formula' }>, say: Say): Part {
  return {
    kind: 'rows',
    of: 'formula',
    rows: lines.length,
    draw: (kept) =>
      fence(
        withRest(
          say(plainFormula({ kind, lines: lines.slice(0, kept) }, phoneColumns)),
          lines.length - kept,
          'line',
          say,
        ),
      ),
  };
}

function withRest(text: string, left: number, what: string, say: Say): string {
  return left === 0 ? text : `${text}\n… and ${say(counted(left, `more ${what}`))}`;
}
