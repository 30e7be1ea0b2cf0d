import { product } from '../../conv/product.ts';
import { entryOf } from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { tooManyLayers } from '../mistakes.ts';
import { isMistake, type Mistake } from '../problem.ts';
import type { Argument, Call, Value } from './call.ts';
import { type CodeInput, inputOfCode, isMadeTensor } from './code-input.ts';
import { notALiteral, unknownModule } from './code-mistakes.ts';
import { convolutionInLowerCase } from './is-code.ts';
import { keepsTensor, mergeOf } from './merges.ts';
import {
  containersWithParameters,
  convolutionModules,
  parameterlessModules,
  plainContainers,
  reparametrizations,
} from './modules.ts';
import { lostTensor } from './read-assignment.ts';
import { readConvolution } from './read-convolution.ts';
import { isLayerModule } from './read-layer.ts';
import { isResizeModule } from './read-resize.ts';
import { placeOf, type Taken, takenBy } from './tensors.ts';
import { wholeNumbers } from './values.ts';

/** One module of pasted code, in the order in which it stands there. */
export type CodeItem =
  | { readonly kind: 'convolution'; readonly module: string; readonly draft: Draft }
  | { readonly kind: 'layer'; readonly call: Call; readonly path: string }
  /** Pooling or flattening. */
  | { readonly kind: 'resize'; readonly call: Call; readonly path: string }
  | { readonly kind: 'parameterless'; readonly module: string; readonly keepsSize: boolean }
  /** May hold parameters that its text does not show. */
  | {
      readonly kind: 'unpriced';
      readonly module: string;
      readonly path: string;
      /** Whether what it gives has the channels and the size of what it takes. */
      readonly keepsShape?: boolean;
    }
  /** A module of the user's own with layers inside: how these are connected is not known. */
  | { readonly kind: 'container'; readonly module: string }
  /** Keras' Input: sides, then channels. */
  | { readonly kind: 'input'; readonly shape: readonly number[]; readonly call: Call }
  /** A tensor that is made to try the model, or a shape that is passed to a summary. */
  | {
      readonly kind: 'sample';
      readonly input: CodeInput;
      readonly call: Call;
      readonly names: readonly string[];
    }
  /** The magnitudes that weight_norm adds to the layer before it, whose `axis` of the weight they are for. */
  | { readonly kind: 'weight-norm'; readonly call: Call; readonly path: string; readonly axis: 0 | undefined }
  /** A tensor of parameters that the code makes itself. */
  | { readonly kind: 'parameter'; readonly call: Call; readonly path: string; readonly elements: number }
  /** What is applied goes on from these tensors. */
  | { readonly kind: 'take'; readonly taken: Taken }
  /** The names that a result goes by from here. */
  | { readonly kind: 'give'; readonly names: readonly string[] }
  /** From here a name may stand for anything. */
  | { readonly kind: 'lose'; readonly name: string };

/** Far more modules, containers included, than any real model has. */
const mostModules = 20_000;

type Listing = { readonly items: CodeItem[]; modules: number };

/** Lists the modules of some calls, containers opened, repetitions written out. */
export function codeItems(calls: readonly Call[]): CodeItem[] | Mistake {
  const listing: Listing = { items: [], modules: 0 };
  for (const call of calls) {
    const sample = inputOfCode(call);
    if (sample) {
      listing.items.push({ kind: 'sample', input: sample, call, names: namesOf(call) });
      continue;
    }
    const mistake = addCall(listing, call, '');
    if (mistake) return mistake;
  }
  return listing.items;
}

function addCall(listing: Listing, call: Call, parent: string): Mistake | undefined {
  for (let copy = 0; copy < call.times; copy += 1) {
    listing.modules += 1;
    if (listing.modules > mostModules) return tooManyLayers(mostModules, call.nameAt);
    const mistake = addOnce(listing, call, join(parent, keyOf(call, copy)));
    if (mistake) return mistake;
  }
  return undefined;
}

function addOnce(listing: Listing, call: Call, path: string): Mistake | undefined {
  const { items } = listing;
  const wrong = wrongName(call);
  if (wrong) return wrong;
  if (call.name === lostTensor) {
    items.push({ kind: 'lose', name: call.key ?? '' });
    return undefined;
  }
  const taken = takenBy(call);
  const merge = mergeOf(call);
  if (taken && !merge) items.push({ kind: 'take', taken });
  const mistake = merge ? addChildren(listing, call, path) : addModule(listing, call, path);
  if (mistake) return mistake;
  if (taken && merge) items.push({ kind: 'take', taken });
  if (taken || isInput(call)) items.push({ kind: 'give', names: namesOf(call) });
  return undefined;
}

/** A tensor goes by the name that it is assigned to, and by its place for the call that it stands in. */
function namesOf(call: Call): string[] {
  return call.key === undefined ? [placeOf(call)] : [call.key, placeOf(call)];
}

function isInput({ name }: Call): boolean {
  return name === 'Input' || name === 'InputLayer';
}

function addModule(listing: Listing, call: Call, path: string): Mistake | undefined {
  const { items } = listing;
  const convolution = convolutionModules.get(call.name);
  if (convolution) {
    const draft = readConvolution(call, convolution, path);
    if (isMistake(draft)) return draft;
    items.push({ kind: 'convolution', module: call.name, draft });
    return undefined;
  }
  if (isLayerModule(call.name)) {
    items.push({ kind: 'layer', call, path });
    return undefined;
  }
  if (isResizeModule(call.name)) {
    items.push({ kind: 'resize', call, path });
    return undefined;
  }
  const parameterless = parameterlessModules.get(call.name);
  if (parameterless) {
    items.push({ kind: 'parameterless', module: call.name, ...parameterless });
    return undefined;
  }
  if (isInput(call)) return addInput(items, call);
  // keras.Model(inputs, outputs) names what was made before.
  if (call.name === 'Model' && call.children.length === 0 && call.args.every(isNamed)) return undefined;
  if (call.name === 'Parameter') return addParameter(items, call, path);
  if (parametrized.test(call.name)) return addParametrized(listing, call, path);
  return reparametrizations.has(call.name)
    ? addReparametrized(listing, call, path)
    : addContainer(listing, call, path);
}

/** `nn.Parameter(torch.zeros(1, 64, 1, 1))`, whose size its text mostly shows. */
function addParameter(items: CodeItem[], call: Call, path: string): undefined {
  const [first] = call.args;
  const made = first?.value.kind === 'other' ? first.value.call : undefined;
  const shape = made && isMadeTensor(made) ? inputOfCode(made)?.items : undefined;
  const sides = shape?.filter((side) => side !== undefined) ?? [];
  if (sides.length > 0 && sides.length === shape?.length) {
    items.push({ kind: 'parameter', call, path, elements: product(sides) });
  } else items.push({ kind: 'unpriced', module: call.name, path, keepsShape: true });
}

/** How PyTorch prints a module whose weight is made of other tensors: `ParametrizedConv2d(…)`. */
const parametrized = /^Parametrized(?=[A-Z])/;

/** Those of them that have as many parameters as the weight itself. */
const sameParameters: ReadonlySet<string> = new Set(['_SpectralNorm', '_Orthogonal']);

function addParametrized(listing: Listing, call: Call, path: string): Mistake | undefined {
  const mistake = addModule(
    listing,
    { ...call, name: call.name.replace(parametrized, ''), children: [] },
    path,
  );
  if (mistake) return mistake;
  for (const { name } of lastCalls(call)) {
    if (!sameParameters.has(name)) {
      listing.items.push({ kind: 'unpriced', module: name, path, keepsShape: true });
    }
  }
  return undefined;
}

function lastCalls({ children }: Call): Call[] {
  return children.flatMap((child) => (child.children.length === 0 ? [child] : lastCalls(child)));
}

function isNamed({ value }: Argument): boolean {
  return value.kind === 'text' || (value.kind === 'list' && value.items.every(({ kind }) => kind === 'text'));
}

/** `weight_norm(nn.Conv2d(64, 64, 3))`: the layer, and what makes its weight. */
function addReparametrized(listing: Listing, call: Call, path: string): Mistake | undefined {
  const { items } = listing;
  const before = items.length;
  const mistake = addChildren(listing, call, path);
  if (mistake || call.name !== 'weight_norm') return mistake;
  const [item, ...others] = items.slice(before);
  const isOne = others.length === 0 && (item?.kind === 'convolution' || item?.kind === 'layer');
  const dim = call.args.find(
    ({ name }, index) => name === 'dim' || (name === undefined && index === 2),
  )?.value;
  const name = call.args.find(
    (argument, index) => argument.name === 'name' || (!argument.name && index === 1),
  );
  const isWeight = !name || (name.value.kind === 'text' && name.value.text === 'weight');
  const isFirst = !dim || (dim.kind === 'integer' && dim.value === 0);
  if (isOne && isWeight && (isFirst || dim?.kind === 'none')) {
    items.push({ kind: 'weight-norm', call, path, axis: isFirst ? 0 : undefined });
  } else items.push({ kind: 'unpriced', module: call.name, path, keepsShape: true });
  return undefined;
}

function addChildren(listing: Listing, call: Call, path: string): Mistake | undefined {
  for (const child of call.children) {
    const mistake = addCall(listing, child, path);
    if (mistake) return mistake;
  }
  return undefined;
}

function addContainer(listing: Listing, call: Call, path: string): Mistake | undefined {
  const { items } = listing;
  // `nn.Conv2d(3, 8, 3)(torch.randn(1, 3, 32, 32))`
  if (call.name === '') {
    for (const child of call.children) {
      const sample = inputOfCode(child);
      if (sample) items.push({ kind: 'sample', input: sample, call: child, names: namesOf(child) });
    }
  }
  const isClass = /^_?[A-Z]/.test(call.name);
  const isPlain = plainContainers.has(call.name);
  if (containersWithParameters.has(call.name) || (isClass && !isPlain && call.children.length === 0)) {
    items.push({ kind: 'unpriced', module: call.name, path, keepsShape: call.children.length > 0 });
  }
  if (isClass && !isPlain) items.push({ kind: 'container', module: call.name });
  for (const [index, child] of call.children.entries()) {
    const key = child.key ?? (sequences.has(call.name) ? String(index) : undefined);
    const mistake = addCall(listing, key === undefined ? child : { ...child, key }, path);
    if (mistake) return mistake;
  }
  if (!isClass && call.children.some(isApplied)) items.push(...named(call));
  return undefined;
}

function isApplied({ applied, children }: Call): boolean {
  return applied !== undefined || children.some(isApplied);
}

/** What a layer that is applied inside of a call makes: `Dense(10)(Flatten()(x))`, `tf.nn.relu(Conv2D(8, 3)(x))`. */
function named(call: Call): CodeItem[] {
  if (call.name === '' || keepsTensor(call.name)) return [{ kind: 'give', names: namesOf(call) }];
  return namesOf(call).map((name) => ({ kind: 'lose', name }));
}

/** Containers that name their children by their place, as PyTorch's prints do. */
const sequences: ReadonlySet<string> = new Set(['Sequential', 'ModuleList']);

function addInput(items: CodeItem[], call: Call): Mistake | undefined {
  const argument = call.args.find(({ name }) => name === 'shape' || name === 'input_shape') ?? call.args[0];
  if (!argument) return undefined;
  const { value, at } = argument;
  const known: Value =
    value.kind === 'list'
      ? { kind: 'list', items: value.items.filter(({ kind }) => kind !== 'none') }
      : value;
  if (known.kind === 'list' && known.items.length > 4) return notALiteral('shape', 'this tuple', at);
  const shape = wholeNumbers('shape', { value: known, at }, entryOf('in').range);
  if (isMistake(shape)) return shape;
  // A side that is None is not known, and then no side is.
  const complete =
    value.kind === 'list' && known.kind === 'list' && known.items.length === value.items.length;
  items.push({ kind: 'input', shape: complete ? shape : shape.slice(-1), call });
  return undefined;
}

/** nn.Conv2D and layers.Conv2d do not exist, and read as the other framework they would mean something else. */
function wrongName({ name, owner, nameAt }: Call): Mistake | undefined {
  const isPytorch = /(?:^|\.)nn$/.test(owner) && !/^tf/.test(owner);
  const isKeras = /(?:^|\.)(?:layers|keras)$/.test(owner);
  const module = convolutionModules.get(name);
  if (module?.framework === 'keras' && isPytorch && convolutionModules.has(name.replace(/D$/, 'd'))) {
    return unknownModule(owner, name, name.replace(/D$/, 'd'), nameAt);
  }
  if (module?.framework === 'pytorch' && isKeras && convolutionModules.has(name.replace(/d$/, 'D'))) {
    return unknownModule(owner, name, name.replace(/d$/, 'D'), nameAt);
  }
  if (module || !(isPytorch || isKeras || owner === '')) return undefined;
  const meant = convolutionInLowerCase(name);
  return meant
    ? unknownModule(owner, name, isKeras ? meant : meant.replace(/(\d)D$/, '$1d'), nameAt)
    : undefined;
}

/** `(0-23): 24 x Block`: the key of the nth copy is the nth number of the range. */
function keyOf({ key = '', times }: Call, copy: number): string {
  if (times === 1) return key;
  const first = /^\d+/.exec(key)?.[0];
  return first === undefined ? key : String(Number(first) + copy);
}

function join(parent: string, key: string): string {
  return parent === '' || key === '' ? parent + key : `${parent}.${key}`;
}
