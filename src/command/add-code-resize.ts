import { isFault } from '../conv/fault.ts';
import type { Resize, Sides } from '../conv/layer.ts';
import { product } from '../conv/product.ts';
import { sizeAfter } from '../conv/size-after.ts';
import { grouped } from '../numbers-in-words.ts';
import { addModule } from './add-module.ts';
import type { Call } from './code/call.ts';
import type { CodeItem } from './code/code-items.ts';
import { readResize } from './code/read-resize.ts';
import { isMistake, type Mistake } from './problem.ts';
import { follow, loseSize, notFollowed, type StackProgress } from './stack-progress.ts';

/** Pooling and flattening: no parameters, but what follows sees another size. */
export function addCodeResize(
  progress: StackProgress,
  { call, path }: Extract<CodeItem, { kind: 'resize' }>,
): Mistake | undefined {
  const layer = readResize(call);
  if (isMistake(layer)) return layer;
  progress.tensor = undefined;
  if (call.name !== 'Flatten' || !progress.isFlat) progress.features = undefined;
  if (!layer) {
    loseSize(progress, notFollowed(call.name));
    progress.channels = call.name === 'Flatten' ? undefined : progress.channels;
    return undefined;
  }
  if (hidesRounding(call) && mayRoundUp(layer, progress)) {
    loseSize(progress, `${call.name} may round its output size up, which this print does not show`);
    return undefined;
  }
  if (call.name === 'Flatten' && !progress.isFlat) flatten(progress);
  progress.isFlat = 'to' in layer.change && layer.change.to.length === 0;
  follow(progress, [layer]);
  addModule(progress, { call, path }, layer);
  return undefined;
}

/**
 * Prints that do not show ceil_mode: those of average pooling, and up to version 0.3 those of both
 * (`size=(3, 3)`). In code, where the name has an owner or arguments stand by their place, it is off then.
 */
function hidesRounding({ name, owner, args }: Call): boolean {
  const names = args.map((argument) => argument.name);
  if (names.includes('ceil_mode')) return false;
  const isPrint = owner === '' && names.join() === 'kernel_size,stride,padding';
  return names.includes('size') || (name.startsWith('AvgPool') && isPrint);
}

/** Whether another rounding would give another size, as far as sizes are known; without an input none matters. */
function mayRoundUp(layer: Resize, { size, input }: StackProgress): boolean {
  if ('to' in layer.change || (!size && !input)) return false;
  if (!size) return true;
  const { change } = layer;
  const output = (roundUp: boolean): Sides | undefined => {
    const after = sizeAfter({ ...layer, change: { ...change, roundUp } }, size);
    return isFault(after) ? undefined : after;
  };
  return output(true)?.join() !== output(false)?.join();
}

function flatten(progress: StackProgress): void {
  const { channels, size } = progress;
  if (!channels || !size) {
    progress.channels = undefined;
    return;
  }
  const count = channels * product(size);
  const from = [channels, ...size].map(grouped).join(' · ');
  progress.channels = count;
  progress.features = { count, from };
}
