import { clearLine, createInterface, cursorTo, emitKeypressEvents, type Key } from 'node:readline';
import type { Answer } from '../../src/answer/answer.ts';
import { ask } from '../../src/ask.ts';
import { fault } from './fault.ts';
import { goesOn } from './goes-on.ts';
import type { Io } from './io.ts';
import { recalled } from './recalled.ts';

const greeting = 'Type a question; help shows examples, exit leaves (Ctrl-D).';
const first = 'convparams> ';
const more = '... ';

// A terminal that knows bracketed paste says where pasted text begins and ends; readline names both as keys.
const pasteOn = '\x1b[?2004h';
const pasteOff = '\x1b[?2004l';

/**
 * Asks for one question after another until the person leaves. `show` draws an answer. What is pasted at once
 * is one question, as in a chat; a typed one goes on in the next line while a bracket or a fence is open.
 */
export function prompt({ stdin, stdout, env }: Io, show: (answer: Answer) => string): Promise<void> {
  // Left to createInterface, Node 20 puts what is pasted before the end of a line behind its end.
  emitKeypressEvents(stdin);
  const editor = createInterface({
    input: stdin,
    output: stdout,
    terminal: true,
    prompt: first,
    historySize: 500,
    removeHistoryDuplicates: true,
  });
  const pasteMarks = env['TERM'] !== 'dumb';
  let lines: string[] = [];
  let pasting = false;
  let leftByWord = false;
  // readline's own list, newest first; it is documented that a listener may change it.
  let history: string[] = [];

  function enter(line: string): void {
    const blank = line.trim() === '';
    if (pasting || lines.length > 0) {
      lines.push(line);
      forget(line);
      if (!pasting) settle(blank);
    } else if (isFarewell(line)) {
      leave();
      return;
    } else if (!blank) {
      lines = [line];
      if (!settle(false)) forget(line);
    }
    next();
  }

  /** Answers the lines so far. False if the question goes on, which only `last` forbids. */
  function settle(last: boolean): boolean {
    const question = lines.join('\n');
    try {
      const answer = ask(question);
      if (!last && goesOn(question, answer)) return false;
      stdout.write(`${show(answer)}\n`);
      const line = lines.length > 1 ? recalled(lines, answer) : undefined;
      if (line !== undefined) history.unshift(line);
    } catch (error) {
      stdout.write(fault(error, env).text);
    }
    lines = [];
    return true;
  }

  /** A paste that ends with a newline needs no Enter after it. */
  function endPaste(): void {
    pasting = false;
    if (lines.length === 0 || editor.line !== '') return;
    cursorTo(stdout, 0);
    clearLine(stdout, 0);
    if (lines.length === 1 && isFarewell(lines.join())) {
      leave();
      return;
    }
    if (lines.every((line) => line.trim() === '')) lines = [];
    else settle(false);
    next();
  }

  /** Lines of an unfinished question are no entries of their own. */
  function forget(line: string): void {
    if (line !== '' && history[0] === line) history.shift();
  }

  function interrupt(): void {
    if (editor.line === '' && lines.length === 0) {
      editor.close();
      return;
    }
    lines = [];
    editor.write(null, { ctrl: true, name: 'e' });
    editor.write(null, { ctrl: true, name: 'u' });
    next();
  }

  function next(): void {
    editor.setPrompt(lines.length === 0 ? first : more);
    editor.prompt();
  }

  function leave(): void {
    leftByWord = true;
    lines = [];
    editor.close();
  }

  return new Promise((resolve) => {
    const onKey = (_typed: string | undefined, { name }: Key) => {
      if (name === 'paste-start') pasting = true;
      if (name === 'paste-end') endPaste();
    };
    stdin.on('keypress', onKey);
    editor.on('history', (entries: string[]) => {
      history = entries;
    });
    editor.on('line', enter);
    editor.on('SIGINT', interrupt);
    editor.on('close', () => {
      stdin.off('keypress', onKey);
      if (!leftByWord) stdout.write('\n');
      if (lines.length > 0) settle(true);
      if (pasteMarks) stdout.write(pasteOff);
      resolve();
    });
    // Back from Ctrl-Z: readline has paused, and the shell has turned the paste marks off.
    editor.on('SIGCONT', () => {
      if (pasteMarks) stdout.write(pasteOn);
      editor.prompt(true);
    });
    stdout.write(`${greeting}\n${pasteMarks ? pasteOn : ''}`);
    next();
  });
}

function isFarewell(line: string): boolean {
  return /^\s*(?:exit|quit)\s*$/i.test(line);
}
