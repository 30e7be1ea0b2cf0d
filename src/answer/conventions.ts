import type { PriceCommand } from '../command/command.ts';
import { grouped } from '../numbers-in-words.ts';

/** The conventions that this answer's numbers follow: stated always, never left to be guessed. */
export function conventions(command: PriceCommand): string[] {
  const stacks = command.kind === 'compare' ? command.stacks : [command.stack];
  const { batch, convention, unit } = command.settings;
  const shown: Shown = { separable: false, bias: false, batchNorm: false, anyBatchNorm: false };
  let hasInput = false;
  for (const { parts, input } of stacks) {
    hasInput ||= input !== undefined;
    for (const { spec, separable } of parts) {
      shown.anyBatchNorm ||= spec?.batchNorm ?? false;
      if (!separable && command.kind !== 'layer') continue;
      shown.separable = true;
      shown.bias ||= spec?.convolution.bias ?? false;
      shown.batchNorm ||= spec?.batchNorm ?? false;
    }
  }
  const sentences = [convention === 'keras' ? keras(shown) : pytorch(shown)];
  if (hasInput) {
    const factor = unit === 'flops' ? 'FLOPs are 2 · MACs' : '1 MAC = 2 FLOPs';
    sentences.push(
      `${factor}; zeros of the padding count${batch > 1 ? `; for a batch of ${grouped(batch)}` : ''}.`,
    );
  }
  return sentences;
}

/** Whether separable layers are shown, what these have, and whether any layer has a BatchNorm. */
type Shown = Record<'separable' | 'bias' | 'batchNorm' | 'anyBatchNorm', boolean>;

function pytorch({ separable, bias, batchNorm, anyBatchNorm }: Readonly<Shown>): string {
  if (batchNorm) {
    return 'PyTorch convention: separable is two layers, each with its own BatchNorm of 2 parameters a channel.';
  }
  const counts = anyBatchNorm ? 'BatchNorm counts 2 parameters a channel' : '';
  const form = separable && bias ? 'separable is two layers, each with its own bias' : '';
  return `PyTorch convention${said(counts, form)}.`;
}

function keras({ separable, bias, batchNorm, anyBatchNorm }: Readonly<Shown>): string {
  const counts = anyBatchNorm ? 'BatchNorm counts 4 parameters a channel, 2 of them trained' : '';
  const bare = batchNorm ? 'separable is one layer' : '';
  const form = bias && !batchNorm ? 'separable is one layer with one bias' : bare;
  return `Keras convention${said(separable ? form : '', counts)}.`;
}

/** What a convention means here, behind a colon, where it means anything. */
function said(first: string, second: string): string {
  if (first === '' && second === '') return '';
  return `: ${first}${first !== '' && second !== '' ? '; ' : ''}${second}`;
}
