import { product } from '../conv/product.ts';
import { counted, grouped, percent, times } from '../numbers-in-words.ts';
import type { LayerResult, PricedVariant } from '../result.ts';
import { type Inline, strong, text } from './answer.ts';
import { isDepthwiseVariant } from './describe.ts';

/** The sentence that answers: what separable needs against standard, and before it the groups, if asked. */
export function layerLead(result: LayerResult): Inline[] {
  const { asked, standard, separable } = result;
  if (asked === standard || asked === separable) return separableLead(result);
  const { spec } = result.command;
  const name = isDepthwiseVariant(spec)
    ? 'As depthwise it'
    : `With ${counted(spec.convolution.groups, 'group')} it`;
  return [...comparison(name, asked, standard), text(' '), ...separableLead(result)];
}

function separableLead(result: LayerResult): Inline[] {
  const { standard, separable } = result;
  const lead = comparison('Separable', separable, standard);
  const reason = noSavingReason(result);
  if (reason) lead.push(text(` ${reason}`));
  return lead;
}

function comparison(name: string, variant: PricedVariant, standard: PricedVariant): Inline[] {
  const [params, against] = [variant.count.params, standard.count.params];
  if (params === against) {
    return [
      text(`${name} needs `),
      strong('exactly as many'),
      text(` parameters as standard: ${grouped(params)}.`),
    ];
  }
  if (params > against) {
    const more = percent((params - against) / against);
    return [
      text(`${name} needs ${counted(params, 'parameter')} against ${grouped(against)}: `),
      strong(`${more} more`),
      text('.'),
    ];
  }
  return [
    text(`${name} needs ${counted(params, 'parameter')} instead of ${grouped(against)}: `),
    strong(`${percent(params / against)} of standard, ${times(against / params)} fewer`),
    text('.'),
  ];
}

/** Why separable does not save here, in one sentence; undefined where it saves. */
function noSavingReason({ command: { spec }, standard, separable }: LayerResult): string | undefined {
  if (separable.count.params < standard.count.params) return undefined;
  const { convolution, multiplier } = spec;
  const positions = product(convolution.kernel);
  if (positions === 1) return 'A kernel of one position has nothing to separate.';
  if (convolution.out === 1)
    return 'With one output channel there is nothing to share the depthwise step with.';
  const remaining = multiplier / convolution.out + multiplier / positions;
  if (remaining < 1) return 'Its weights are fewer, but what comes with the second layer outweighs that.';
  if (remaining === 1 && separable.count.params > standard.count.params) {
    return 'Its weights are as many, and what comes with the second layer is on top.';
  }
  return multiplier > 1
    ? `A depth multiplier of ${grouped(multiplier)} spends more than the separation saves.`
    : 'With so small a kernel and so few outputs, two steps cost as much as one.';
}
