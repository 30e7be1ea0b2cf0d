import type { SpokenLayer } from '../layer.ts';

/** Both numbers of channels. */
export function channelSpellings({ in: inputs, out: outputs }: SpokenLayer): readonly string[] {
  const [a, b] = [inputs, outputs];
  return [
    `${a}->${b}`,
    `${a}->${b}`,
    `${a} -> ${b}`,
    `${a} → ${b}`,
    `${a}→${b}`,
    `${a} => ${b}`,
    `${a}—>${b}`,
    `${a} –> ${b}`,
    `${a}->${b} channels`,
    `${a} to ${b}`,
    `${a} to ${b} channels`,
    `from ${a} to ${b}`,
    `from ${a} to ${b} channels`,
    `from ${a} channels to ${b}`,
    `from ${a} channels to ${b} channels`,
    `going from ${a} to ${b} channels`,
    `${a} channels to ${b} channels`,
    `${a} in ${b} out`,
    `${a} in, ${b} out`,
    `${a} in and ${b} out`,
    `with ${a} in and ${b} out`,
    `in ${a} out ${b}`,
    `in=${a} out=${b}`,
    `in=${a}, out=${b}`,
    `in: ${a}, out: ${b}`,
    `in ${a}, out ${b}`,
    `out=${b} in=${a}`,
    `${b} out ${a} in`,
    `${b} out, ${a} in`,
    `${a} channels in, ${b} channels out`,
    `${a} channels in and ${b} out`,
    `${a} input channels and ${b} output channels`,
    `${a} input channels, ${b} output channels`,
    `${b} output channels and ${a} input channels`,
    `with ${b} output channels and ${a} input channels`,
    `input channels ${a}, output channels ${b}`,
    `input channels: ${a}, output channels: ${b}`,
    `${a} in channels ${b} out channels`,
    `${a} in-channels, ${b} out-channels`,
    `${a} input channels, ${b} filters`,
    `${a} input channels and ${b} filters`,
    `${b} filters, ${a} input channels`,
    `${b} filters and ${a} input channels`,
    `${b} filters with ${a} input channels`,
    `${b} filters on ${a} channels`,
    `${b} filters over ${a} channels`,
    `${b} filters on ${a} input channels`,
    `${b} filters, ${a} channels in`,
    `with ${b} filters on ${a} channels`,
    `${b} kernels over ${a} channels`,
    `${b} kernels on ${a} input channels`,
    `${b} filters input ${a} channels`,
    `input ${a} channels, ${b} filters`,
    `${b} filters for ${a} input channels`,
    `${a} inputs and ${b} outputs`,
    `${a} inputs, ${b} outputs`,
    `input ${a} output ${b}`,
    `input ${a}, output ${b}`,
    `cin=${a} cout=${b}`,
    `cin=${a}, cout=${b}`,
    `Cin=${a} Cout=${b}`,
    `cin ${a} cout ${b}`,
    `c_in=${a} c_out=${b}`,
    `in_channels=${a} out_channels=${b}`,
    `in_channels=${a}, out_channels=${b}`,
    ...(a === b
      ? [
          `with ${a} channels each`,
          `${a} channels each`,
          `${a} channels in and out`,
          `${a} in and out`,
          `${a} channels in and ${a} channels out`,
        ]
      : []),
    ...(a === 3 ? [`${b} filters on an RGB image`, `${b} filters on RGB`, `RGB in, ${b} out`] : []),
    ...(a === 1 ? [`${b} filters on a grayscale image`, `grayscale in, ${b} out`] : []),
  ];
}

/** Kernel and channels in one breath, of two dimensions. */
export function filterSpellings(layer: SpokenLayer): readonly string[] {
  const { in: inputs, out: outputs, kernel } = layer;
  const said = kernel.join('x');
  // 3x3x3 could be a kernel of three sides, and a filter sees only the inputs of its group.
  const cube = kernel.includes(inputs) || layer.groups > 1 || layer.separable;
  return [
    `${outputs} ${said} filters on ${inputs} channels`,
    `${outputs} filters of ${said} on ${inputs} channels`,
    `${outputs} filters of size ${said} on ${inputs} input channels`,
    `${outputs} ${said} kernels over ${inputs} channels`,
    `${outputs}@${said} filters on ${inputs} channels`,
    `${said} filters, ${inputs} to ${outputs} channels`,
    `${outputs} filters of size ${said}, ${inputs} input channels`,
    `${said}, ${inputs}->${outputs}`,
    `${said} ${inputs}->${outputs}`,
    `${said}, ${inputs}, ${outputs}`,
    `${said} ${inputs} ${outputs}`,
    ...(cube
      ? []
      : [`${outputs} filters of ${said}x${inputs}`, `${outputs} filters of size ${said}x${inputs}`]),
  ];
}

/** Kernel, inputs and outputs as bare numbers, of a kernel with equal sides. */
export function tripleSpellings({ kernel, in: inputs, out: outputs }: SpokenLayer): readonly string[] {
  const [side] = kernel;
  const said = kernel.join('x');
  return [
    `${side} ${inputs} ${outputs}`,
    `${side} ${inputs} ${outputs}`,
    `${side}, ${inputs}, ${outputs}`,
    ...(kernel.length > 1 ? [`${said} ${inputs} ${outputs}`, `${said}, ${inputs}, ${outputs}`] : []),
  ];
}

/** Filters and the picture or map they see. Three channels are not said where a picture is. */
export function pictureSpellings({ in: inputs, out: outputs, input = [] }: SpokenLayer): readonly string[] {
  const [side] = input;
  const said = input.join('x');
  const isClear = input.length === 2 && side === input[1] && side !== inputs;
  return [
    ...(inputs === 3 && input.length === 2
      ? [
          `${outputs} filters on a ${said} image`,
          `${outputs} filters on ${said} images`,
          `${outputs} filters on a ${said} picture`,
          `with ${outputs} filters on a ${said} image`,
        ]
      : []),
    ...(isClear
      ? [
          `${outputs} filters on a ${inputs}x${said} input`,
          `${outputs} filters on a ${said}x${inputs} input`,
          `${outputs} filters on a ${said}x${inputs} feature map`,
          `${outputs} filters, input ${said}x${inputs}`,
          `${outputs} filters, input shape (${side}, ${side}, ${inputs})`,
          `${outputs} filters @${inputs}x${said}`,
        ]
      : []),
  ];
}

/** Two bare numbers: both channels of the default kernel, or a kernel and a width. */
export function pairSpellings({ kernel, in: inputs, out: outputs }: SpokenLayer): readonly string[] {
  const [side] = kernel;
  const isDefault = kernel.length === 2 && kernel.every((other) => other === 3);
  return [
    // Up to 31 the first could be a kernel.
    ...(isDefault && inputs > 31 ? [`${inputs} ${outputs}`, `${inputs}, ${outputs}`] : []),
    ...(inputs === outputs && kernel.every((other) => other === side)
      ? [`${side} ${inputs}`, ...(kernel.length > 1 ? [`${kernel.join('x')} ${inputs}`] : [])]
      : []),
  ];
}

/** One number for both, which an answer has to state: it could be meant otherwise. */
export function widthSpellings({ in: width }: SpokenLayer): readonly string[] {
  return [`${width} channels`, `with ${width} channels`, `on ${width} channels`, `${width} ch`, `c=${width}`];
}

export function inSpellings({ in: inputs }: SpokenLayer): readonly string[] {
  return [
    `in=${inputs}`,
    `cin=${inputs}`,
    `in_channels=${inputs}`,
    `${inputs} input channels`,
    `with ${inputs} input channels`,
    `input channels ${inputs}`,
    `${inputs} channels in`,
    `${inputs} in`,
    `in ${inputs}`,
  ];
}

export function outSpellings({ out: outputs }: SpokenLayer): readonly string[] {
  return [
    `${outputs} filters`,
    `${outputs} filters`,
    `with ${outputs} filters`,
    `${outputs} kernels`,
    `filters=${outputs}`,
    `out=${outputs}`,
    `cout=${outputs}`,
    `out_channels=${outputs}`,
    `${outputs} output channels`,
    `with ${outputs} output channels`,
    `output channels ${outputs}`,
    `${outputs} channels out`,
    `${outputs} out`,
    `out ${outputs}`,
  ];
}

/** A layer behind another, whose outputs it takes. */
export function thenSpellings({ kernel, out: outputs }: SpokenLayer): readonly string[] {
  const said = kernel.join('x');
  const [side] = kernel;
  return [
    `${said}, ${outputs} filters`,
    `${said} with ${outputs} filters`,
    `${said} ${outputs} filters`,
    `${outputs} ${said} filters`,
    `${outputs} filters of ${said}`,
    `${outputs} filters of size ${said}`,
    `${said} ->${outputs}`,
    `${said} -> ${outputs}`,
    `${said} to ${outputs}`,
    `${said} to ${outputs} channels`,
    `${said} out=${outputs}`,
    `${said} ${outputs}`,
    `${said}, ${outputs}`,
    ...(kernel.every((other) => other === side) ? [`${side} ${outputs}`] : []),
  ];
}
