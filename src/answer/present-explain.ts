import type { ExplainCommand } from '../command/command.ts';
import { type Topic, topicNames } from '../command/topics.ts';
import { type Answer, code, type Inline, paragraph, text } from './answer.ts';
import { lectures } from './lectures.ts';

/** The answer to "why": the lecture on a topic. */
export function presentExplain(command: ExplainCommand): Answer {
  const lecture = lectures[command.topic];
  return {
    kind: 'answer',
    title: lecture.title,
    command: command.text,
    lead: inlines(lecture.lead),
    body: [
      ...lecture.paragraphs.map((words) => paragraph(...inlines(words))),
      ...(lecture.formula ? [{ kind: 'formula', lines: lecture.formula } as const] : []),
      { kind: 'note', sentences: [`Other topics: ${others(command.topic).join(', ')}.`] },
      { kind: 'references', references: lecture.references },
    ],
    actions: lecture.actions,
    share: false,
    numbers: { command: command.text, kind: 'help' },
  };
}

function others(topic: Topic): readonly Topic[] {
  return topicNames.filter((other) => other !== topic);
}

/** What stands between backticks is code. */
function inlines(words: string): Inline[] {
  return words
    .split('`')
    .map((part, index) => (index % 2 === 0 ? text(part) : code(part)))
    .filter((inline) => inline.text !== '');
}
