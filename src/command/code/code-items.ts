import { entryOf } from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { tooManyLayers } from '../mistakes.ts';
import { isMistake, type Mistake } from '../problem.ts';
import type { Call, Value } from './call.ts';
import { notALiteral, unknownModule } from './code-mistakes.ts';
import { convolutionInLowerCase } from './is-code.ts';
import {
  containersWithParameters,
  convolutionModules,
  parameterlessModules,
  plainContainers,
} from './modules.ts';
import { readConvolution } from './read-convolution.ts';
import { isLayerModule } from './read-layer.ts';
import { isResizeModule } from './read-resize.ts';
import { wholeNumbers } from './values.ts';

/** One module of pasted code, in the order in which it stands there. */
export type CodeItem =
  | { readonly kind: 'convolution'; readonly module: string; readonly draft: Draft }
  | { readonly kind: 'layer'; readonly call: Call; readonly path: string }
  /** Pooling or flattening. */
  | { readonly kind: 'resize'; readonly call: Call; readonly path: string }
  | { readonly kind: 'parameterless'; readonly module: string; readonly keepsSize: boolean }
  /** May hold parameters that its text does not show. */
  | { readonly kind: 'unpriced'; readonly module: string; readonly path: string }
  /** A module of the user's own with layers inside: how these are connected is not known. */
  | { readonly kind: 'container'; readonly module: string }
  /** Keras' Input: sides, then channels. */
  | { readonly kind: 'input'; readonly shape: readonly number[]; readonly call: Call };

/** Far more modules, containers included, than any real model has. */
const mostModules = 20_000;

type Listing = { readonly items: CodeItem[]; modules: number };

/** Lists the modules of some calls, containers opened, repetitions written out. */
export function codeItems(calls: readonly Call[]): CodeItem[] | Mistake {
  const listing: Listing = { items: [], modules: 0 };
  for (const call of calls) {
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
  return call.name === 'Input' || call.name === 'InputLayer'
    ? addInput(items, call)
    : addContainer(listing, call, path);
}

function addContainer(listing: Listing, call: Call, path: string): Mistake | undefined {
  const { items } = listing;
  const isClass = /^_?[A-Z]/.test(call.name);
  const isPlain = plainContainers.has(call.name);
  if (containersWithParameters.has(call.name) || (isClass && !isPlain && call.children.length === 0)) {
    items.push({ kind: 'unpriced', module: call.name, path });
  }
  if (isClass && !isPlain) items.push({ kind: 'container', module: call.name });
  for (const [index, child] of call.children.entries()) {
    const key = child.key ?? (sequences.has(call.name) ? String(index) : undefined);
    const mistake = addCall(listing, key === undefined ? child : { ...child, key }, path);
    if (mistake) return mistake;
  }
  return undefined;
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
