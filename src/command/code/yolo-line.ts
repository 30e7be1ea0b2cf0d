import { quoted } from '../mistakes.ts';
import type { Mistake } from '../problem.ts';

/** `- [-1, 1, Conv, [64, 3, 2]]` of a model's YAML file: from, repeats, module, arguments (Ultralytics' YOLO). */
const line =
  /^[ \t]*(?:-[ \t]*)?(\[[ \t]*(?:-?\d+|\[[-\d, \t]{1,40}\])[ \t]*,[ \t]*\d+[ \t]*,[ \t]*([A-Za-z_][\w.]{0,40})[ \t]*,[ \t]*\[([^\]\n]{0,80})\][ \t]*\])/m;

/** Such a line does not say what goes in, and its widths are scaled by the file: it is not priced. */
export function yoloLine(text: string): Mistake | undefined {
  const match = line.exec(text);
  if (!match) return undefined;
  const [whole, list = '', module = '', args = ''] = match;
  const start = match.index + whole.length - list.length;
  const [out, kernel, stride = 1, ...others] = args.split(',').map(Number);
  const isPlain = others.length === 0 && [out, kernel, stride].every((each) => Number.isSafeInteger(each));
  const layer =
    /^Conv$/.test(module) && isPlain ? `k=${kernel} in=… out=${out} s=${stride} bn` : '3x3 in=… out=…';
  return {
    code: 'missing-input-channels',
    message: `A line of a YOLO file does not say the input channels of ${quoted(module)}: write the layer in words, ${layer}, with the number in place of the dots.`,
    at: [start, start + list.length],
  };
}
