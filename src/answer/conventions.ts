import type { PriceCommand } from '../command/command.ts';

/** The conventions that this answer's numbers follow: stated always, never left to be guessed. */
export function conventions(command: PriceCommand): string[] {
  const stacks = command.kind === 'compare' ? command.stacks : [command.stack];
  const specs = stacks.flatMap(({ parts }) => parts.flatMap(({ spec }) => spec ?? []));
  const showsSeparable =
    command.kind === 'layer' || stacks.some(({ parts }) => parts.some(({ separable }) => separable));
  const hasBias = showsSeparable && specs.some(({ convolution }) => convolution.bias);
  const hasBatchNorm = specs.some(({ batchNorm }) => batchNorm);
  const { convention, unit } = command.settings;
  return [
    convention === 'keras' ? keras(hasBias, hasBatchNorm) : pytorch(hasBias, hasBatchNorm),
    ...(stacks.some(({ input }) => input)
      ? [`${unit === 'flops' ? 'FLOPs are 2 · MACs' : '1 MAC = 2 FLOPs'}; zeros of the padding count.`]
      : []),
  ];
}

function pytorch(hasBias: boolean, hasBatchNorm: boolean): string {
  if (hasBatchNorm)
    return 'PyTorch convention: separable is two layers, each with its own BatchNorm of 2 parameters a channel.';
  return hasBias
    ? 'PyTorch convention: separable is two layers, each with its own bias.'
    : 'PyTorch convention.';
}

function keras(hasBias: boolean, hasBatchNorm: boolean): string {
  if (hasBatchNorm)
    return 'Keras convention: separable is one layer; BatchNorm counts 4 parameters a channel, 2 of them trained.';
  return hasBias ? 'Keras convention: separable is one layer with one bias.' : 'Keras convention.';
}
