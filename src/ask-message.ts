import type { Answer } from './answer/answer.ts';
import { withNotes } from './answer/with-notes.ts';
import { ask } from './ask.ts';
import { versusWords } from './command/catalogue.ts';
import { codeInFences } from './command/code/code-in-fences.ts';
import { findCode, holdsCode } from './command/code/find-code.ts';
import { pythonLoop } from './command/code/python-loop.ts';
import { fold } from './command/fold.ts';
import { isMistake } from './command/problem.ts';

/**
 * Prices the layers of a message that somebody wrote in a discussion: the whole of it where all of it can be
 * read, else the code in its fences and back-ticks, else the calls of layers amid its prose. `message` is text
 * in which code may stand between back-ticks. Undefined where it names no layer; a mistake in its code is told.
 */
export function askMessage(message: string): Answer | undefined {
  if (!namesLayer(message)) return undefined;
  const whole = ask(message);
  if (whole.kind === 'answer') return whole;
  const code = codeInFences(message).filter(namesLayer);
  if (code.length > 0) return asideFrom(ask(joined(code, message)));
  const calls = callsIn(message);
  if (calls.length === 0 || pythonLoop.test(message)) return whole;
  const priced = ask(joined(calls, message));
  return priced.kind === 'answer' ? asideFrom(priced) : whole;
}

/** A mistake has its own place, which is seen to be in the code. */
function asideFrom(answer: Answer): Answer {
  return answer.kind === 'problem' ? answer : withNotes(answer, [asideNote]);
}

const asideNote = 'Only the layers of the message were read; its other words were left aside.';

/** "which is cheaper, … or …?", "what is the difference between … and …", "… instead of …". */
const comparing =
  /\b(?:vs|versus|compar(?:e[sd]?|ing|ison)|difference|differs?|cheaper|than|instead of)\b|\sor\s+(?:an?\s+|the\s+)?$/im;

/** Layers of a message as one question: set against each other where its prose does that, else summed. */
function joined(parts: readonly string[], message: string): string {
  const isComparison = parts.length > 1 && comparing.test(proseAround(parts, message));
  return parts.join(isComparison ? `\n${versus}\n` : '\n');
}

/** What stands around parts of a message, a line each. The parts are in its order. */
function proseAround(parts: readonly string[], message: string): string {
  const prose: string[] = [];
  let end = 0;
  for (const part of parts) {
    const start = message.indexOf(part, end);
    prose.push(message.slice(end, start));
    end = start + part.length;
  }
  prose.push(message.slice(end));
  return prose.join('\n').replaceAll('`', ' ');
}

const [versus = ''] = versusWords;

/** Words without any number ("what is this?") would ask for the default layer, which nobody meant here. */
function namesLayer(text: string): boolean {
  return holdsCode(fold(text)) || (/\d/.test(text) && ask(text).numbers.kind === 'answer');
}

/** The calls of modules in a text. */
function callsIn(text: string): string[] {
  const pieces = findCode(fold(text));
  if (isMistake(pieces)) return [];
  return pieces.filter(({ kind }) => kind === 'call').map(({ at }) => text.slice(...at));
}
