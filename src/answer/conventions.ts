import type { PriceCommand } from '../command/command.ts';
import { grouped } from '../numbers-in-words.ts';

/** The conventions that this answer's numbers follow: stated always, never left to be guessed. */
export function conventions(command: PriceCommand): string[] {
  const stacks = command.kind === 'compare' ? command.stacks : [command.stack];
  const { batch, convention, unit } = command.settings;
  let showsSeparable = command.kind === 'layer';
  let hasBias = false;
  let hasBatchNorm = false;
  let hasInput = false;
  for (const { parts, input } of stacks) {
    hasInput ||= input !== undefined;
    for (const { spec, separable } of parts) {
      showsSeparable ||= separable;
      hasBias ||= spec?.convolution.bias ?? false;
      hasBatchNorm ||= spec?.batchNorm ?? false;
    }
  }
  const tell = convention === 'keras' ? keras : pytorch;
  const sentences = [tell(showsSeparable && hasBias, hasBatchNorm, showsSeparable)];
  if (hasInput) {
    const factor = unit === 'flops' ? 'FLOPs are 2 · MACs' : '1 MAC = 2 FLOPs';
    sentences.push(
      `${factor}; zeros of the padding count${batch > 1 ? `; for a batch of ${grouped(batch)}` : ''}.`,
    );
  }
  return sentences;
}

/** `twoBiases`: the separable form is shown, and has biases. */
function pytorch(twoBiases: boolean, hasBatchNorm: boolean, showsSeparable: boolean): string {
  if (hasBatchNorm && !showsSeparable) return 'PyTorch convention: BatchNorm counts 2 parameters a channel.';
  if (hasBatchNorm) {
    return 'PyTorch convention: separable is two layers, each with its own BatchNorm of 2 parameters a channel.';
  }
  return twoBiases
    ? 'PyTorch convention: separable is two layers, each with its own bias.'
    : 'PyTorch convention.';
}

function keras(oneBias: boolean, hasBatchNorm: boolean, showsSeparable: boolean): string {
  const counts = 'BatchNorm counts 4 parameters a channel, 2 of them trained';
  if (hasBatchNorm) return `Keras convention: ${showsSeparable ? 'separable is one layer; ' : ''}${counts}.`;
  return oneBias ? 'Keras convention: separable is one layer with one bias.' : 'Keras convention.';
}
