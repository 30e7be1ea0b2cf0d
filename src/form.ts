import type { FactName } from './command/facts.ts';
import type { Named } from './command/named.ts';
import { parse, type Question } from './command/parse.ts';
import { spellBeyondForm, spellKernelSides, spellPadding, spellSides } from './command/spell.ts';
import { isDepthwise } from './conv/is-depthwise.ts';

/** What a form for one layer asks, in its order; everything else that can be said of a layer stays in words. */
export const formFields = [
  'kernel',
  'in',
  'out',
  'bias',
  'groups',
  'stride',
  'padding',
  'dilation',
  'input',
  'convention',
] as const satisfies readonly FactName[];

export type FormField = (typeof formFields)[number];

/** A question as a form shows it: a value for each field, and words for the rest. Asking it asks the same. */
export type Form = { readonly text: string; readonly named: Named & { [F in FormField]: string } };

/**
 * The form that asks what a question asks. Undefined where the question is not about one layer (a stack, a
 * comparison, a model, help, a mistake): that is changed as text.
 */
export function formOf(question: string | Question): Form | undefined {
  const command = parse(typeof question === 'string' ? { text: question } : question);
  if (command.kind !== 'layer') return undefined;
  const { convolution } = command.spec;
  return {
    text: spellBeyondForm(command),
    named: {
      kernel: spellKernelSides(convolution.kernel),
      in: String(convolution.in),
      out: String(convolution.out),
      bias: convolution.bias ? 'on' : 'off',
      groups: isDepthwise(convolution) ? '' : String(convolution.groups),
      stride: spellSides(convolution.stride),
      padding: spellPadding(convolution.padding),
      dilation: spellSides(convolution.dilation),
      input: command.stack.input ? spellSides(command.stack.input) : '',
      convention: command.settings.convention,
    },
  };
}
