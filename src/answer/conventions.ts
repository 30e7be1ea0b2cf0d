import type { PriceCommand } from '../command/command.ts';
import { grouped } from '../numbers-in-words.ts';

/** The conventions that this answer's numbers follow: stated always, never left to be guessed. */
export function conventions(command: PriceCommand): string[] {
  const stacks = command.kind === 'compare' ? command.stacks : [command.stack];
  const { batch, convention, unit } = command.settings;
  const parts = stacks.flatMap((stack) => stack.parts);
  const separableSpecs = parts
    .filter(({ separable }) => separable || command.kind === 'layer')
    .map(({ spec }) => spec);
  const shown: Shown = {
    separable: separableSpecs.length > 0,
    bias: separableSpecs.some((spec) => spec?.convolution.bias),
    batchNorm: separableSpecs.some((spec) => spec?.batchNorm),
    anyBatchNorm: parts.some(({ spec }) => spec?.batchNorm),
  };
  const sentences = [convention === 'keras' ? keras(shown) : pytorch(shown)];
  const hasInput = stacks.some(({ input }) => input !== undefined);
  if (hasInput) {
    const factor = unit === 'flops' ? 'FLOPs are 2 · MACs' : '1 MAC = 2 FLOPs';
    sentences.push(
      `${factor}; zeros of the padding count${batch > 1 ? `; for a batch of ${grouped(batch)}` : ''}.`,
    );
  }
  return sentences;
}

/** Whether separable layers are shown, and what these have. */
type Shown = Readonly<Record<'separable' | 'bias' | 'batchNorm' | 'anyBatchNorm', boolean>>;

function pytorch({ separable, bias, batchNorm, anyBatchNorm }: Shown): string {
  if (batchNorm) {
    return 'PyTorch convention: separable is two layers, each with its own BatchNorm of 2 parameters a channel.';
  }
  const said = [
    ...(anyBatchNorm ? ['BatchNorm counts 2 parameters a channel'] : []),
    ...(separable && bias ? ['separable is two layers, each with its own bias'] : []),
  ];
  return said.length === 0 ? 'PyTorch convention.' : `PyTorch convention: ${said.join('; ')}.`;
}

function keras({ separable, bias, batchNorm, anyBatchNorm }: Shown): string {
  const said = [
    ...(separable && batchNorm ? ['separable is one layer'] : []),
    ...(separable && bias && !batchNorm ? ['separable is one layer with one bias'] : []),
    ...(anyBatchNorm ? ['BatchNorm counts 4 parameters a channel, 2 of them trained'] : []),
  ];
  return said.length === 0 ? 'Keras convention.' : `Keras convention: ${said.join('; ')}.`;
}
