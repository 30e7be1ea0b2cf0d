import { countIsResult, groupsOfNumber, numberFitsTwo, severalLayersAtOnce } from '../mistakes.ts';
import type { Mistake } from '../problem.ts';
import { type Finder, settle } from './finder.ts';
import { pictureNames } from './name-uses.ts';
import { isLink, isNumber, type Piece, roleOf, valueBehind } from './pieces.ts';
import { isOfCommonKernel, sidesIn } from './plausible.ts';

// Phrases of several names and numbers, of which each alone would say something else.

const countsFilters = /^(?:filters?|kernels)$/;
/** Words that stand between a count and its noun: "16 5x5 conv filters". */
const adjectives = /^(?:conv|convolution|convolutional|learnable|trainable|square|spatial|single|rank)$/;
const countsChannels = /^(?:channels?|ch|chans|planes|filters|kernels|maps|feature maps?|fmaps?)$/;
const countsInputs = /^(?:channels?|ch|chans|planes|maps|feature maps?|fmaps?)$/;

/** The phrases that begin, or end, with a name. */
export function findPhrase(finder: Finder, index: number, name: Piece): Mistake | undefined {
  const { pieces, numbers } = finder;
  const isEach = countsFilters.test(name.text) && pieces[index + 1]?.text === 'each';
  const behind = valueBehind(pieces, isEach ? index + 1 : index);
  if (behind !== undefined && !numbers.has(behind)) findBehind(finder, index, name, behind);
  const mistake = findFiltersBefore(finder, index, name);
  if (mistake) return mistake;
  findBefore(finder, index, name, behind);
  return name.text === 'groups' ? findGroupsOf(finder, index, name) : undefined;
}

function findBehind(finder: Finder, index: number, name: Piece, behind: number): void {
  const { pieces, names } = finder;
  const value = pieces[behind];
  const noun = pieces[behind + 1];
  const side = sideOf(name.text);
  const counts = side === 'in' && name.text !== 'from' ? countsInputs : countsChannels;
  const isCounted = isNumber(value) && noun?.kind === 'name' && counts.test(noun.text) && !noun.afterBreak;
  const isOfNameBefore =
    /put/.test(name.text) && isOwnNumber(pieces, index) && !finder.numbers.has(index - 1);
  // "input 32 channels", "from 3 channels to 64 filters"; not "64 input 128 channels".
  if (isCounted && side && !isOfNameBefore && !touchesNumber(pieces, behind + 1)) {
    // "24 filters applied to 32 channels"
    const isApplied = name.text === 'to' && /filter|kernel|applied/.test(pieces[index - 1]?.text ?? '');
    settle(finder, behind, isApplied ? 'in' : side, /filter|kernel/.test(noun.text) ? noun : name);
    names.add(name).add(noun);
    return;
  }
  const link = pieces[index + 1];
  const isLinked = link?.kind === 'filler' && /^(?:of|is|equals|each)$/.test(link.text);
  // "16 filters of size 3x3", "a kernel of size 3", "16 filters, each 3x3"
  const isSize = name.text === 'size' && /^(?:filters?|kernels?|window)$/.test(nounBefore(pieces, index));
  const isOfFilters =
    countsFilters.test(name.text) && value?.isSides && (isLinked || isOwnNumber(pieces, index));
  if (isSize || (isOfFilters && (isLinked || isKernelAlone(pieces, behind)))) {
    settle(finder, behind, 'kernel');
    return;
  }
  // "3x3 filters 128"; in "3x3 filters 64 channels" the number is the channels'.
  const isCount =
    countsFilters.test(name.text) &&
    isNumber(value) &&
    pieces[index - 1]?.isSides &&
    !name.afterBreak &&
    isSmall(pieces[index - 1]) &&
    !/^(?:at|on|for|over|applied to)$/.test(pieces[index - 2]?.text ?? '');
  if (
    isCount &&
    !(noun?.kind === 'name' && noun.meaning?.use?.stands === 'before' && !touchesNumber(pieces, behind + 1))
  ) {
    settle(finder, behind, 'out', name);
    settle(finder, index - 1, 'kernel');
    names.add(name);
    return;
  }
  // "6 maps of 7x7", "a stride of 2", "the kernel size is 3"
  const use = name.meaning?.use;
  const role = value && roleOf(name, value);
  const isMap = value?.isSides && use?.sides === 'input' && link?.text === 'of';
  if (role && isLinked && (isMap || use?.stands === 'behind') && name.text !== 'size') {
    settle(finder, behind, role, name);
    if (!isMap || use?.stands === 'behind') names.add(name);
  }
}

/** Small sides that no input's noun follows: in "64 filters 7x7 input" they are the input's. */
function isKernelAlone(pieces: readonly Piece[], index: number): boolean {
  const noun = pieces[index + 1];
  const isOfInput = noun?.kind === 'name' && noun.meaning?.use?.sides === 'input' && !noun.afterBreak;
  return isSmall(pieces[index]) && !isOfInput;
}

/** Whether the first two sides are as small as those of nearly all kernels: a third one may be the depth. */
function isSmall(value: Piece | undefined): boolean {
  return value !== undefined && isOfCommonKernel(sidesIn(value).slice(0, 2));
}

const whatIsCounted = /^(?:params?|parameters?|weights?|many|much|are|is)$/;

/** "32 3x3 filters"; in "at 32 3x3 filters" the number is a size, and after `in` it may be the inputs. */
function findFiltersBefore(finder: Finder, index: number, name: Piece): Mistake | undefined {
  const { pieces, names } = finder;
  if (!/^(?:filters?|kernels?)$/.test(name.text) || names.has(name)) return undefined;
  let place = index - 1;
  while (isAdjective(pieces[place]) && !pieces[place + 1]?.afterBreak) place -= 1;
  const [lead, count, sides] = [pieces[place - 2], pieces[place - 1], pieces[place]];
  if (!sides?.isSides || sides.afterBreak || !count || !isNumber(count) || isNamed(pieces, place - 1))
    return undefined;
  if (pieces[place + 1]?.afterBreak) return undefined;
  if (lead?.kind === 'name' && /^(?:at|on)$/.test(lead.text)) return undefined;
  const isIn = lead?.kind === 'name' && lead.text === 'in' && !count.afterBreak;
  if (isIn && !whatIsCounted.test(pieces[place - 3]?.text ?? '')) {
    const { text } = count;
    const filters = { text: `${text} filters ${sides.text}`, role: undefined };
    const inputs = [
      { text, role: 'in' as const },
      { text: sides.text, role: 'kernel' as const },
    ];
    return numberFitsTwo(text, inputs, [filters], [lead.at[0], name.at[1]]);
  }
  settle(finder, place - 1, 'out', name);
  settle(finder, place, 'kernel');
  names.add(name);
  return undefined;
}

function isAdjective(piece: Piece | undefined): boolean {
  return (piece?.kind === 'filler' || piece?.kind === 'flag') && adjectives.test(piece.text);
}

function findBefore(finder: Finder, index: number, name: Piece, behind: number | undefined): void {
  const { pieces, numbers, names } = finder;
  const before = pieces[index - 1];
  if (/^(?:channels?|ch)$/.test(name.text) && isNumber(before) && !numbers.has(index - 1)) {
    if (pieces[index + 1]?.text === 'each') settle(finder, index - 1, 'both');
    else if (isInputOf(pieces, index)) settle(finder, index - 1, 'in');
  }
  // "64 to 128"
  const isWhole = behind !== undefined && !pieces[behind]?.isSides;
  if (/^(?:to|into)$/.test(name.text) && isWhole && isOwnNumber(pieces, index)) {
    settle(finder, index - 1, 'in');
    settle(finder, behind, 'out', name);
    names.add(name);
  }
  // "1 kernel"
  if (name.text === 'kernel' && before?.text === '1' && behind === undefined && isOwnNumber(pieces, index)) {
    settle(finder, index - 1, 'out', name);
    names.add(name);
  }
}

/** Whether the number that touches a name from before is no other name's: "64 filters", not "a kernel of 3 filters". */
function isOwnNumber(pieces: readonly Piece[], index: number): boolean {
  return isNumber(pieces[index - 1]) && !pieces[index]?.afterBreak && !isNamed(pieces, index - 1);
}

/** "padding of 2 7x3 kernels": the number is that of the word before it. */
function isNamed(pieces: readonly Piece[], value: number): boolean {
  let before = value - 1;
  while (pieces[before]?.kind === 'equals' || isLink(pieces[before])) before -= 1;
  const name = pieces[before];
  const use = name?.kind === 'name' ? name.meaning?.use : undefined;
  const leads = /^(?:at|on|for|in|to|into|from|out of|over|applied to|inputs?|outputs?|images?)$/.test(
    name?.text ?? '',
  );
  return use !== undefined && !leads && !pieces[value]?.afterBreak && use.stands !== 'before';
}

function sideOf(text: string): 'in' | 'out' | undefined {
  if (/^(?:inputs?|from|out of|applied to)$/.test(text)) return 'in';
  return /^(?:outputs?|to|into)$/.test(text) ? 'out' : undefined;
}

/** "input 28 channels 64": the noun counts what stands behind it. */
function touchesNumber(pieces: readonly Piece[], noun: number): boolean {
  const next = pieces[noun + 1];
  return isNumber(next) && next?.afterBreak === false && pieces[noun + 2]?.kind !== 'name';
}

/** "a 3-channel 32x32 image", "an image with 3 channels", "a 64-channel input": the input's channels. */
function isInputOf(pieces: readonly Piece[], index: number): boolean {
  let next = index + 1;
  while (pieces[next]?.isSides || pieces[next]?.text === 'in') next += 1;
  const noun = pieces[next];
  const isImage = /^(?:input|feature maps?|fmaps?|maps)$/.test(noun?.text ?? '');
  if (noun?.kind === 'name' && !noun.afterBreak && (isImage || pictureNames.includes(noun.text))) {
    // "64 channels input 28": the number behind is the input's.
    return valueBehind(pieces, next) === undefined;
  }
  let before = index - 2;
  while (/^(?:with|has|having|of|a)$/.test(pieces[before]?.text ?? '')) before -= 1;
  const owner = before < index - 2 ? pieces[before] : undefined;
  return owner?.kind === 'name' && (owner.text === 'input' || pictureNames.includes(owner.text));
}

function nounBefore(pieces: readonly Piece[], index: number): string {
  let before = index - 1;
  while (isLink(pieces[before])) before -= 1;
  return pieces[before]?.text ?? '';
}

/** "groups of 4" may be four groups or four channels in each: the commoner reading is taken, and said. */
function findGroupsOf({ pieces, draft }: Finder, index: number, name: Piece): Mistake | undefined {
  const isSize = pieces[index + 2]?.text === 'size';
  const value = pieces[isSize ? index + 3 : index + 2];
  const noun = pieces[index + 3];
  if (isSize && value && isNumber(value)) return groupsOfNumber(value.text, [name.at[0], value.at[1]]);
  if (pieces[index + 1]?.text !== 'of' || !value || !isNumber(value)) return undefined;
  if (noun?.kind === 'name' && countsChannels.test(noun.text)) {
    return groupsOfNumber(value.text, [name.at[0], noun.at[1]]);
  }
  draft.guesses.push({ sentence: `Read as ${value.text} groups, not as groups of ${value.text} channels.` });
  return undefined;
}

const severalLayers = /^(?:convs|convolutions|layers|blocks)$/;

/** "2 conv layers", "3 stacked 3x3 convs": how many layers is not read here, and is no number of channels. */
export function findCount(finder: Finder, index: number, noun: Piece): Mistake | undefined {
  const { pieces, draft } = finder;
  const result = /^(?:params?|parameters?|weights?)$/.test(noun.text) ? pieces[index - 1] : undefined;
  if (result && isNumber(result) && !noun.afterBreak) return countIsResult(result.text, result.at);
  if (!severalLayers.test(noun.text) || noun.afterBreak) return undefined;
  let before = index - 1;
  while (pieces[before]?.isSides || /^(?:conv|convolutional|stacked)$/.test(pieces[before]?.text ?? ''))
    before -= 1;
  const count = pieces[before];
  if (count?.kind !== 'value' || count.isSides) return undefined;
  // "128 3x3 convs" are filters.
  if (Number(count.text) > 64 && before === index - 2) {
    settle(finder, before, 'out', { ...noun, text: 'filters' });
    settle(finder, index - 1, 'kernel');
    return undefined;
  }
  if (count.afterBreak || Number(count.text) > 64) return undefined;
  // "3 64 128 convs": kernel and channels.
  if (pieces[before - 1]?.kind === 'value' && pieces[before - 2]?.kind === 'value') return undefined;
  return severalLayersAtOnce(draft.text.slice(...count.at), count.at);
}
