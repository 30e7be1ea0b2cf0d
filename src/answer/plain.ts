import type { Action, Answer, Block, Inline } from './answer.ts';
import { plainExcerpt } from './plain/excerpt.ts';
import { plainFormula } from './plain/formula.ts';
import { plainTable } from './plain/table.ts';
import { wrap } from './plain/wrap.ts';

/** How a text surface sets off what is important; the default leaves everything as it is. */
export type Paint = { readonly title: (text: string) => string; readonly strong: (text: string) => string };

export type PlainOptions = {
  /** Columns to fit into; without it, every paragraph is one line. */
  readonly width?: number;
  readonly paint?: Paint;
  /** Whether the next questions are listed; a surface with buttons has them there. Yes unless told otherwise. */
  readonly next?: boolean;
};

const noPaint: Paint = { title: (text) => text, strong: (text) => text };

/**
 * An answer as text: what terminals print, notifications show and screen readers say. Every number of the
 * answer is in it. Blocks are set apart by an empty line; no line ends with a space.
 */
export function plain(
  answer: Answer,
  { width = Number.POSITIVE_INFINITY, paint = noPaint, next = true }: PlainOptions = {},
): string {
  const lead = inlines(answer.lead, width, paint);
  const isProblem = answer.kind === 'problem';
  const title = byLine(wrap(answer.title, width), paint.title);
  let page = isProblem ? '' : `${title}\n\n${lead}`;
  for (const block of answer.body) {
    page += `${page === '' ? '' : '\n\n'}${plainBlock(block, width, paint)}`;
  }
  if (isProblem) page += `\n\n${lead}`;
  const actions = next ? plainActions(answer, width) : '';
  return actions === '' ? page : `${page}\n\n${actions}`;
}

function plainBlock(block: Block, width: number, paint: Paint): string {
  switch (block.kind) {
    case 'table':
      return plainTable(block, width);
    case 'formula':
      return plainFormula(block, width);
    case 'paragraph':
      return inlines(block.inlines, width, paint);
    case 'excerpt':
      return plainExcerpt(block);
    case 'note':
      return wrap(block.sentences.join(' '), width);
    case 'references':
      return block.references.map(({ text, url }) => wrap(`${text}: ${url}`, width)).join('\n');
  }
}

/** Emphasis is painted word by word, since a wrapped line must not carry it over to the next. */
function inlines(list: readonly Inline[], width: number, paint: Paint): string {
  let whole = '';
  for (const { text } of list) whole += text;
  const wrapped = wrap(whole, width);
  if (paint === noPaint) return wrapped;
  let from = 0;
  let painted = '';
  for (const { kind, text } of list) {
    const to = from + text.length;
    // Wrapping turns spaces into line ends one for one, so positions stay the same.
    const part = wrapped.slice(from, to);
    painted += kind === 'strong' ? byLine(part, paint.strong) : part;
    from = to;
  }
  return painted;
}

function plainActions({ kind, actions }: Answer, width: number): string {
  if (kind === 'help') return '';
  if (kind === 'problem') return plainCorrections(actions, width);
  let text = '';
  for (const action of actions) {
    if (!isShort(action)) continue;
    const { label, command } = action;
    const line = wrap(label === command ? command : `${label}: ${command}`, width - 4);
    text += `\n  ${byLine(line, indented)}`;
  }
  return text === '' ? '' : `Next:${text}`;
}

/** What would work, a line each; where nothing is known to, help. */
function plainCorrections(actions: readonly Action[], width: number): string {
  const corrections = actions.length > 1 ? actions.filter(({ command }) => command !== 'help') : actions;
  return corrections
    .filter(isShort)
    .map(({ command }, index) => wrap(`${index === 0 ? 'Try' : 'Or'}: ${command}`, width))
    .join('\n');
}

/** A pasted model's next questions hold the whole model; they are for buttons, not for reading. */
function isShort({ command }: Action): boolean {
  return command.length <= 200 && !command.includes('\n');
}

function indented(line: string, index: number): string {
  return index === 0 ? line : `    ${line}`;
}

/** Emphasis and indents go line by line. */
function byLine(text: string, change: (line: string, index: number) => string): string {
  return text.includes('\n') ? text.split('\n').map(change).join('\n') : change(text, 0);
}
