import { counted, grouped } from '../numbers-in-words.ts';
import { type Entry, entryOf, explainWords, helpWords } from './catalogue.ts';
import type { BareNumber, Draft } from './draft.ts';
import { type Fact, type FactName, wholeFact } from './facts.ts';
import { nearest } from './nearest.ts';
import type { Mistake, Span } from './problem.ts';
import type { ValueFault } from './read-value.ts';
import { knownWords } from './vocabulary.ts';
import type { Role } from './words/name-uses.ts';

// Every sentence that is said about a mistake in words stands here, one function a mistake. Those about layers
// that cannot be are in layer-mistakes.ts, those about pasted code in code/code-mistakes.ts.

/** A word as it may be quoted: short, and without anything that a terminal or a chat would act upon. */
export function quoted(word: string): string {
  const characters = [...word.slice(0, 80).replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '�')];
  return characters.length > 32 ? `${characters.slice(0, 31).join('')}…` : characters.join('');
}

/** `word` is folded and in lower case; `typed` is what stands in the question. */
export function unknownWord(word: string, typed: string, at: Span): Mistake {
  if (helpWords.includes(word) || explainWords.includes(word)) return helpAmidQuestion(word, at);
  const near = nearest(word, knownWords);
  return {
    code: 'unknown-word',
    message: `${quoted(typed)} is not a word I know.${near ? ` Did you mean ${near}?` : ''}`,
    at,
    // Without the word it would be another question, so that is not offered.
    ...nearFix(near, at),
  };
}

/** Help is no part of a question about a layer; the words beside it say which of the two is wanted. */
function helpAmidQuestion(word: string, at: Span): Mistake {
  return {
    code: 'unknown-word',
    message: `${quoted(word)} stands at the start of a question, alone or before one word: ${quoted(word)} groups.`,
    at,
  };
}

/** `known` was said first; the later word wins in the corrected question. */
export function conflict(name: FactName, known: Fact, at: Span): Mistake {
  return {
    code: 'conflict',
    message: `This contradicts what was said before about ${entryOf(name).title}: keep one of the two.`,
    at,
    fix: { at: wholeFact(known), text: '' },
  };
}

export function valueMistake(entry: Entry, fault: ValueFault, text: string, at: Span): Mistake {
  const [least, greatest] = entry.range ?? [0, 0];
  switch (fault) {
    case 'out-of-range': {
      const clamped = text
        .split('x')
        .map((side) => Math.min(Math.max(Number(side.replaceAll('_', '')), least), greatest))
        .join('x');
      return outOfRange(text, entry.title, [least, greatest], at, clamped);
    }
    case 'too-many-sides':
      return {
        code: 'rank-mismatch',
        message: `${quoted(text)} has more than three sides: convolutions here are 1D, 2D or 3D.`,
        at,
        fix: {
          at,
          text:
            entry.fact === 'kernel' ? splitKernelAndChannels(text) : text.split('x').slice(0, 3).join('x'),
        },
      };
    case 'not-a-number':
      return notANumber(text, at);
    case 'bad-value':
      return {
        code: 'bad-value',
        message: `${quoted(text)} is no value for ${entry.title}. ${valuesOf(entry)}`,
        at,
        ...nearFix(nearest(text, Object.keys(entry.values ?? {})), at),
      };
  }
}

/** `title` is what the value is of; `nearest` what would be in range. */
export function outOfRange(
  text: string,
  title: string,
  [least, greatest]: readonly [number, number],
  at: Span,
  nearest: string,
): Mistake {
  return {
    code: 'out-of-range',
    message: `${quoted(text)} is out of range: ${title} can be ${grouped(least)} to ${grouped(greatest)}.`,
    at,
    fix: { at, text: nearest },
  };
}

function valuesOf(entry: Entry): string {
  const words = Object.keys(entry.values ?? {});
  const [flag] = Object.keys(entry.flags ?? {});
  if (words.length === 0) return `Write a value such as ${entry.exampleValue ?? flag}.`;
  return `It can be ${words.join(', ')}${entry.takes ? ' or a number' : ''}.`;
}

function nearFix(near: string | undefined, at: Span): Pick<Mistake, 'fix'> {
  return near ? { fix: { at, text: near } } : {};
}

function splitKernelAndChannels(text: string): string {
  const [height, width, inChannels, outChannels] = text.split('x');
  return `${height}x${width} ${inChannels} ${outChannels}`;
}

export function notANumber(text: string, at: Span): Mistake {
  const meant = wholeNumberMeantBy(text);
  // Half of 7x7, not a number in hex.
  const isOfSides = /^[1-9]\d*\s*[x*]/.test(text);
  return {
    code: 'not-a-number',
    message: isOfSides
      ? `${quoted(text)} is not complete: write a whole number for each side, such as 3x3.`
      : `${quoted(text)} is not a plain whole number: write digits only, such as 512.`,
    at,
    ...(meant === undefined ? {} : { fix: { at, text: meant } }),
  };
}

/** The whole number that 1e3, 0x10, -5, 3.0, 2k, 1.024 or 1x2 in place of one number stand for, if there is one. */
function wholeNumberMeantBy(text: string): string | undefined {
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text)) return text.replaceAll('.', '');
  const unsigned = text.replace(/^-/, '').replace(/_+/g, '');
  const thousands = /^(\d+)k$/.exec(unsigned);
  const number = thousands ? Number(thousands[1]) * 1000 : Number(unsigned);
  return unsigned !== '' && Number.isSafeInteger(number) ? String(number) : undefined;
}

/** `3x3x64->128` */
export function depthInKernel(text: string, at: Span): Mistake {
  const [height, width, depth] = text.split('x');
  return {
    code: 'not-a-number',
    message: `One number of channels stands before an arrow: write ${quoted(`${height}x${width} ${depth}`)}.`,
    at,
    fix: { at, text: `${height}x${width} ${depth}` },
  };
}

/** "5x5 input 3->6": the kernel, or the size of the input. */
export function kernelOrInput(text: string, at: Span): Mistake {
  return {
    code: 'ambiguous',
    message: `${quoted(text)} may be the kernel or the input: write k=${quoted(text)}, or @${quoted(text)}.`,
    at,
    fix: { at, text: `k=${text}` },
    otherFix: { at, text: `@${text}` },
  };
}

/** Words and numbers that belong together in no likely way. */
export function unclearNumbers(at: Span): Mistake {
  return {
    code: 'ambiguous',
    message:
      'It is not clear which number belongs to which word here: write them as k=3, in=64, out=128, s=2, p=1, @56.',
    at,
  };
}

/** `32->64->128`: two layers, of which one kernel is said at most. */
export function severalArrows(at: Span): Mistake {
  return {
    code: 'bad-value',
    message: 'Two arrows are two layers: write each, with + between them, as in 3 32->64 + 3 128.',
    at,
  };
}

/** `128-256`: the minus was meant as an arrow. */
export function arrowMeant(left: Span, text: string, at: Span): Mistake {
  return {
    code: 'not-a-number',
    message: `${quoted(text)} is not a plain whole number. From one number of channels to another is written 128->256.`,
    at,
    fix: { at: [left[1], at[0] + 1], text: '->' },
  };
}

export function missingValue(entry: Entry, at: Span): Mistake {
  return {
    code: 'missing-value',
    message: `A value is missing for ${entry.title}. It is written ${entry.shown.replaceAll('`', '')}.`,
    at,
  };
}

/** `3 64 128 56x56`: kernel and channels are there, so that these sides are the input. */
export function sizeWithoutSign(text: string, at: Span): Mistake {
  return {
    code: 'too-many-numbers',
    message: `Three numbers say kernel and channels already. If this is the input size, it is written @${quoted(text)}.`,
    at,
    fix: { at, text: `@${text}` },
  };
}

/** `512 input`: a number of channels, or a size? Both are common, so neither is guessed. */
export function channelsOrSize(number: string, at: Span): Mistake {
  return {
    code: 'bad-value',
    message: `${number} input may be channels or a size: write in=${number} for channels, @${number} for the size.`,
    at,
    fix: { at, text: `in=${number}` },
    otherFix: { at, text: `@${number}` },
  };
}

/** A number that two words can claim, with the part of the question spelled out in the one way and in the other. */
export function numberFitsTwo(
  text: string,
  first: readonly SpelledNumber[],
  second: readonly SpelledNumber[],
  at: Span,
): Mistake {
  const spelled = (numbers: readonly SpelledNumber[]) => numbers.map(spellNumber).join(' ');
  return {
    code: 'ambiguous',
    message: `${quoted(text)} fits two words here: write ${spelled(first)}, or ${spelled(second)}.`,
    at,
    fix: { at, text: spelled(first) },
    otherFix: { at, text: spelled(second) },
  };
}

/** A number and what it is, or a word that stands between such numbers. */
export type SpelledNumber = { readonly text: string; readonly role: Role | undefined };

function spellNumber({ text, role }: SpelledNumber): string {
  switch (role) {
    case undefined:
      return text;
    case 'channels':
    case 'both':
      return `${text} channels`;
    case 'inputNumber':
    case 'input':
    case 'size':
    case 'outputSize':
      return `@${text}`;
    case 'groupSize':
      return `g=${text}`;
    default:
      return `${entryOf(role).names[0]}=${text}`;
  }
}

/** "groups of 4 channels": how many groups that makes depends on the channels. */
export function groupsOfNumber(text: string, at: Span): Mistake {
  return {
    code: 'bad-value',
    message: `This says how many channels a group has. Write how many groups there are, such as g=${quoted(text)}.`,
    at,
  };
}

/** "4,800 parameters": what a layer costs is what is asked. */
export function countIsResult(text: string, at: Span): Mistake {
  return {
    code: 'bad-value',
    message: `${quoted(text)} parameters are what a layer costs: write the layer itself, such as 3x3 64->128.`,
    at,
  };
}

/** "output size 28": the size behind a layer is no choice. */
export function outputSizeFollows(text: string, at: Span): Mistake {
  return {
    code: 'bad-value',
    message: `The size of the output follows from that of the input: write the input, such as @${quoted(text)}.`,
    at,
  };
}

/** "2 conv layers" */
export function severalLayersAtOnce(text: string, at: Span): Mistake {
  return {
    code: 'bad-value',
    message: `${quoted(text)} counts layers here. Write each layer, with + between them: 3 64 64 + 3 64.`,
    at,
  };
}

/** "64 filters": what goes in was not said. */
export function filtersWithoutInputs(out: number, at: Span, end: number): Mistake {
  const filters = grouped(out);
  return {
    code: 'missing-input',
    message: `${counted(out, 'filter')}, but of how many input channels? Write 3->${filters} for an RGB image, or ${filters}->${filters}.`,
    at,
    fix: { at: [end, end], text: ' in=3' },
    otherFix: { at: [end, end], text: ` in=${out}` },
  };
}

/** One bare number more than there are places for. Four in a row are mostly two kernel sides and two channels. */
export function tooManyNumbers({ bare, text }: Pick<Draft, 'bare' | 'text'>, extra: number): Mistake {
  for (const [index, number] of bare.entries()) {
    const next = bare[index + 1];
    if (isThousands(number, next, text)) return thousandsWithComma(number, next);
  }
  const [first, second, third, fourth] = bare;
  const at = bare[extra]?.at ?? [0, 0];
  const sidesFirst =
    first && second && third && fourth && bare.length === 4 && extra === 3 && Number(second.text) < 32;
  return {
    code: 'too-many-numbers',
    message: sidesFirst
      ? 'Three numbers are kernel, input and output channels; this is a fourth. A kernel with two sides is written 7x7.'
      : 'There is no place left for this number: bare numbers are kernel, input channels, output channels, in this order.',
    at,
    fix: sidesFirst
      ? { at: [first.at[0], second.at[1]], text: `${first.text}x${second.text}` }
      : { at: [text[at[0] - 1] === ',' ? at[0] - 1 : at[0], at[1]], text: '' },
  };
}

/** `1,024`: a comma between two numbers without a space, and three digits behind it. */
function isThousands({ at }: BareNumber, next: BareNumber | undefined, text: string): next is BareNumber {
  return next?.text.length === 3 && next.at[0] === at[1] + 1 && text[at[1]] === ',';
}

export function thousandsWithComma({ text, at }: BareNumber, { text: end, at: endAt }: BareNumber): Mistake {
  return {
    code: 'too-many-numbers',
    message: `A comma separates two numbers here: write thousands without it, ${quoted(`${text}${end}`)} or ${quoted(`${text}_${end}`)}.`,
    at: [at[0], endAt[1]],
    fix: { at: [at[1], endAt[0]], text: '' },
  };
}

export function sidesWithComma({ text, at }: BareNumber, { text: end, at: endAt }: BareNumber): Mistake {
  return {
    code: 'too-many-numbers',
    message: `A comma separates two numbers here: sides of one thing are joined by an x, ${quoted(`${text}x${end}`)}.`,
    at: [at[0], endAt[1]],
    fix: { at: [at[1], endAt[0]], text: 'x' },
  };
}

/** "3x3 64->64, 3x3 64->64": two layers, or one that is said twice. */
export function saidTwice(text: string, at: Span): Mistake {
  return {
    code: 'ambiguous',
    message: `${quoted(text)} is said twice. Are these two layers? Write + between them to sum them, or vs to compare them.`,
    at,
    fix: { at: [at[0], at[0]], text: '+ ' },
    otherFix: { at: [at[0], at[0]], text: 'vs ' },
  };
}

export function missingLayer(word: string, at: Span, fixAt: Span): Mistake {
  return {
    code: 'missing-layer',
    message: `A layer is missing beside ${quoted(word)}: both sides need one, as in 5 32 64 ${quoted(word)} 3 32 64.`,
    at,
    fix: { at: fixAt, text: '' },
  };
}

/** "compare 3x3 64 64" */
export function missingSide(at: Span): Mistake {
  return {
    code: 'missing-layer',
    message:
      'Where one layer ends and the other begins is not clear: write vs between them, as in 5 32 64 vs 3 32 64.',
    at,
  };
}

export function tooManyLayers(limit: number, at: Span): Mistake {
  return {
    code: 'too-many-layers',
    message: `At most ${grouped(limit)} layers can be asked about at once.`,
    at,
  };
}

export function tooLong(limit: number, length: number): Mistake {
  return {
    code: 'too-long',
    message: `The question is too long: at most ${grouped(limit)} characters are read.`,
    at: [limit, length],
  };
}

export function tooManyWords(limit: number, at: Span): Mistake {
  return {
    code: 'too-long',
    message: `Too many words beside the code: at most ${grouped(limit)} characters of them are read.`,
    at,
  };
}

export function unclosedBracket(bracket: string, at: Span, end: number): Mistake {
  const closing = { '(': ')', '[': ']', '{': '}' }[bracket];
  return {
    code: 'unclosed-bracket',
    message: closing
      ? `This bracket is never closed: ${closing} is missing.`
      : `This ${quoted(bracket)} closes no bracket.`,
    at,
    fix: closing ? { at: [end, end], text: closing } : { at, text: '' },
  };
}

/** "help me with 3x3 64->128": the layer alone is the question. */
export function helpWithLayer(word: string, at: Span): Mistake {
  return {
    code: 'unknown-topic',
    message: `${quoted(word)} explains words, such as ${quoted(word)} groups. What a layer costs is asked without it.`,
    at,
    fix: { at, text: '' },
  };
}

/** `others`: what else could have been meant beside the topics. */
export function unknownTopic(
  topic: string,
  topics: readonly string[],
  others: readonly string[],
  at: Span,
): Mistake {
  const near = nearest(topic, [...topics, ...others]);
  // Help without its word is still help; an explanation of nothing was not asked for.
  const instead = near ?? (others.length > 0 ? '' : undefined);
  return {
    code: 'unknown-topic',
    message: `I have nothing on ${quoted(topic)}. Topics: ${topics.join(', ')}.`,
    at,
    ...(instead === undefined ? {} : { fix: { at, text: instead } }),
  };
}

export function misplacedWord(entry: Entry, at: Span): Mistake {
  return {
    code: 'misplaced-word',
    message: `This says something about ${entry.title} of one layer, but the code beside it has several: change it in the code.`,
    at,
    fix: { at, text: '' },
  };
}

/** Code in which no module can be priced. */
export function nothingToPrice(unpriced: readonly string[], at: Span): Mistake {
  const names = unpriced.slice(0, 3).map(quoted).join(', ');
  return {
    code: 'missing-layer',
    message: names
      ? `There is no layer here that can be priced: ${names} may hold parameters, but the text does not show them.`
      : 'There is no layer with parameters in this code.',
    at,
  };
}
