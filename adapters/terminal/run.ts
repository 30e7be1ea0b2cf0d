import packageJson from '../../package.json' with { type: 'json' };
import type { Answer } from '../../src/answer/answer.ts';
import { plain } from '../../src/answer/plain.ts';
import { ask } from '../../src/ask.ts';
import { fault } from './fault.ts';
import type { Io } from './io.ts';
import { answerLines } from './lines.ts';
import { look } from './look.ts';
import { readOptions } from './options.ts';
import { prompt } from './prompt.ts';
import { readStdin } from './read-stdin.ts';
import { usage } from './usage.ts';
import { write } from './write.ts';

type ExitCode = 0 | 1 | 2;

/**
 * The `convparams` command. Resolves to its exit code: 0 answered, 2 the question has a problem, 1 a fault of
 * ours. Never rejects.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  // Without a listener a failed write would end the process; each write is told of its own failure.
  for (const stream of [io.stdout, io.stderr]) stream.on('error', () => {});
  try {
    return await answerArguments(argv, io);
  } catch (error) {
    const failure = systemFailure(error);
    // The reader has seen enough, as `head` has: nothing to tell, and nobody to tell it to.
    if (failure?.code === 'EPIPE') return 0;
    io.stderr.write(failure ? `convparams: ${failure.message}\n` : fault(error, io.env).text);
    return 1;
  }
}

async function answerArguments(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { stdin, stdout, stderr, env } = io;
  const options = readOptions(argv);
  if (typeof options === 'string') {
    stderr.write(`convparams: ${options}\n`);
    return 2;
  }
  const { words, json, lines, help, version } = options;
  if (help) return print(stdout, usage);
  if (version) return print(stdout, `${packageJson.version}\n`);
  if (lines) return answerLines(io);
  if (words.length === 0 && stdin.isTTY && stdout.isTTY) {
    await prompt(io, (answer) => (json ? inNumbers(answer) : inWords(answer, stdout, env)));
    return 0;
  }
  return reply(ask(await questionOf(words, stdin)), json, io);
}

/** The words, or standard input where there are none; words after `-` are added to standard input. */
async function questionOf(words: readonly string[], stdin: Io['stdin']): Promise<string> {
  const [first = '-', ...others] = words;
  if (first !== '-') return words.join(' ');
  const text = await readStdin(stdin);
  return others.length > 0 ? `${text}\n${others.join(' ')}` : text;
}

async function reply(answer: Answer, json: boolean, { stdout, stderr, env }: Io): Promise<ExitCode> {
  const problem = answer.kind === 'problem';
  if (problem) stderr.write(inWords(answer, stderr, env));
  if (json) await write(stdout, inNumbers(answer));
  else if (!problem) await write(stdout, inWords(answer, stdout, env));
  return problem ? 2 : 0;
}

async function print(stdout: Io['stdout'], text: string): Promise<0> {
  await write(stdout, text);
  return 0;
}

function inWords(answer: Answer, stream: Io['stdout'], env: Io['env']): string {
  return `${plain(answer, look(stream, env))}\n`;
}

function inNumbers({ numbers }: Answer): string {
  return `${JSON.stringify(numbers, null, 2)}\n`;
}

/** What the system refused, such as a write to a full disk or a read of a directory: its own words say it best. */
function systemFailure(error: unknown): { readonly code: unknown; readonly message: string } | undefined {
  const isSystems = error instanceof Error && 'code' in error && 'syscall' in error;
  return isSystems ? { code: error.code, message: error.message } : undefined;
}
