import { count } from '../conv/count.ts';
import { isFault } from '../conv/fault.ts';
import type { Layer, Linear } from '../conv/layer.ts';
import { addModule } from './add-module.ts';
import type { Call } from './code/call.ts';
import type { CodeItem } from './code/code-items.ts';
import { linearInputs } from './code/code-mistakes.ts';
import { readLayer } from './code/read-layer.ts';
import { faultMistake } from './layer-mistakes.ts';
import { isMistake, type Mistake } from './problem.ts';
import { loseSize, notFollowed, type StackProgress } from './stack-progress.ts';

/** Adds a module of pasted code that has parameters and is no convolution. */
export function addCodeLayer(
  progress: StackProgress,
  { call, path }: Extract<CodeItem, { kind: 'layer' }>,
): Mistake | undefined {
  const layer = readLayer(call, progress);
  if (isMistake(layer)) return layer;
  progress.tensor = undefined;
  if (!layer) {
    progress.unpriced.push(path === '' ? call.name : `${path} (${call.name})`);
    loseSize(progress, notFollowed(call.name));
    // A normalisation that cannot be priced still keeps the channels.
    if (call.name === 'Dense') progress.channels = undefined;
    return undefined;
  }
  const counted = count(layer);
  if (isFault(counted) && counted.code === 'count-too-large') return faultMistake(counted, call.at);
  const refused = layer.kind === 'linear' ? inputsOfLinear(progress, call, layer) : undefined;
  if (refused) return refused;
  if (saysNoBias(call)) {
    progress.guesses.push({
      sentence: 'This print does not show whether Linear has a bias: counted with one.',
    });
  }
  addModule(progress, { call, path }, layer);
  progress.channels = channelsAfter(layer, progress.channels);
  // A linear layer on a flat input is followed; on an image it would run at every position.
  if (layer.kind === 'embedding' || (layer.kind === 'linear' && !progress.isFlat)) {
    loseSize(progress, notFollowed(call.name));
  }
  if (layer.kind === 'linear') {
    progress.features = { count: layer.out, from: '' };
  }
  return undefined;
}

/** What reaches a linear layer of a Sequential, where it is known, must be what the layer takes. */
function inputsOfLinear(
  { features, isSequence }: StackProgress,
  call: Call,
  layer: Linear,
): Mistake | undefined {
  if (!isSequence || !features || features.count === layer.in || call.name === 'Dense') return undefined;
  return linearInputs(call, features, layer.in);
}

/** `Linear (512 -> 10)` of an old print. */
function saysNoBias({ args: [first, ...others] }: Call): boolean {
  return others.length === 0 && first?.value.kind === 'other';
}

function channelsAfter(layer: Layer, before: number | undefined): number | undefined {
  if (layer.kind === 'elementwise' || layer.kind === 'resize') return before;
  return layer.kind === 'embedding' ? layer.dimension : layer.out;
}
