import type { APIContainerComponent } from 'discord-api-types/v10';
import type { Answer } from '../../../src/answer/answer.ts';
import { withNotes } from '../../../src/answer/with-notes.ts';
import { ask } from '../../../src/ask.ts';
import { questionFacts } from '../../../src/command/facts.ts';
import type { Question } from '../../../src/command/parse.ts';
import { type Told, toldBy } from '../../told.ts';
import { typedOptions } from '../commands/typed-options.ts';
import type { Audience } from '../draw/buttons.ts';
import { drawAnswer } from '../draw/draw-answer.ts';
import { isShared } from './is-shared.ts';

/** An answer, and what it is drawn as. */
export type Drawn = {
  readonly audience: Audience;
  readonly component: APIContainerComponent;
  readonly told: Told;
};

/** The answer to a question, public where its asker wants it so. */
export function answerTo(question: Question, locale: string): Drawn {
  const asked = ask(question);
  const answer = withNotes(asked, onFirstLayer(asked, question));
  const audience = isShared(answer, question) ? 'public' : 'private';
  return {
    audience,
    component: drawAnswer(answer, { audience, locale }),
    told: toldBy(answer),
  };
}

/** Options about a layer describe the first of several, as if they stood behind it. */
function onFirstLayer({ numbers }: Answer, { named = {} }: Question): string[] {
  if (numbers.kind !== 'answer' || numbers.question === 'layer') return [];
  const options = typedOptions.filter((option) => option in named && !questionFacts.includes(option));
  return options.length === 0
    ? []
    : [`Of the first layer alone: ${options.join(', ')}. Words in the query describe the others.`];
}
