import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/**
 * A text as at most `most` characters that Discord gives back unchanged: itself where it is short enough, else
 * compressed, 14 bits a character. Undefined where even that is too long.
 */
export function packed(text: string, most: number): string | undefined {
  if (text.length <= most && kept.test(text)) return text;
  // More text than this never fits; to compress it would only take time.
  if (text.length > longestPackable) return undefined;
  const dense = mark + denseText(deflateSync(strToU8(text), { level: 9, dictionary }));
  return dense.length <= most ? dense : undefined;
}

/** The text behind `packed`. Undefined for what only looks packed. */
export function unpacked(text: string): string | undefined {
  if (!text.startsWith(mark)) return text;
  try {
    const bytes = bytesOf(text.slice(mark.length));
    return bytes && strFromU8(inflateSync(bytes, { dictionary, out: new Uint8Array(longestPackable * 3) }));
  } catch {
    return undefined; // not compressed by `packed`
  }
}

/** Begins what is packed. Nobody types it. */
const mark = '⧉';

const longestPackable = 6_000;

/** Words of long commands, the most frequent ones last, where references to them are shortest. */
const dictionary = strToU8(
  'Sequential(Linear(in_features=, out_features=BatchNorm2d(eps=1e-05, momentum=0.1, affine=True, ' +
    'track_running_stats=True)ReLU(inplace=True)MaxPool2d(layers.Conv2D(use_bias=Falsepadding="same"' +
    'nn.Conv2d(kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)' +
    ' separable keras flops int8 fp16 batch= p=valid dw bn nobias s=2 g=32 @224 @56 vs 1 512 128 256 + 3 64 + 1 64',
);

/** What surely comes back as it is: printable ASCII without a space at its ends. */
const kept = /^[!-~](?:[ -~]*[!-~])?$/;

/**
 * From here on 2^14 ideographs of the Basic Multilingual Plane stand in a row: each is one character however it
 * is counted, and has no other form that a text could be normalised to (Unicode 16, CJK Unified Ideographs).
 */
const firstDigit = 0x4e00;
const bitsOfDigit = 14;

/** The bytes, and a 1 behind them that tells where they end. */
function denseText(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let length = 0;
  for (const byte of [...bytes, 0x80]) {
    bits = (bits << 8) | byte;
    length += 8;
    if (length < bitsOfDigit) continue;
    length -= bitsOfDigit;
    text += String.fromCharCode(firstDigit + (bits >> length));
    bits &= (1 << length) - 1;
  }
  return length === 0 ? text : text + String.fromCharCode(firstDigit + (bits << (bitsOfDigit - length)));
}

function bytesOf(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let length = 0;
  for (const character of text) {
    const digit = character.charCodeAt(0) - firstDigit;
    if (digit < 0 || digit >= 1 << bitsOfDigit) return undefined;
    bits = (bits << bitsOfDigit) | digit;
    length += bitsOfDigit;
    while (length >= 8) {
      length -= 8;
      bytes.push(bits >> length);
      bits &= (1 << length) - 1;
    }
  }
  const end = bytes.lastIndexOf(0x80);
  return end === -1 ? undefined : Uint8Array.from(bytes.slice(0, end));
}
