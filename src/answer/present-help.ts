import { catalogue, type Entry, editWords, examples, messageMenuName } from '../command/catalogue.ts';
import type { HelpCommand } from '../command/command.ts';
import { topicOf } from '../command/topics.ts';
import { type Action, type Answer, type Block, type Cell, code, paragraph, text } from './answer.ts';

/** Help: six examples as buttons and the table of words, or one word alone. Not a manual. */
export function presentHelp(command: HelpCommand): Answer {
  const entry = catalogue.find(({ fact }) => fact === command.about);
  return {
    kind: 'help',
    title: entry ? `Help on ${entry.title}` : 'What a convolution layer costs',
    command: command.text,
    lead: [text(entry ? `${capitalised(entry.meaning)}.` : overview)],
    body: entry ? aboutOneWord(entry) : [exampleTable(), wordTable(catalogue), inChats],
    actions: entry
      ? entryActions(entry)
      : examples.map((example) => ({ label: example.command, command: example.command })),
    share: false,
    numbers: { command: command.text, kind: 'help' },
  };
}

/** The lead has the meaning already; what is left to say fits three lines. */
function aboutOneWord({ shown, absent, example }: Entry): Block[] {
  return [
    paragraph('Written: ', code(shown.replaceAll('`', '')), '.'),
    paragraph(`When absent: ${absent.replaceAll('`', '')}.`),
    paragraph('For example: ', code(example)),
  ];
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const overview =
  'Type kernel, input channels, output channels, and what else matters, in any order; or paste PyTorch or Keras code.';

const [edit = ''] = editWords;

/** What is no word of the language, and yet typed or clicked where people talk. */
const inChats = paragraph(
  'In Slack and Discord, ',
  code(edit),
  ` before a question opens it in a form; a mention of the bot answers where everybody sees it, amid any other words; and the menu of a message has “${messageMenuName}”, which reads the code in it.`,
);

function exampleTable(): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Ask', align: 'left' },
      { title: 'It shows', align: 'left' },
    ],
    rows: examples.map((example): Cell[] => [
      { text: example.command, typed: example.command },
      { text: example.teaches },
    ]),
  };
}

/** The table of words. */
function wordTable(entries: readonly Entry[]): Extract<Block, { kind: 'table' }> {
  return {
    kind: 'table',
    columns: [
      { title: 'Words', align: 'left' },
      { title: 'Meaning', align: 'left' },
      { title: 'When absent', align: 'left' },
    ],
    rows: entries.map(({ shown, meaning, absent }) =>
      [shown, meaning, absent].map((cell) => ({ text: cell.replaceAll('`', '') })),
    ),
  };
}

function entryActions({ example, names, flags = {} }: Entry): Action[] {
  const topic = [...names, ...Object.keys(flags)].map(topicOf).find((found) => found !== undefined);
  return [
    { label: example, command: example },
    ...(topic ? [{ label: `Explain ${topic}`, command: `explain ${topic}` }] : []),
    { label: 'All words', command: 'help' },
  ];
}
