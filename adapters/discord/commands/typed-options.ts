import type { FactName } from '../../../src/command/facts.ts';

/** The option whose text is read as a question. */
export const queryOption = 'query';

/** The options beside it, each the value of one fact. */
export const typedOptions = [
  'kernel',
  'in',
  'out',
  'bias',
  'groups',
  'stride',
  'padding',
  'dilation',
  'input',
  'share',
] as const satisfies readonly FactName[];

export type TypedOption = (typeof typedOptions)[number];

export function isTypedOption(name: string): name is TypedOption {
  return typedOptions.some((option) => option === name);
}
