import { grouped } from '../../numbers-in-words.ts';
import { quoted } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import type { Mistake, Span } from '../problem.ts';
import type { Call } from './call.ts';

// Every sentence about a mistake in pasted code, one function a mistake.

export function tooDeep(deepest: number, at: Span): Mistake {
  return {
    code: 'too-deep',
    message: `Brackets are nested more than ${deepest} deep: that is no model's code.`,
    at,
  };
}

export function unknownModule(owner: string, name: string, meant: string, nameAt: Span): Mistake {
  const full = owner === '' ? name : `${owner}.${name}`;
  return {
    code: 'unknown-module',
    message: `${quoted(full)} does not exist. Did you mean ${meant}?`,
    at: nameAt,
    fix: { at: [nameAt[1] - name.length, nameAt[1]], text: meant },
  };
}

export function unknownArgument(module: string, name: string, known: readonly string[], at: Span): Mistake {
  const near = nearest(name, known);
  return {
    code: 'unknown-argument',
    message: `${module} has no argument ${quoted(name)}.${near ? ` Did you mean ${near}?` : ''}`,
    at,
    ...(near ? { fix: { at: [at[0], at[0] + name.length], text: near } } : {}),
  };
}

export function tooManyArguments(module: string, most: number, at: Span): Mistake {
  return {
    code: 'too-many-arguments',
    message: `${module} has ${most} arguments that can be read by their place; give this one its name.`,
    at,
  };
}

export function missingArgument(module: string, name: string, nameAt: Span): Mistake {
  return { code: 'missing-argument', message: `${module} needs ${name}: its number is missing.`, at: nameAt };
}

/** Shapes are read as Keras has them by default: sides, then channels. */
export function channelsFirst(at: Span): Mistake {
  return {
    code: 'bad-value',
    message:
      'Only channels_last is read here: leave data_format out, and put the channels last in every shape.',
    at,
  };
}

/** `a if use else b`: which of the two runs is not known. */
export function branchInCode(at: Span): Mistake {
  return {
    code: 'not-a-literal',
    message: 'Code is read here, not run, so a condition is not decided: keep one of its branches.',
    at,
  };
}

export function repeatedArgument(name: string, at: Span): Mistake {
  return { code: 'conflict', message: `${quoted(name)} is given twice.`, at };
}

/** A variable or an expression in place of a number: code is read here, never run. */
export function notALiteral(name: string, text: string, at: Span): Mistake {
  return {
    code: 'not-a-literal',
    message: `${quoted(text)} is no plain value for ${name}. Code is read here, not run: put the number itself.`,
    at,
  };
}

export function loopInCode(at: Span): Mistake {
  return {
    code: 'not-a-literal',
    message:
      'Code is read here, not run, so a loop is not repeated: write its layers out, or paste print(model).',
    at,
  };
}

/** `tensor` is what the layer is applied to, where that has a name. */
export function missingInputChannels(
  module: string,
  tensor: string | undefined,
  end: number,
  nameAt: Span,
): Mistake {
  const how = tensor
    ? `a line before it, such as ${quoted(tensor)} = keras.Input((32, 32, 3)), or words behind it, such as in=3`
    : 'them in words, such as in=3';
  return {
    code: 'missing-input-channels',
    message: `${module} does not say its input channels: add ${how}.`,
    at: nameAt,
    fix: { at: [end, end], text: ' in=3' },
  };
}

/** A layer is applied to what was not made in the code, or not in a way that is read here. */
export function unknownTensor(module: string, tensor: string, nameAt: Span): Mistake {
  return {
    code: 'missing-input-channels',
    message: `How many channels ${quoted(tensor)} has is not known here, and ${module} does not say it: add input_shape=(32, 32, 3) to the layer, with its own numbers.`,
    at: nameAt,
  };
}

/** PyTorch raises RuntimeError: mat1 and mat2 shapes cannot be multiplied. */
export function linearInputs(
  { name, args, at }: Call,
  { count, from }: { readonly count: number; readonly from: string },
  expected: number,
): Mistake {
  const said = args.find((argument) => argument.name === 'in_features') ?? args[0];
  const sum = from === '' ? grouped(count) : `${from} = ${grouped(count)}`;
  const old =
    said?.value.kind === 'other' ? said.value.text.replace(/^\d+ - >/, `${count} ->`) : String(count);
  return {
    code: 'conflict',
    message: `${sum} numbers reach ${name}, but it takes ${grouped(expected)}: PyTorch refuses that.`,
    at: said?.at ?? at,
    ...(said ? { fix: { at: said.at, text: old } } : {}),
  };
}

/** Keras raises for an argument that a layer does not have. */
export function noGroupsInKeras(module: string, at: Span): Mistake {
  return {
    code: 'unknown-argument',
    message: `Keras' ${module} has no groups: leave them out, or ask for the layer in words.`,
    at,
  };
}

/** torch.nn raises ValueError("padding='same' is not supported for strided convolutions"). */
export function sameWithStride(at: Span, padding: string): Mistake {
  return {
    code: 'same-with-stride',
    message: `PyTorch refuses padding='same' with a stride. The usual padding for this kernel is ${padding}.`,
    at,
    fix: { at, text: padding },
  };
}

/** torch.nn's transposed convolutions take numbers as padding, and only zeros as padding_mode. */
export function paddingOfTransposed(what: string, instead: string, at: Span): Mistake {
  return {
    code: 'unsupported-padding',
    message: `PyTorch refuses ${quoted(what)} for a transposed convolution.`,
    at,
    fix: { at, text: instead },
  };
}

/** Keras raises ValueError: strides > 1 not supported in conjunction with dilation_rate > 1. */
export function strideWithDilation(at: Span): Mistake {
  return {
    code: 'stride-with-dilation',
    message: 'Keras refuses a stride above 1 together with a dilation above 1.',
    at,
    fix: { at, text: '1' },
  };
}
