import { parseArgs } from 'node:util';

export type Options = {
  /** The question's words; `-` in first place stands for standard input. */
  readonly words: readonly string[];
  readonly json: boolean;
  readonly lines: boolean;
  readonly help: boolean;
  readonly version: boolean;
};

const known = {
  json: { type: 'boolean' },
  lines: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Reads the arguments; a string is what is wrong with them. */
export function readOptions(argv: readonly string[]): Options | string {
  const end = argv.indexOf('--');
  const before = end === -1 ? argv : argv.slice(0, end);
  const after = end === -1 ? [] : argv.slice(end + 1);
  const words = [...before.filter((word) => !isOption(word)), ...after];
  try {
    const { values } = parseArgs({ args: before.filter(isOption), options: known, strict: true });
    const { json = false, lines = false, help = false, version = false } = values;
    if (lines && words.some((word) => word !== '-')) {
      return '--lines reads its questions from standard input: leave out the words.';
    }
    return { words, json, lines, help, version };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Node adds a second sentence, on quoting, that names no option of ours.
    const [wrong] = error.message.split('. ');
    return `${wrong}. --help lists the options; words that begin with a dash go after --.`;
  }
}

/** `-5`, `->` and `-` are words of a question; only a letter makes an option of a dash. */
function isOption(word: string): boolean {
  return /^--?[a-z]/i.test(word);
}
