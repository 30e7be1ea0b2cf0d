import type { Answer } from '../../../src/answer/answer.ts';
import { type Piece, tag } from './piece.ts';

/** The next questions as buttons. Each carries the question that it asks; a mistake's first one mends it. */
export function drawActions({ kind, actions }: Answer): Piece[] {
  if (actions.length === 0) return [];
  const buttons = actions.map(({ label, command }, index) =>
    askButton(label, command, kind === 'problem' && index === 0 && actions.length > 1 ? 'primary' : 'plain'),
  );
  return [tag('div', { class: 'actions', role: 'group', 'aria-label': 'Next questions' }, ...buttons)];
}

/** A button that asks a question. */
export function askButton(label: string, command: string, look: string): Piece {
  return tag('button', { type: 'button', class: look, 'data-ask': command }, label);
}
