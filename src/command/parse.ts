import { applyFix } from './apply-fix.ts';
import { editWords, explainWords, helpWords, smallWords } from './catalogue.ts';
import { holdsCode } from './code/find-code.ts';
import { type CodeReading, readCode } from './code/read-code.ts';
import { yoloLine } from './code/yolo-line.ts';
import type { Command } from './command.ts';
import { fold, lowerCase } from './fold.ts';
import { isFairCorrection } from './is-fair-correction.ts';
import { mostCharacters, mostCharactersOfCode, mostLayers } from './limits.ts';
import {
  helpWithLayer,
  missingLayer,
  missingSide,
  tooLong,
  tooManyLayers,
  tooManyWords,
  unknownTopic,
} from './mistakes.ts';
import { type Named, placeNamed } from './named.ts';
import { type Fix, isMistake, type Mistake, type Problem, type Span } from './problem.ts';
import { resolveQuestion } from './resolve-question.ts';
import { comparesNothing } from './segments/comparison-joins.ts';
import { splitSegments } from './segments/segments.ts';
import { type Token, tokenize } from './tokens.ts';
import { type Topic, topicNames, topicOf } from './topics.ts';
import { knownWords, meaningOf } from './vocabulary.ts';
import { withoutOwnName } from './without-own-name.ts';

/** What a person asks: words, code, or both, and values of a form or of typed options. */
export type Question = { readonly text: string; readonly named?: Named };

/** Reads a question. Linear in its length; never throws. */
export function parse(question: Question): Command | Problem {
  const command = read(question);
  return isMistake(command) ? problemOf(question, command) : command;
}

function read({ text, named = {} }: Question): Command | Mistake {
  if (text.length > mostCharactersOfCode) return tooLong(mostCharactersOfCode, text.length);
  const folded = withoutOwnName(fold(text));
  const code = holdsCode(folded);
  if (!code && text.length > mostCharacters) return tooLong(mostCharacters, text.length);
  if (code) {
    const reading = readCode(folded);
    if (isMistake(reading)) return reading;
    return tooManyWordsBeside(reading) ?? readSegments(text, reading, named);
  }
  const yolo = yoloLine(folded);
  if (yolo) return yolo;
  const lower = lowerCase(folded);
  const tokens = tokenize(lower);
  const help = readHelp(lower);
  if (help) return help;
  if (saysNothing(tokens) && Object.keys(named).length === 0) return { kind: 'help', text: 'help' };
  return readSegments(text, { parts: [{ kind: 'words', tokens }], aside: 0, connects: false }, named);
}

function tooManyWordsBeside({ parts }: CodeReading): Mistake | undefined {
  let characters = 0;
  for (const part of parts) {
    if (part.kind !== 'words') continue;
    for (const { at } of part.tokens) {
      characters += at[1] - at[0] + 1;
      if (characters > mostCharacters) return tooManyWords(mostCharacters, at);
    }
  }
  return undefined;
}

/** "hello", "what is this?": to price the default layer for it would be to answer what nobody asked. */
function saysNothing(tokens: readonly Token[]): boolean {
  return tokens.length > 0 && tokens.every(({ kind, text }) => kind === 'word' && smallWords.has(text));
}

/** `help groups`, `?`, `explain bias`, `why`, `what are groups?`. */
function readHelp(lower: string): Command | Mistake | undefined {
  const trimmed = lower.trim();
  if (trimmed === '?') return { kind: 'help', text: 'help' };
  const topic = topicAskedFor(trimmed);
  if (topic) return { kind: 'explain', text: `explain ${topic}`, topic };
  const [first = ''] = /^[a-z]+/.exec(trimmed) ?? [];
  const isHelp = helpWords.includes(first);
  if (!isHelp && !explainWords.includes(first)) return undefined;
  const start = lower.indexOf(first) + first.length;
  const words = lower
    .slice(start)
    .replace(/[\s?.!,'"`_-]+/g, ' ')
    .trim();
  const at: Span = [
    start + (/\S/.exec(lower.slice(start))?.index ?? 0),
    Math.max(start, lower.trimEnd().length),
  ];
  if (!isHelp) return explain(words, at);
  const answer = helpOn(words, at);
  // "help me with 3x3 64->128"
  const asked = /^\s*[a-z]+(?: me)?(?: (?:with|on|about|for))?[\s:,]*(?=\S*\d)/.exec(lower);
  return isMistake(answer) && asked ? helpWithLayer(first, [0, asked[0].length]) : answer;
}

const longestTopicQuestion = 60;

/** "What is separable?", "what does dilation mean?" */
function topicAskedFor(lower: string): Topic | undefined {
  if (lower.length > longestTopicQuestion || !lower.startsWith('what')) return undefined;
  const [, words = ''] =
    /^what(?:'?s| is| are| does| do) (?:(?:a|an|the) )?([a-z -]+?)(?: mean| do)? ?[?.!]*$/.exec(lower) ?? [];
  return topicOf(words);
}

function helpOn(words: string, at: Span): Command | Mistake {
  if (words === '' || editWords.includes(words)) return { kind: 'help', text: 'help' };
  const meaning = meaningOf(words);
  if (meaning) return { kind: 'help', text: `help ${words}`, about: meaning.entry.fact };
  return topicOf(words) ? explain(words, at) : unknownTopic(words, topicNames, knownWords, at);
}

function explain(words: string, at: Span): Command | Mistake {
  const topic = words === '' ? 'separable' : topicIn(words);
  return topic
    ? { kind: 'explain', text: `explain ${topic}`, topic }
    : unknownTopic(words, topicNames, [], at);
}

/** "Why is separable cheaper?" is about its first word that is a topic. */
function topicIn(words: string): Topic | undefined {
  const whole = topicOf(words.replace(/^(?:is|are|the|a|an) /, ''));
  return (
    whole ??
    words
      .split(' ')
      .map(topicOf)
      .find((topic) => topic !== undefined)
  );
}

function readSegments(text: string, reading: CodeReading, named: Named): Command | Mistake {
  const segments = splitSegments(reading.parts, text.length);
  const alone = comparesNothing(segments);
  if (alone) return missingSide(alone.at);
  const empty = segments.findIndex(({ tokens, calls }) => tokens.length + calls.length === 0);
  const separator = segments[empty]?.separator ?? segments[empty + 1]?.separator;
  if (empty !== -1 && separator) return missingLayer(separator.text, separator.at, separator.at);
  if (segments.length > mostLayers) return tooManyLayers(mostLayers, segments[mostLayers]?.at ?? [0, 0]);
  return resolveQuestion(text, segments, reading, placeNamed(text, named));
}

/** A mistake as an answer tells it: with the whole corrected question, and the form's field that is wrong. */
export function problemOf({ text, named = {} }: Question, { fix, otherFix, ...mistake }: Mistake): Problem {
  const { text: all, places } = placeNamed(text, named);
  const corrected = fix && fairlyFixed(all, mistake.at, fix);
  const other = otherFix && fairlyFixed(all, mistake.at, otherFix);
  const isInNamed = mistake.at[0] > text.trimEnd().length;
  const field = isInNamed ? places.find(({ at }) => mistake.at[0] < at[1])?.fact : undefined;
  const clamp = (position: number) => Math.min(position, text.length);
  return {
    kind: 'problem',
    ...mistake,
    at: [clamp(mistake.at[0]), clamp(mistake.at[1])],
    ...(field ? { field } : {}),
    ...(corrected ? { suggestion: corrected } : {}),
    ...(other ? { otherSuggestion: other } : {}),
  };
}

/** A text with a fix of the mistake at a place; undefined where nobody can have meant that. */
function fairlyFixed(text: string, at: Span, fix: Fix): string | undefined {
  const corrected = applyFix(text, fix);
  return isFairCorrection(text, corrected, [at, fix.at]) ? corrected : undefined;
}
