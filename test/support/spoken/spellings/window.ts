import type { SpokenLayer } from '../layer.ts';
import type { Random } from '../random.ts';
import { sides, value } from './sides.ts';

export function strideSpellings({ stride }: SpokenLayer, random: Random): readonly string[] {
  const said = value(stride, random);
  const short = said.startsWith('(') ? stride.join('x') : said;
  return [
    `stride ${said}`,
    `stride ${said}`,
    `stride of ${said}`,
    `stride=${said}`,
    `stride = ${said}`,
    `stride: ${said}`,
    `stride is ${said}`,
    `strides ${said}`,
    `strides=${said}`,
    `strides=(${stride.join(', ')})`,
    `s${short}`,
    `s=${short}`,
    `S=${short}`,
    `with stride ${said}`,
    `with a stride of ${said}`,
    `at stride ${said}`,
    ...(/^\d+$/.test(said) ? [`stride-${said}`] : []),
    ...(stride.length > 1 ? [`${sides(stride, random)} stride`, `${sides(stride, random)} strides`] : []),
  ];
}

export function paddingSpellings({ padding }: SpokenLayer, random: Random): readonly string[] {
  if (padding === 'same') {
    return [
      'same padding',
      'padding same',
      'padding=same',
      'with same padding',
      "padding='same'",
      'same',
      'pad same',
      'padding: same',
    ];
  }
  const said = value(padding, random);
  const short = said.startsWith('(') ? padding.join('x') : said;
  return [
    `pad ${said}`,
    `pad=${said}`,
    `p${short}`,
    `p=${short}`,
    `P=${short}`,
    `padding ${said}`,
    `padding=${said}`,
    `padding: ${said}`,
    `padding of ${said}`,
    `padding is ${said}`,
    `padded by ${said}`,
    `with padding ${said}`,
    `with a padding of ${said}`,
    `with pad ${said}`,
    ...(padding.every((side) => side === 0)
      ? [
          'no padding',
          'no padding',
          'without padding',
          'with no padding',
          'no pad',
          'unpadded',
          ...[
            'valid',
            'valid padding',
            'padding valid',
            'padding=valid',
            "padding='valid'",
            'with valid padding',
          ],
        ]
      : []),
  ];
}

export function dilationSpellings({ dilation }: SpokenLayer, random: Random): readonly string[] {
  const said = value(dilation, random);
  const short = said.startsWith('(') ? dilation.join('x') : said;
  return [
    `dilation ${said}`,
    `dilation=${said}`,
    `dilation: ${said}`,
    `dilation of ${said}`,
    `dilation rate ${said}`,
    `dilation rate of ${said}`,
    `dilation_rate=${said}`,
    `dilated by ${said}`,
    `d=${short}`,
    `d${short}`,
    `with dilation ${said}`,
    `with a dilation of ${said}`,
    `with dilation rate ${said}`,
  ];
}

export function outputPaddingSpellings({ outputPadding }: SpokenLayer, random: Random): readonly string[] {
  const said = value(outputPadding, random);
  return [
    `output padding ${said}`,
    `output padding of ${said}`,
    `output_padding=${said}`,
    `output padding=${said}`,
    `with output padding ${said}`,
    `op=${said.startsWith('(') ? outputPadding.join('x') : said}`,
  ];
}
