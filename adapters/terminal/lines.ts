import { ask } from '../../src/ask.ts';
import { decoded } from './decoded.ts';
import { fault } from './fault.ts';
import type { Io } from './io.ts';
import { splitLines } from './split-lines.ts';
import { write } from './write.ts';

/** More than the longest question (131,072 characters), so that the parser still finds the line too long. */
const mostOfALine = 200_000;

/**
 * Answers each line of standard input with one line of JSON, before the next line is read. After a fault the
 * lines still correspond: its document is `{"kind":"fault","id":…}`, with the id that stderr tells.
 */
export async function answerLines({ stdin, stdout, stderr, env }: Io): Promise<0 | 1 | 2> {
  let problems = false;
  let faults = false;
  for await (const line of splitLines(decoded(stdin), mostOfALine)) {
    let document: object;
    try {
      const { kind, numbers } = ask(line);
      problems ||= kind === 'problem';
      document = numbers;
    } catch (error) {
      const { id, text } = fault(error, env);
      stderr.write(text);
      faults = true;
      document = { kind: 'fault', id };
    }
    await write(stdout, `${JSON.stringify(document)}\n`);
  }
  if (faults) return 1;
  return problems ? 2 : 0;
}
