import type { Problem, Span } from '../command/problem.ts';
import { type Answer, text } from './answer.ts';
import { questionLabel } from './question-label.ts';

/**
 * A mistake: the question with its place marked, what is wrong there, and the nearest questions that work. `asked`
 * is the whole question in words, values of a form and all, and the place in that.
 */
export function presentProblem(
  asked: { readonly text: string; readonly at: Span },
  problem: Problem,
): Answer {
  const { kind, ...numbers } = problem;
  const { suggestion, otherSuggestion } = problem;
  return {
    kind,
    title: 'There is a mistake in this question',
    command: asked.text.trim(),
    lead: [text(problem.message)],
    body: [{ kind: 'excerpt', ...excerpt(asked.text, asked.at) }],
    actions: [
      ...(suggestion === undefined
        ? []
        : [{ label: questionLabel(suggestion, 'Ask the corrected question'), command: suggestion }]),
      ...(otherSuggestion === undefined
        ? []
        : [{ label: questionLabel(otherSuggestion, 'Ask what else was meant'), command: otherSuggestion }]),
      ...(suggestion === 'help' ? [] : [{ label: 'Help', command: 'help' }]),
    ],
    share: false,
    numbers: { kind, problem: numbers },
  };
}

const before = 40;
const after = 24;

/**
 * One line of the question around a mistake, short enough to stand above a caret. Everything that a terminal
 * or a chat would act upon (control characters, direction marks) is shown as a dot, one for one.
 */
function excerpt(question: string, [start, end]: Span) {
  const lineStart = question.lastIndexOf('\n', start - 1) + 1;
  const newline = question.indexOf('\n', start);
  const lineEnd = newline === -1 ? question.length : newline;
  const from = start - lineStart > before ? start - before : lineStart;
  const stop = Math.min(Math.max(end, start + 1), lineEnd, start + after);
  const to = lineEnd - stop > after ? stop + after : lineEnd;
  const head = from > lineStart ? '…' : '';
  const tail = to < lineEnd ? '…' : '';
  const shown = question
    .slice(from, to)
    .replace(/[\p{C}\p{Zl}\p{Zp}\t]/gu, (hidden) => '·'.repeat(hidden.length));
  const at = [start - from + head.length, Math.max(stop, start) - from + head.length] as const;
  return { text: head + shown + tail, at };
}
