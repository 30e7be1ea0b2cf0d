import type { Problem, Span } from '../command/problem.ts';
import { type Answer, text } from './answer.ts';

/**
 * A mistake: the question with its place marked, what is wrong there, and the nearest question that works. `asked`
 * is the whole question in words, values of a form and all, and the place in that.
 */
export function presentProblem(
  asked: { readonly text: string; readonly at: Span },
  problem: Problem,
): Answer {
  const { kind, ...numbers } = problem;
  const { suggestion } = problem;
  return {
    kind,
    title: 'There is a mistake in this question',
    command: asked.text.trim(),
    lead: [text(problem.message)],
    body: [{ kind: 'excerpt', ...excerpt(asked.text, asked.at) }],
    actions: [
      ...(suggestion === undefined ? [] : [{ label: labelOf(suggestion), command: suggestion }]),
      ...(suggestion === 'help' ? [] : [{ label: 'Help', command: 'help' }]),
    ],
    share: false,
    numbers: { kind, problem: numbers },
  };
}

/** A button shows the corrected question itself, where it fits on one (75 characters on Slack). */
function labelOf(suggestion: string): string {
  return suggestion.length <= 75 && !suggestion.includes('\n') ? suggestion : 'Ask the corrected question';
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
