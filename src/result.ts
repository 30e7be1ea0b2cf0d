import type {
  CompareCommand,
  LayerCommand,
  ModelCommand,
  Part,
  PriceCommand,
  Settings,
  Stack,
  StackCommand,
} from './command/command.ts';
import { faultMistake } from './command/layer-mistakes.ts';
import { isMistake, type Mistake, type Span } from './command/problem.ts';
import { spellSides } from './command/spell.ts';
import { type Fault, isFault } from './conv/fault.ts';
import { type IfSeparable, ifSeparable } from './conv/if-separable.ts';
import type { Layer } from './conv/layer.ts';
import { type Priced, price, type Run, sumPrices } from './conv/price.ts';
import { smallestInput } from './conv/smallest-input.ts';
import { type VariantName, variants } from './conv/variants.ts';

export type PricedVariant = { readonly name: VariantName } & Priced;

/** A line of a stack with the prices of the layers that it is made of. */
export type PricedPart = { readonly part: Part } & Priced;

export type PricedStack = {
  readonly stack: Stack;
  readonly rows: readonly PricedPart[];
  readonly total: Priced;
};

export type LayerResult = {
  readonly kind: 'layer';
  readonly command: LayerCommand;
  readonly variants: readonly PricedVariant[];
  readonly standard: PricedVariant;
  /** The layer as it was asked: separable, grouped when it has groups, else standard. */
  readonly asked: PricedVariant;
  readonly separable: PricedVariant;
  readonly depthwise: PricedVariant;
};
export type StackResult = { readonly kind: 'stack'; readonly command: StackCommand } & PricedStack;
export type CompareResult = {
  readonly kind: 'compare';
  readonly command: CompareCommand;
  readonly stacks: readonly PricedStack[];
};
export type ModelResult = {
  readonly kind: 'model';
  readonly command: ModelCommand;
  readonly ifSeparable: IfSeparable;
} & PricedStack;

/** The numbers of a question. Only numbers: no sentence, no rounding. */
export type Result = LayerResult | StackResult | CompareResult | ModelResult;

/** Counts what a command asks for. What cannot run on its input, or be counted exactly, is a mistake. */
export function evaluate(command: PriceCommand): Result | Mistake {
  switch (command.kind) {
    case 'layer':
      return evaluateLayer(command);
    case 'compare': {
      const stacks: PricedStack[] = [];
      for (const stack of command.stacks) {
        const priced = priceStack(stack, command.settings);
        if (isMistake(priced)) return priced;
        stacks.push(priced);
      }
      return { kind: 'compare', command, stacks };
    }
    case 'stack': {
      const priced = priceStack(command.stack, command.settings);
      return isMistake(priced) ? priced : { ...priced, kind: 'stack', command };
    }
    case 'model':
      return evaluateModel(command);
  }
}

function evaluateLayer(command: LayerCommand): LayerResult | Mistake {
  const { spec, stack, settings } = command;
  const run = runOf(stack, settings);
  const all: PricedVariant[] = [];
  for (const { name, layers } of variants(spec, settings.convention)) {
    const priced = price(layers, run);
    if (isFault(priced)) return mistakeOf(priced, stack, layers);
    all.push({ name, layers: priced.layers, count: priced.count, cost: priced.cost });
  }
  const named = (name: VariantName) => all.find((variant) => variant.name === name);
  const [standard, depthwise, separable] = [named('standard'), named('depthwise'), named('separable')];
  if (!standard || !depthwise || !separable)
    throw new Error('a layer has no standard, depthwise or separable variant');
  return {
    kind: 'layer',
    command,
    variants: all,
    standard,
    depthwise,
    separable,
    asked: command.separable ? separable : (named('grouped') ?? standard),
  };
}

function evaluateModel(command: ModelCommand): ModelResult | Mistake {
  const priced = priceStack(command.stack, command.settings);
  if (isMistake(priced)) return priced;
  const layers = command.stack.parts.flatMap((part) => part.layers);
  const changed = ifSeparable(layers, command.settings.convention);
  if (isFault(changed)) return mistakeOf(changed, command.stack, layers);
  return { ...priced, kind: 'model', command, ifSeparable: changed };
}

function priceStack(stack: Stack, settings: Settings): PricedStack | Mistake {
  const layers = stack.parts.flatMap((part) => part.layers);
  const total = price(layers, runOf(stack, settings));
  if (isFault(total)) return mistakeOf(total, stack, layers);
  let next = 0;
  const rows: PricedPart[] = [];
  for (const part of stack.parts) {
    const own = sumPrices(total.layers.slice(next, next + part.layers.length));
    if (isFault(own)) return mistakeOf(own, stack, layers);
    if (!isResize(part)) rows.push({ part, layers: own.layers, count: own.count, cost: own.cost });
    next += part.layers.length;
  }
  return { stack, rows, total };
}

function runOf({ input }: Stack, { batch, elementType }: Settings): Run | undefined {
  return input && { input, batch, elementType };
}

/** Pooling and flattening have no parameters, and no row. */
function isResize({ layers: [first] }: Part): boolean {
  return first?.kind === 'resize';
}

/** Where the fault is and, for a single layer on an input that is too small, the smallest one that works. */
function mistakeOf(fault: Fault, { parts, input, inputAt }: Stack, layers: readonly Layer[]): Mistake {
  // Groups were checked when the layer was read.
  if (fault.code === 'groups-do-not-divide') throw new Error('illegal groups passed the parser');
  const whole: Span = [parts[0]?.at[0] ?? 0, parts.at(-1)?.at[1] ?? 0];
  const mistake = faultMistake(fault, inputAt ?? whole);
  const [only] = parts.length === 1 ? layers : [];
  const tooSmall = fault.code === 'kernel-larger-than-input' || fault.code === 'output-too-small';
  if (!tooSmall || !inputAt || !input || only?.kind !== 'convolution') return mistake;
  const enough = smallestInput(only).map((side, axis) => Math.max(side, input[axis] ?? 1));
  return { ...mistake, fix: { at: inputAt, text: spellSides(enough) } };
}
