import { isDepthwise } from '../conv/is-depthwise.ts';
import type { Convolution, Padding, Sides } from '../conv/layer.ts';
import type { Spec } from '../conv/spec.ts';
import type { LayerCommand, Settings, Stack } from './command.ts';

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

/** A whole question about stacks, each with its own input where they differ. */
export function spellQuestion(stacks: readonly Stack[], settings: Settings): string {
  const [first] = stacks;
  if (first && stacks.length === 1)
    return first.text + spellSettings(settings, first.input, first.speaksKeras);
  const keras = stacks.some(({ speaksKeras }) => speaksKeras);
  const oneInput = stacks.every(({ input }) => input?.join() === first?.input?.join());
  if (oneInput)
    return stacks.map(({ text }) => text).join(' vs ') + spellSettings(settings, first?.input, keras);
  const texts = stacks.map(({ text, input }) => (input ? `${text} @${spellSides(input)}` : text));
  return texts.join(' vs ') + spellSettings(settings, undefined, keras);
}

function spellKernel(kernel: Sides): string {
  return kernel.length === 1 ? `1d ${kernel[0]}` : spellKernelSides(kernel);
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
