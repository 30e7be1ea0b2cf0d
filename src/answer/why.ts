import { isDepthwise } from '../conv/is-depthwise.ts';
import type { Convolution } from '../conv/layer.ts';
import { product } from '../conv/product.ts';
import { counted, grouped, percent } from '../numbers-in-words.ts';
import type { LayerResult } from '../result.ts';
import { sidesText } from './describe.ts';
import { kernelProduct } from './expression.ts';

/** Why the variants of this layer differ as they do, with its own numbers. One paragraph a string. */
export function why(result: LayerResult): string[] {
  const reasons = [whySeparable(result), whyGrouped(result), whyDepthwise(result), whyBias(result)];
  return reasons.filter((reason) => reason !== '');
}

function whySeparable(result: LayerResult): string {
  const { convolution } = result.command.spec;
  const positions = product(convolution.kernel);
  if (positions === 1) return whyNotPointwise(result);
  return `${whatStandardDoes(convolution)} ${whatSeparableDoes(result)} ${whatRemains(result)}`;
}

function whatStandardDoes({ in: inChannels, out, kernel, transposed }: Convolution): string {
  const many =
    kernel.length > 1 ? `${kernelProduct(kernel)} = ${grouped(product(kernel))}` : kernelProduct(kernel);
  if (transposed) {
    // One output position is reached by fewer of them where the stride is larger than 1.
    const from = inChannels === 1 ? 'the one input' : `each of the ${grouped(inChannels)} inputs`;
    const to = out === 1 ? 'the one output' : `all ${grouped(out)} outputs`;
    return `A standard transposed kernel spreads ${from} over ${many} positions of ${to}, so everything multiplies.`;
  }
  const from = inChannels === 1 ? 'the one input' : `all ${grouped(inChannels)} inputs`;
  const to = out === 1 ? 'the one output' : `each of the ${grouped(out)} outputs`;
  return `A standard kernel looks at ${many} positions of ${from} for ${to}, so everything multiplies.`;
}

function whatSeparableDoes({ command: { spec }, separable }: LayerResult): string {
  const [looking, mixing] = separable.layers.filter(({ layer }) => layer.kind === 'convolution');
  const kernel = sidesText(spec.convolution.kernel);
  const ones = spec.convolution.kernel.map(() => 1).join('×');
  const isOneSided = spec.convolution.kernel.length === 1;
  const size = isOneSided ? `length ${kernel}` : kernel;
  const one = isOneSided ? `one filter of ${size}` : `one ${size} filter`;
  const filters = spec.multiplier === 1 ? one : `${grouped(spec.multiplier)} filters of ${size}`;
  return (
    `Separable first looks (${filters} a channel: ${grouped(looking?.count.weights ?? 0)}), ` +
    `then mixes (${isOneSided ? 'length 1' : ones} across channels: ${grouped(mixing?.count.weights ?? 0)}).`
  );
}

/** remaining = m/Cout + m/K, the ratio of weights; biases are told apart from it. */
function whatRemains({ command: { spec }, standard, separable }: LayerResult): string {
  const { multiplier, convolution } = spec;
  const positions = product(convolution.kernel);
  const ofOut = multiplier / convolution.out;
  const ofKernel = multiplier / positions;
  const remaining = ofOut + ofKernel;
  const weightsOnly =
    standard.count.params === standard.count.weights && separable.count.params === separable.count.weights;
  const sum =
    `${multiplier}/${grouped(convolution.out)} + ${multiplier}/${grouped(positions)} = ` +
    `${percent(ofOut)} + ${percent(ofKernel)} = ${percent(remaining)}`;
  const what = weightsOnly ? 'What remains is' : 'Of the weights there remains';
  return `${what} ${sum}, however many inputs there are.${whyNoSaving(remaining, convolution.out, multiplier)}`;
}

function whyNoSaving(remaining: number, out: number, multiplier: number): string {
  if (remaining < 1) return '';
  if (out === 1)
    return ' The depthwise step alone has as many weights as the standard layer; the mixing comes on top.';
  if (multiplier > 1)
    return ` A depth multiplier of ${grouped(multiplier)} spends more than the separation saves.`;
  return remaining === 1 ? ' That is all of it: nothing is saved.' : '';
}

function whyNotPointwise({ command: { spec }, separable }: LayerResult): string {
  const [looking] = separable.layers;
  const kernel = sidesText(spec.convolution.kernel);
  return (
    `A kernel of ${kernel} looks at one position only: it does nothing but mix channels, so there is nothing to separate. ` +
    `The depthwise step would scale each channel first, with ${counted(looking?.count.params ?? 0, 'parameter')} on top of the same mixing.`
  );
}

function whyGrouped({ command: { spec } }: LayerResult): string {
  const { groups, in: inChannels } = spec.convolution;
  if (groups === 1 || isDepthwise(spec.convolution)) return '';
  return (
    `With ${counted(groups, 'group')} each output sees ${grouped(inChannels / groups)} of the ${counted(inChannels, 'input')}, ` +
    `so 1/${grouped(groups)} = ${percent(1 / groups)} of the weights remain; channels of different groups never meet.`
  );
}

function whyDepthwise({ command: { spec } }: LayerResult): string {
  const { convolution, multiplier } = spec;
  const gives = multiplier * convolution.in;
  if (gives !== convolution.out) {
    return `Depthwise alone gives ${counted(gives, 'channel')}, not ${grouped(convolution.out)}, and mixes none of them: it is no drop-in replacement for this layer.`;
  }
  if (convolution.in === 1)
    return 'With one input and one output channel, depthwise is the standard layer itself.';
  return 'Depthwise alone never mixes channels: it is half of a separable layer, not a replacement for this one.';
}

function whyBias({ command: { spec, settings }, standard, separable }: LayerResult): string {
  const { convolution, batchNorm, multiplier } = spec;
  const keras = settings.convention === 'keras';
  const share = percent(separable.count.params / standard.count.params);
  if (batchNorm) {
    const each = keras ? '4 numbers a channel (2 of them trained)' : '2 numbers a channel';
    const where = keras ? 'once, at the end of a separable layer' : 'after each of the two separable halves';
    return `BatchNorm adds ${each}, ${where}: with it, separable is ${share} of standard.`;
  }
  if (!convolution.bias) return '';
  const out = grouped(convolution.out);
  const own = keras
    ? `one bias, of ${out} numbers`
    : `two, of ${grouped(multiplier * convolution.in)} and ${out} numbers`;
  return `The bias adds ${counted(convolution.out, 'number')} to standard; separable has ${own}: with biases, it is ${share} of standard.`;
}
