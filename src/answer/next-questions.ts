import type { PriceCommand, Settings, Stack } from '../command/command.ts';
import { spellLayer, spellQuestion } from '../command/spell.ts';
import type { Convolution } from '../conv/layer.ts';
import { legalGroups } from '../conv/legal-groups.ts';
import { onEachAxis } from '../conv/on-each-axis.ts';
import { product } from '../conv/product.ts';
import type { Spec } from '../conv/spec.ts';
import type { Action } from './answer.ts';

/** What is worth asking next, as questions of their own. At most five, so that they fit one row of buttons. */
export function nextQuestions(command: PriceCommand): Action[] {
  const stacks = command.kind === 'compare' ? command.stacks : [command.stack];
  const ask = (label: string, changed: readonly Stack[], settings: Partial<Settings>): Action => ({
    label,
    command: spellQuestion(changed, { ...command.settings, ...settings }),
  });
  const bias = command.kind === 'model' ? [] : biasQuestions(stacks, ask);
  return [
    ...bias,
    ...sizeQuestions(command, stacks, ask),
    ...conventionQuestions(command, stacks, ask),
    ...(command.kind === 'layer' ? layerQuestions(command.stack, command.spec, ask) : []),
    ...(command.kind === 'stack' ? separableQuestions(command.stack, ask) : []),
  ].slice(0, mostActions);
}

const mostActions = 5;

type Ask = (label: string, stacks: readonly Stack[], settings: Partial<Settings>) => Action;

/** The same stack with another spec in each part, in words. */
function respelled(
  stack: Stack,
  change: (spec: Spec, separable: boolean) => { spec: Spec; separable: boolean },
): Stack {
  const text = stack.parts.map(({ spec, separable }) => {
    if (!spec) return '';
    const changed = change(spec, separable);
    return spellLayer(changed.spec, changed.separable);
  });
  return { ...stack, text: text.join(' + ') };
}

function biasQuestions(stacks: readonly Stack[], ask: Ask): Action[] {
  const specs = stacks.flatMap(({ parts }) => parts.map(({ spec }) => spec));
  if (specs.some((spec) => !spec || spec.batchNorm)) return [];
  const bias = !specs.some((spec) => spec?.convolution.bias);
  const changed = stacks.map((stack) =>
    respelled(stack, (spec, separable) => ({
      spec: { ...spec, convolution: { ...spec.convolution, bias } },
      separable,
    })),
  );
  return [ask(bias ? 'With bias' : 'Without bias', changed, {})];
}

/** The sides that most backbones have in their first large stage. */
const usualSide = 56;

function sizeQuestions({ settings }: PriceCommand, stacks: readonly Stack[], ask: Ask): Action[] {
  if (stacks.some(({ input }) => input)) {
    const other = settings.unit === 'macs' ? 'flops' : 'macs';
    return [ask(other === 'macs' ? 'MACs' : 'FLOPs', stacks, { unit: other })];
  }
  const rank = stacks[0]?.parts[0]?.spec?.convolution.kernel.length;
  if (rank === undefined || stacks.some(({ parts }) => parts.some(({ spec }) => !spec))) return [];
  const input = onEachAxis(usualSide, rank);
  return [
    ask(
      `At ${input.join('×')}`,
      stacks.map((stack) => ({ ...stack, input })),
      {},
    ),
  ];
}

/** The other framework's convention, where it changes a number. */
function conventionQuestions({ kind, settings }: PriceCommand, stacks: readonly Stack[], ask: Ask): Action[] {
  const differs = stacks.some(({ parts }) =>
    parts.some(
      ({ spec, separable }) =>
        spec && (spec.batchNorm || (spec.convolution.bias && (separable || kind === 'layer'))),
    ),
  );
  if (!differs) return [];
  const other = settings.convention === 'keras' ? 'pytorch' : 'keras';
  return [ask(other === 'keras' ? 'Keras' : 'PyTorch', stacks, { convention: other })];
}

function layerQuestions(stack: Stack, spec: Spec, ask: Ask): Action[] {
  const { convolution } = spec;
  const other = (changed: Partial<Convolution>) =>
    respelled(stack, () => ({
      spec: { ...spec, convolution: { ...convolution, ...changed } },
      separable: false,
    }));
  const actions: Action[] = [];
  const groups = otherGroups(convolution);
  if (groups) actions.push(ask(`${groups} groups`, [other({ groups })], {}));
  const three = convolution.kernel.map(() => 3);
  if (convolution.kernel.some((side) => side > 3)) {
    actions.push(ask(`Against ${three.join('×')}`, [stack, other({ kernel: three })], {}));
  } else if (product(convolution.kernel) > 1) {
    actions.push(
      ask(
        'Against separable',
        [stack, respelled(stack, () => ({ spec: withoutGroups(spec), separable: true }))],
        {},
      ),
    );
  }
  return actions;
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

function separableQuestions(stack: Stack, ask: Ask): Action[] {
  const isDense = ({ convolution }: Spec) => convolution.groups === 1 && product(convolution.kernel) > 1;
  if (!stack.parts.some(({ spec, separable }) => spec && !separable && isDense(spec))) return [];
  const changed = respelled(stack, (spec, separable) => ({ spec, separable: separable || isDense(spec) }));
  return [ask('Against separable', [stack, changed], {})];
}
