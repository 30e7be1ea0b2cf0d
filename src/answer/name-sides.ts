import { counted } from '../numbers-in-words.ts';
import type { PricedPart, PricedStack } from '../result.ts';
import { layerLine, sidesText } from './describe.ts';
import { featureNames, type LayerFeatures, layerFeatures } from './layer-features.ts';

/** How the sides of a comparison are called, and what they have in common beside that. */
export type SideNames = { readonly names: readonly string[]; readonly common: readonly string[] };

type Side = readonly LayerFeatures[];

/**
 * What tells the sides of a comparison apart in the fewest words: their kernels, and wherever they differ. A side
 * that would take too many words is called by its number.
 */
export function nameSides(stacks: readonly PricedStack[]): SideNames {
  const sides = stacks.map(({ rows }) => featuresOf(rows));
  const layers = sides.flatMap((side) => side ?? []);
  // Beside a side that is no convolution, nothing is common to all.
  const hasOther = sides.includes(undefined);
  const isSaid = (name: keyof LayerFeatures) =>
    name === 'kernel' || isDifferent(layers, name) || (hasOther && unusual(layers, name).length > 0);
  const said = featureNames.filter(isSaid);
  const inputs = stacks.map(({ stack }) => (stack.input ? `at ${sidesText(stack.input)}` : ''));
  const oneInput = new Set(inputs).size === 1;
  const names = stacks.map(({ rows }, index) => {
    const name = nameOf(sides[index], said) ?? nameOfCode(rows, index);
    return oneInput ? name : `${name} ${inputs[index] || 'without an input size'}`;
  });
  const common = featureNames.filter((name) => !isSaid(name));
  return {
    names: names.map((name, index) => (isTwice(names, name) ? `${name} (side ${index + 1})` : name)),
    common: [
      ...common.flatMap((name) => unusual(layers, name)),
      ...(oneInput ? inputs.slice(0, 1) : []),
    ].filter((words) => words !== ''),
  };
}

function featuresOf(rows: readonly PricedPart[]): Side | undefined {
  const features: LayerFeatures[] = [];
  for (const { part } of rows) {
    if (!part.spec) return undefined;
    features.push(layerFeatures(part.spec, part.separable));
  }
  return features;
}

function isDifferent(layers: Side, name: keyof LayerFeatures): boolean {
  return new Set(layers.flatMap((features) => features[name]?.words ?? [])).size > 1;
}

/** What all layers have, where it does not go without saying. */
function unusual(layers: Side, name: keyof LayerFeatures): string[] {
  const feature = layers.map((features) => features[name]).find((found) => found !== undefined);
  return feature && !feature.isUsual ? [feature.words] : [];
}

/** Longer names are read no more. */
const longestName = 40;

function nameOf(side: Side | undefined, said: readonly (keyof LayerFeatures)[]): string | undefined {
  const name = side
    ?.map((features) => said.flatMap((feature) => features[feature]?.words ?? []).join(' '))
    .join(' + ');
  const isReadable = side?.length === 1 || (name !== undefined && name.length <= longestName);
  return isReadable ? name : undefined;
}

/** A side with other layers than convolutions, or with many. */
function nameOfCode(rows: readonly PricedPart[], index: number): string {
  const [only] = rows;
  const [layer] = only?.part.layers ?? [];
  if (rows.length > 1 || !only || !layer) return `side ${index + 1} (${counted(rows.length, 'layer')})`;
  return `${only.part.module ?? ''} ${layerLine(layer)}`.trim();
}

function isTwice(names: readonly string[], name: string): boolean {
  return names.indexOf(name) !== names.lastIndexOf(name);
}
