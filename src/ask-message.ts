import type { Answer } from './answer/answer.ts';
import { ask } from './ask.ts';
import { codeInFences } from './command/code/code-in-fences.ts';
import { findCode, holdsCode } from './command/code/find-code.ts';
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
  const code = codeInFences(message).filter(namesLayer).join('\n');
  if (code !== '') return withNote(ask(code), asideNote);
  const calls = callsIn(message);
  if (calls === '' || loop.test(message)) return whole;
  const priced = ask(calls);
  return priced.kind === 'answer' ? withNote(priced, asideNote) : whole;
}

const asideNote = 'Only the layers of the message were read; its other words were left aside.';

/**
 * A loop of Python repeats the calls in it: to price these alone would be wrong. It goes over a range or the like,
 * or ends its header with a line or a bracket, or adds to a list; "good for use in mobile: …" does none of that.
 */
const loop =
  /\bfor\s+\w+\s+in\s+(?:(?:range|enumerate|zip|reversed)\s*\(|[\w.]+\s*(?::[ \t]*(?:\n|$)|[\])]|:\s*[\w.]+\.(?:append|add_module|extend)\())/m;

/** Words without any number ("what is this?") would ask for the default layer, which nobody meant here. */
function namesLayer(text: string): boolean {
  return holdsCode(fold(text)) || (/\d/.test(text) && ask(text).numbers.kind === 'answer');
}

/** The calls of modules in a text, a line each. */
function callsIn(text: string): string {
  const pieces = findCode(fold(text));
  if (isMistake(pieces)) return '';
  return pieces
    .filter(({ kind }) => kind === 'call')
    .map(({ at }) => text.slice(...at))
    .join('\n');
}

function withNote(answer: Answer, sentence: string): Answer {
  const body = answer.body.map((block) =>
    block.kind === 'note' ? { ...block, sentences: [sentence, ...block.sentences] } : block,
  );
  return { ...answer, body };
}
