import { isDepthwise } from '../conv/is-depthwise.ts';
import type { Convolution, Padding, Sides } from '../conv/layer.ts';
import type { Spec } from '../conv/spec.ts';
import type { LayerCommand, Part, Settings, Stack } from './command.ts';
import { type Base, baseOf } from './segments/inherit-side.ts';
import { largestUsualKernel } from './words/plausible.ts';

/**
 * The words that ask for a layer, complete enough to stand anywhere in a stack: `7 512 512 nobias`. What is
 * the language's default is left out.
 */
export function spellLayer({ convolution, multiplier, batchNorm }: Spec, separable: boolean): string {
  const { kernel, in: inChannels, out, bias, groups } = convolution;
  let words = `${spellKernel(kernel)} ${inChannels} ${out}`;
  if (!bias && !batchNorm) words += ' nobias';
  if (separable) words += ' separable';
  if (groups > 1) words += ` g=${groups}`;
  if (multiplier > 1) words += ` m=${multiplier}`;
  words += spellWindow(convolution);
  return batchNorm ? `${words} bn` : words;
}

/** The settings and the input as words, each with a space before it: ` @56 keras`. */
function spellSettings(settings: Settings, input: Sides | undefined, speaksKeras: boolean): string {
  let text = input ? ` @${spellSides(input)}` : '';
  if (settings.batch !== 1) text += ` batch=${settings.batch}`;
  if (settings.showBytes) text += ` ${settings.elementType}`;
  if (settings.convention === 'keras' || speaksKeras) text += ` ${settings.convention}`;
  if (settings.unit !== 'macs') text += ` ${settings.unit}`;
  return text;
}

/** The words of every layer of a stack; undefined where words can't say one. */
export function spellParts(parts: readonly Part[]): string | undefined {
  return spellEach(parts)?.join(' + ');
}

function spellEach(parts: readonly Part[]): string[] | undefined {
  const texts: string[] = [];
  for (const { spec, separable } of parts) {
    if (!spec) return undefined;
    texts.push(spellLayer(spec, separable));
  }
  return texts;
}

/** A side that words say, with what keeps it from taking over the first one's: `3 64 64 vs 5 64 64 bias`. */
function spellSide({ parts, text }: Stack, base: Base): string {
  const texts = spellEach(parts);
  if (!texts || text !== texts.join(' + ')) return text;
  const isOnly = parts.length === 1;
  return texts
    .map((own, index) => spellAgainst(own, parts[index]?.spec, base, index === 0, isOnly))
    .join(' + ');
}

function spellAgainst(
  text: string,
  spec: Spec | undefined,
  base: Base,
  isFirst: boolean,
  isOnly: boolean,
): string {
  if (!spec) return text;
  const { convolution, batchNorm, multiplier } = spec;
  const { kernel, bias, stride, dilation, padding, transposed, outputPadding } = convolution;
  const against = base.spec?.convolution;
  const isRankTaken = isFirst && kernel.length === 2 && base.rank !== 2 && isAll(kernel, kernel[0] ?? 1);
  let words = isRankTaken ? ` 2d ${text}` : text;
  if (base.batchNorm && !batchNorm) words += ' nobn';
  if (base.bias === false && bias && !batchNorm) words += ' bias';
  if (!against) return words.trimStart();
  if (isFirst && !isAll(against.stride, 1) && isAll(stride, 1)) words += ' s=1';
  if (isOnly && !isAll(against.dilation, 1) && isAll(dilation, 1)) words += ' d=1';
  if (isOnly && against.transposed && !transposed) words += ' t=no';
  const losesOutputPadding = !isAll(against.outputPadding, 0) && isAll(outputPadding, 0);
  if (isOnly && transposed && losesOutputPadding) words += ' op=0';
  if (isOnly && (base.spec?.multiplier ?? 1) > 1 && multiplier === 1) words += ' m=1';
  if (isOnly && spellPadding(against.padding) !== 'same' && padding === 'same') words += ' same';
  return words.trimStart();
}

/** A whole question about stacks, each with its own input where they differ. */
export function spellQuestion(stacks: readonly Stack[], settings: Settings): string {
  const [first] = stacks;
  if (first && stacks.length === 1)
    return first.text + spellSettings(settings, first.input, first.speaksKeras);
  const keras = stacks.some(({ speaksKeras }) => speaksKeras);
  const base = first && baseOf(first.parts);
  const sides = stacks.map((stack, index) => (index > 0 && base ? spellSide(stack, base) : stack.text));
  const oneInput = stacks.every(({ input }) => input?.join() === first?.input?.join());
  if (oneInput) return sides.join(' vs ') + spellSettings(settings, first?.input, keras);
  const texts = stacks.map(({ input }, index) =>
    input ? `${sides[index]} @${spellSides(input)}` : `${sides[index]} noinput`,
  );
  return texts.join(' vs ') + spellSettings(settings, undefined, keras);
}

function spellKernel(kernel: Sides): string {
  const sides = spellKernelSides(kernel);
  // Without its name a large one would be read as a guess.
  const named = kernel.some((side) => side > largestUsualKernel) ? `k=${sides}` : sides;
  return kernel.length === 1 ? `1d ${named}` : named;
}

/** The kernel's sides alone; a lone number is that of a square, or of a convolution that is said to be 1D. */
export function spellKernelSides(kernel: Sides): string {
  return kernel.length === 2 ? spellSides(kernel) : kernel.join('x');
}

function spellWindow({ stride, dilation, padding, outputPadding, transposed }: Convolution): string {
  let words = transposed ? ' t' : '';
  if (!isAll(stride, 1)) words += ` s=${spellSides(stride)}`;
  if (!isAll(dilation, 1)) words += ` d=${spellSides(dilation)}`;
  const padded = spellPadding(padding);
  if (padded !== 'same') words += /^\d/.test(padded) ? ` p=${padded}` : ` ${padded}`;
  return isAll(outputPadding, 0) ? words : `${words} op=${spellSides(outputPadding)}`;
}

export function spellPadding(padding: Padding): string {
  if (typeof padding === 'string') return padding;
  return isAll(padding, 0) ? 'valid' : spellSides(padding);
}

/** What a form for one layer has no field for, in words: `1d m=2 bn int8`. */
export function spellBeyondForm({ spec, separable, settings }: LayerCommand): string {
  const { kernel, transposed, outputPadding } = spec.convolution;
  const words = [
    kernel.length === 1 ? '1d' : '',
    separable ? 'separable' : '',
    // In words it follows the input channels; as a number of groups it would not.
    isDepthwise(spec.convolution) ? 'dw' : '',
    spec.multiplier > 1 ? `m=${spec.multiplier}` : '',
    transposed ? 't' : '',
    isAll(outputPadding, 0) ? '' : `op=${spellSides(outputPadding)}`,
    spec.batchNorm ? 'bn' : '',
    spellSettings({ ...settings, convention: 'pytorch' }, undefined, false).trim(),
  ];
  return words.filter((word) => word !== '').join(' ');
}

function isAll(sides: Sides, value: number): boolean {
  for (const side of sides) if (side !== value) return false;
  return true;
}

/** `56` for equal sides, `56x28` for others. */
export function spellSides(sides: Sides): string {
  return sides.every((side) => side === sides[0]) ? String(sides[0]) : sides.join('x');
}
