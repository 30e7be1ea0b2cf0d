import type { LayerCommand, PriceCommand, Settings, Stack } from '../command/command.ts';
import { spellParts, spellQuestion } from '../command/spell.ts';
import type { Convolution, Sides } from '../conv/layer.ts';
import { legalGroups } from '../conv/legal-groups.ts';
import { onEachAxis } from '../conv/on-each-axis.ts';
import { product } from '../conv/product.ts';
import type { Spec } from '../conv/spec.ts';
import type { Action } from './answer.ts';
import { questionLabel } from './question-label.ts';

/**
 * What is worth asking next, as questions of their own: first the other readings of what was guessed. At most five,
 * so that they fit one row of buttons.
 */
export function nextQuestions(command: PriceCommand): Action[] {
  const stacks = command.kind === 'compare' ? command.stacks : [command.stack];
  const actions = otherReadings(command);
  const offer: Offer = (label, changed, settings) => {
    const question = spellQuestion(changed, settings ?? command.settings);
    if (actions.length === mostActions || actions.some((action) => action.command === question)) return;
    actions.push({ label, command: question });
  };
  if (command.kind !== 'model') offerBias(stacks, offer);
  offerSize(command, stacks, offer);
  offerConvention(command, stacks, offer);
  if (command.kind === 'layer') offerLayers(command, offer);
  if (command.kind === 'stack') offerSeparable(command.stack, offer);
  return actions;
}

const mostActions = 5;

/** What else the words may have meant, each once. */
function otherReadings({ guesses }: PriceCommand): Action[] {
  const others = new Set<string>();
  for (const { other } of guesses) if (other !== undefined) others.add(other);
  return [...others].slice(0, mostActions).map((command, index) => ({
    label: questionLabel(command, index === 0 ? 'The other reading' : `The other reading, ${index + 1}`),
    command,
  }));
}

/** Adds a question about these stacks; without `settings`, under the same ones. */
type Offer = (label: string, stacks: readonly Stack[], settings?: Settings) => void;

/** The same stack with another spec in each part, in words. */
function respelled(
  stack: Stack,
  change: (spec: Spec, separable: boolean) => { spec: Spec; separable: boolean },
): Stack {
  const parts = stack.parts.map((part) => {
    if (!part.spec) return part;
    const { spec, separable } = change(part.spec, part.separable);
    return { ...part, spec, separable };
  });
  return { ...stack, parts, text: spellParts(parts) ?? stack.text };
}

function offerBias(stacks: readonly Stack[], offer: Offer): void {
  let bias = true;
  for (const { parts } of stacks) {
    for (const { spec } of parts) {
      if (!spec || spec.batchNorm) return;
      if (spec.convolution.bias) bias = false;
    }
  }
  const toggle = (spec: Spec, separable: boolean) => ({
    spec: { ...spec, convolution: { ...spec.convolution, bias } },
    separable,
  });
  offer(
    bias ? 'With bias' : 'Without bias',
    stacks.map((stack) => respelled(stack, toggle)),
  );
}

/** The sides that most backbones have in their first large stage. */
const usualSide = 56;

function offerSize({ settings }: PriceCommand, stacks: readonly Stack[], offer: Offer): void {
  if (stacks.some(({ input }) => input)) {
    const unit = settings.unit === 'macs' ? 'flops' : 'macs';
    offer(unit === 'macs' ? 'MACs' : 'FLOPs', stacks, { ...settings, unit });
    return;
  }
  const rank = stacks[0]?.parts[0]?.spec?.convolution.kernel.length;
  if (rank === undefined || stacks.some(({ parts }) => parts.some(({ spec }) => !spec))) return;
  const input = onEachAxis(usualSide, rank);
  if (!stacks.every(({ parts }) => parts.every(({ spec }) => spec && isCountableOn(spec, product(input)))))
    return;
  offer(
    `At ${input.join('×')}`,
    stacks.map(({ parts, text, speaksKeras }) => ({ parts, text, speaksKeras, input })),
  );
}

/** Whether the operations of a layer's standard form, each of them 2 FLOPs, can be counted exactly. */
function isCountableOn({ convolution }: Spec, positions: number): boolean {
  const { kernel, in: inChannels, out } = convolution;
  return Number.isSafeInteger(
    2 * product(kernel) * inChannels * out * positions * product(convolution.stride),
  );
}

/** The other framework's convention, where it changes a number. */
function offerConvention({ kind, settings }: PriceCommand, stacks: readonly Stack[], offer: Offer): void {
  const differs = stacks.some(({ parts }) =>
    parts.some(
      ({ spec, separable }) =>
        spec && (spec.batchNorm || (spec.convolution.bias && (separable || kind === 'layer'))),
    ),
  );
  if (!differs) return;
  const convention = settings.convention === 'keras' ? 'pytorch' : 'keras';
  offer(convention === 'keras' ? 'Keras' : 'PyTorch', stacks, { ...settings, convention });
}

function offerLayers({ stack, spec, separable }: LayerCommand, offer: Offer): void {
  const { convolution } = spec;
  const other = (groups: number, kernel: Sides) =>
    respelled(stack, () => ({
      spec: { ...spec, convolution: { ...convolution, groups, kernel } },
      separable,
    }));
  const groups = separable ? undefined : otherGroups(convolution);
  if (groups) offer(`${groups} groups`, [other(groups, convolution.kernel)]);
  if (convolution.kernel.some((side) => side > 3)) {
    const three = onEachAxis(3, convolution.kernel.length);
    const name = three.length === 1 ? 'kernel 3' : three.join('×');
    offer(`Against ${name}`, [stack, other(convolution.groups, three)]);
  } else if (product(convolution.kernel) > 1) {
    const turned = respelled(stack, () => ({ spec: withoutGroups(spec), separable: !separable }));
    offer(separable ? 'Against standard' : 'Against separable', [stack, turned]);
  }
}

function withoutGroups(spec: Spec): Spec {
  return { ...spec, convolution: { ...spec.convolution, groups: 1 } };
}

/** Without groups: as many as ResNeXt has, 32, or the most below that. With groups: the next number that is legal. */
function otherGroups({ in: inChannels, out, groups }: Convolution): number | undefined {
  const legal = legalGroups(inChannels, out);
  if (groups === 1) return legal.findLast((candidate) => candidate > 1 && candidate <= 32);
  return (
    legal.find((candidate) => candidate > groups) ??
    legal.findLast((candidate) => candidate > 1 && candidate < groups)
  );
}

function offerSeparable(stack: Stack, offer: Offer): void {
  const isDense = ({ convolution }: Spec) => convolution.groups === 1 && product(convolution.kernel) > 1;
  if (!stack.parts.some(({ spec, separable }) => spec && !separable && isDense(spec))) return;
  const changed = respelled(stack, (spec, separable) => ({ spec, separable: separable || isDense(spec) }));
  offer('Against separable', [stack, changed]);
}
