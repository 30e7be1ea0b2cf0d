import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Answer } from '../../../src/answer/answer.ts';
import { ask } from '../../../src/ask.ts';
import { examples } from '../../../src/command/catalogue.ts';
import { editRequest } from '../../../src/command/edit-request.ts';
import { placeNamed } from '../../../src/command/named.ts';
import type { Question } from '../../../src/command/parse.ts';
import { grouped, percent, short } from '../../../src/numbers-in-words.ts';
import { cut } from '../draw/cut.ts';
import { limits } from '../draw/limits.ts';
import { localiser, type Say } from '../draw/localiser.ts';
import { packed } from '../draw/packed.ts';

type Choice = APIApplicationCommandOptionChoice<string>;

/**
 * The live result of what is typed. A choice's name is what it shows, its value what is asked when it is chosen:
 * of a mistake, the question without it, which the name shows; two choices where two may have been meant. Where
 * nothing is said yet, the examples follow.
 */
export function choicesFor(question: Question, locale: string): Choice[] {
  const { text, named = {} } = question;
  const say = localiser(locale);
  const edited = editRequest(text);
  if (edited !== undefined) {
    return choice(`Edit in a form · ${result(ask({ ...question, text: edited }), say)}`, text);
  }
  const answer = ask(question);
  if (answer.numbers.kind === 'problem') {
    const { suggestion, otherSuggestion } = answer.numbers.problem;
    const told = result(answer, say);
    const choices = [suggestion, otherSuggestion]
      .map((suggested) => correctedText(question, suggested))
      .filter((fixed) => fixed !== undefined)
      .flatMap((fixed) => choice(`→ ${fixed.replace(/\s+/g, ' ').trim() || 'without it'} · ${told}`, fixed));
    return choices.length > 0 ? choices : choice(told, text);
  }
  // A choice needs a value: with options beside it one that says nothing, else what is asked.
  const value = text.trim() || (Object.keys(named).length > 0 ? nothingSaid : answer.command);
  const live = choice(result(answer, say), value);
  if (text.trim() !== '' || Object.keys(named).length > 0) return live;
  return [...live, ...examples.flatMap(({ command, teaches }) => choice(`${command} · ${teaches}`, command))];
}

/**
 * A correction without the named values behind it, since they come again with the options. Undefined where there
 * is none of the text.
 */
function correctedText({ named = {} }: Question, suggestion = ''): string | undefined {
  const behind = placeNamed('', named).text;
  return suggestion !== '' && suggestion.endsWith(behind)
    ? suggestion.slice(0, -behind.length || undefined)
    : undefined;
}

const nothingSaid = 'layer';

/**
 * None where the question is too long for a choice, though its result could be shown: choosing one replaces what
 * was typed by its value, and Discord has no choice that sends nothing. The question is then sent as it is typed.
 */
function choice(name: string, question: string): Choice[] {
  const value = packed(question.trim() || nothingSaid, limits.choiceCharacters);
  return value === undefined ? [] : [{ name: cut(name, limits.choiceCharacters), value }];
}

/** A mistake speaks of what was typed: its digits stay as they are. */
function result(answer: Answer, say: Say): string {
  return answer.numbers.kind === 'problem' ? answer.numbers.problem.message : say(summary(answer));
}

/**
 * An answer in one line, its numbers first, since the end may be cut. What was guessed comes before what is only
 * more to know.
 */
function summary({ numbers, title, lead }: Answer): string {
  if (numbers.kind !== 'answer') return title;
  const { total, variants, alternatives } = numbers;
  const guessed = lead
    .flatMap(({ kind, text }) => (kind === 'guess' ? [text] : []))
    .join('')
    .trim();
  const end = guessed === '' ? ` · ${title}` : ` · ${guessed} · ${title}`;
  if (alternatives) return `${alternatives.map(({ params }) => grouped(params)).join(' vs ')} params${end}`;
  const separable = variants.find(({ name }) => name === 'separable');
  const [first] = variants;
  if (numbers.question === 'layer' && first && separable) {
    const part = `, separable ${grouped(separable.params)} (${percent(separable.ratio)})`;
    return `${grouped(first.params)} params${guessed === '' ? part : ''}${end}`;
  }
  const work = total.macs === undefined || guessed !== '' ? '' : `, ${short(total.macs)} MACs`;
  return `${grouped(total.params)} params${work}${end}`;
}
