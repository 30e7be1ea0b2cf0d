import { note } from '../draft.ts';
import { numberFitsTwo } from '../mistakes.ts';
import type { Mistake, Span } from '../problem.ts';
import type { Token } from '../tokens.ts';
import { meaningOf } from '../vocabulary.ts';
import { add, type Reader, unknownToken } from './reader.ts';

// Words and numbers that were written as one.

/** `64ch`, `224px`, `3x3conv`: a number and the word behind it, without a blank. */
export function takeUnit(reader: Reader, { text, at }: Token): boolean {
  const [, value = '', unit = ''] = /^(\d+(?:x\d+)*)([a-z]{2,})$/.exec(text) ?? [];
  const meaning = meaningOf(unit);
  if (value === '') return takeRun(reader, text, at);
  if (!(meaning?.use || unit === 'conv')) return false;
  const middle = at[0] + value.length;
  add(reader, 'value', { text: value, at: [at[0], middle] });
  if (meaning) add(reader, 'name', { text: unit, at: [middle, at[1]] }, meaning);
  else add(reader, 'filler', { text: unit, at: [middle, at[1]] });
  return true;
}

/** `k3s2p1`, `3x3s2`: several short names with their values. */
export function takeRun(reader: Reader, text: string, at: Span): boolean {
  if (!/^(?:\d+x\d+)?(?:[ksdpg]\d+(?:x\d+)?)+$/.test(text) || /^[ksdpg]\d+(?:x\d+)?$/.test(text))
    return false;
  for (const match of text.matchAll(/([ksdpg]?)(\d+(?:x\d+)?)/g)) {
    const [whole, name = '', value = ''] = match;
    const start = at[0] + match.index;
    const middle = start + name.length;
    const meaning = meaningOf(name);
    if (meaning) {
      add(reader, 'name', { text: name, at: [start, middle] }, meaning);
      add(reader, 'equals', { text: '=', at: [middle, middle] });
    }
    add(reader, 'value', { text: value, at: [middle, start + whole.length] });
  }
  return true;
}

/** `g32`, `k7x7`, `conv3x3`: a name and its value in one word; `/2` is the stride of papers. */
export function takeGlued(reader: Reader, token: Token): Mistake | undefined {
  const [, name = '', value = ''] = /^(\/|[a-z ]*[a-z]) ?(\d[\dx]*)$/.exec(token.text) ?? [];
  const middle = token.at[1] - value.length;
  const sides = { text: value, at: [middle, token.at[1]] as const };
  const isStride = name === '/' && isStrideOfPapers(reader, token, value);
  const meaning = meaningOf(isStride ? 'stride' : name);
  const isConvolution = /^(?:conv|dwconv|dw)$/.test(name) && value.includes('x');
  const isDepthwise = name === 'dwconv' || name === 'dw' || (name === 'd' && isKernelOfPapers(reader, value));
  if (isConvolution || (name === 'd' && isDepthwise)) {
    add(reader, 'filler', { text: name, at: [token.at[0], middle] });
    add(reader, 'value', sides);
    if (name === 'd' && reader.draft.follows === 'versus') {
      // Beside the kernel of the other side it may be a dilation as well.
      const dilation = { text: value, role: 'dilation' as const };
      return numberFitsTwo(token.text, [{ text: `dw ${value}`, role: undefined }], [dilation], token.at);
    }
    if (name === 'd') {
      const sentence = `Read ${token.text.replaceAll('x', '×')} as a depthwise ${value.replaceAll('x', '×')} kernel.`;
      reader.draft.guesses.push({ sentence, other: { at: token.at, text: `d=${value}` } });
    }
    return isDepthwise ? note(reader.draft.facts, 'depthwise', true, token.at) : undefined;
  }
  if (!meaning?.use || !(meaning.use.whole || meaning.use.sides)) return unknownToken(reader, token);
  add(reader, 'name', { text: name, at: [token.at[0], middle] }, meaning);
  add(reader, 'equals', { text: '=', at: [middle, middle] });
  return add(reader, 'value', sides);
}

/** `7x7 conv, 64, /2` and `3x3/2`; in `64/128` and `1/2` there is no stride. */
function isStrideOfPapers({ pieces }: Reader, { at }: Token, value: string): boolean {
  const before = pieces.at(-1);
  const touches = before?.at[1] === at[0];
  return !value.includes('x') && !(touches && !before?.isSides);
}

/** `d7x7, 96`: the ConvNeXt paper's depthwise 7×7; beside another kernel `d2x2` is a dilation. */
function isKernelOfPapers({ tokens, saysKernel }: Reader, value: string): boolean {
  const [height = '', width] = value.split('x');
  const isOdd = Number(height) % 2 === 1 && height === width && Number(height) > 1;
  const numbers = tokens.length > 32 ? 3 : tokens.filter(({ kind }) => kind === 'number').length;
  return isOdd && !saysKernel && numbers < 3;
}
