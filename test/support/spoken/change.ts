import { clauseOf, type Fact } from './clauses.ts';
import { joined } from './joined.ts';
import type { SpokenLayer } from './layer.ts';
import { isLegal, legalLayer } from './legal-layer.ts';
import type { Random } from './random.ts';

/** A later side of a comparison: `first` with one to three facts changed, which are all that is said. */
export function change(first: SpokenLayer, random: Random): { layer: SpokenLayer; words: string } {
  const amount = random.pick([1, 1, 1, 1, 2, 2, 3]);
  const facts = random.shuffled(changeable(first, random)).slice(0, amount);
  // Both channels take groups and variant away, so that a variant comes after them.
  const ordered = order.filter((fact) => facts.includes(fact));
  let layer = first;
  for (const fact of ordered) layer = { ...layer, ...changeOf(fact, layer, random) };
  const words = joined(random.shuffled(ordered.map((fact) => clause(fact, layer, random))), random);
  const isVariant = ordered.some((fact) => variants.includes(fact));
  const isDepthwise = ordered.includes('depthwise') && layer.in !== layer.out;
  // "same" alone, and a variant that the words of another change took away, mean nothing.
  const isClear = words !== 'same' && words !== 'bias' && !isDepthwise && !(isVariant && layer.transposed);
  const differs = JSON.stringify(layer) !== JSON.stringify(first);
  return isClear && differs && isLegal(layer) ? { layer, words } : change(first, random);
}

const variants: readonly Fact[] = ['depthwise', 'separable', 'standard', 'groups'];
const order: readonly Fact[] = [
  ...(['channels', 'in', 'out', 'kernel', 'stride', 'padding', 'dilation', 'bias', 'batchNorm'] as const),
  ...(['depthwise', 'separable', 'standard', 'groups', 'input'] as const),
];

/** One of channels and one of the variants, and whatever else can be another. */
function changeable(first: SpokenLayer, random: Random): Fact[] {
  const isDepthwise = first.groups > 1 && first.groups === first.in;
  const isStandard = first.groups === 1 && !first.separable;
  const widths: Fact[] = isDepthwise ? ['channels'] : ['channels', 'in', 'out', 'out'];
  const others: Fact[] = [
    ...(isDepthwise || first.in === 1 ? [] : (['depthwise'] as const)),
    ...(first.separable || first.transposed ? [] : (['separable'] as const)),
    ...(isStandard ? [] : (['standard'] as const)),
    ...(first.separable ? [] : (['groups'] as const)),
  ];
  return [
    ...(['kernel', 'kernel', 'stride', 'padding', 'dilation'] as const),
    // A BatchNorm takes a bias' place: one of them, and its return is only clear where nothing was said of it.
    ...(first.batchNorm
      ? first.bias
        ? (['batchNorm'] as const)
        : []
      : [random.pick(['bias', 'batchNorm'] as const)]),
    ...(first.input ? (['input'] as const) : []),
    random.pick(widths),
    random.pick(others),
  ].filter((fact, at, all) => all.indexOf(fact) === at);
}

function changeOf(fact: Fact, layer: SpokenLayer, random: Random): Partial<SpokenLayer> {
  const other = sameDimensions(layer, random);
  switch (fact) {
    case 'channels':
      return { in: other.in, out: other.out, groups: 1, separable: false };
    case 'in':
      return { in: other.in };
    case 'out':
      return { out: other.out };
    case 'bias':
      return { bias: !layer.bias };
    case 'batchNorm':
      return { batchNorm: !layer.batchNorm };
    case 'depthwise':
      return { groups: layer.in, separable: false };
    case 'separable':
      return { groups: 1, separable: true };
    case 'standard':
      return { groups: 1, separable: false };
    case 'groups':
      return { groups: random.pick([2, 4, 8, 16]), separable: false };
    case 'input':
      return { input: other.input ?? layer.input };
    case 'kernel':
      return { kernel: other.kernel };
    case 'stride':
      return { stride: other.stride };
    case 'padding':
      return { padding: other.padding };
    case 'dilation':
      return { dilation: other.dilation };
    default:
      return {};
  }
}

function sameDimensions(layer: SpokenLayer, random: Random): SpokenLayer {
  const other = legalLayer(random);
  const fits = other.kernel.length === layer.kernel.length && other.transposed === layer.transposed;
  return fits ? other : sameDimensions(layer, random);
}

function clause(fact: Fact, layer: SpokenLayer, random: Random): string {
  const words = clauseOf(fact, layer, true, random);
  return fact === 'kernel' && /^\d+(?:x\d+)+$/.test(words) && random.chance(0.3) ? `a ${words} conv` : words;
}
