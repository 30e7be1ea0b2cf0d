import type { APIContainerComponent } from 'discord-api-types/v10';
import type { Answer } from '../../../src/answer/answer.ts';
import { ask } from '../../../src/ask.ts';
import { placeNamed } from '../../../src/command/named.ts';
import type { Question } from '../../../src/command/parse.ts';
import { type Told, toldBy } from '../../told.ts';
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
  const answer = ask(question);
  const audience = isShared(answer, question) ? 'public' : 'private';
  return {
    audience,
    component: drawAnswer(answer, { audience, locale, editable: editableOf(answer, question) }),
    told: toldBy(answer),
  };
}

/** A question with a mistake is changed as it was asked, named values and all; any other in canonical words. */
function editableOf({ kind, command }: Answer, { text, named = {} }: Question): string {
  return kind === 'problem' ? placeNamed(text, named).text.trim() : command;
}
