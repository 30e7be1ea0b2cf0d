const blocks = [3, 4, 6, 3];
const expansion = 4;

/**
 * What print(resnet50()) shows: He et al. 2016, *Deep Residual Learning for Image Recognition*, table 1, with
 * the stride on the 3×3 convolution as torchvision has it.
 */
export function resnet50Print(): string {
  const lines = ['ResNet('];
  const line = (depth: number, text: string) => lines.push('  '.repeat(depth) + text);
  line(1, `(conv1): ${convolution(3, 64, 7, 2)}`);
  line(1, `(bn1): ${batchNorm(64)}`);
  line(1, '(relu): ReLU(inplace=True)');
  line(1, '(maxpool): MaxPool2d(kernel_size=3, stride=2, padding=1, dilation=1, ceil_mode=False)');
  let channels = 64;
  for (const [stage, count] of blocks.entries()) {
    const width = 64 * 2 ** stage;
    line(1, `(layer${stage + 1}): Sequential(`);
    for (let block = 0; block < count; block += 1) {
      const stride = stage > 0 && block === 0 ? 2 : 1;
      line(2, `(${block}): Bottleneck(`);
      line(3, `(conv1): ${convolution(channels, width, 1, 1)}`);
      line(3, `(bn1): ${batchNorm(width)}`);
      line(3, `(conv2): ${convolution(width, width, 3, stride)}`);
      line(3, `(bn2): ${batchNorm(width)}`);
      line(3, `(conv3): ${convolution(width, expansion * width, 1, 1)}`);
      line(3, `(bn3): ${batchNorm(expansion * width)}`);
      line(3, '(relu): ReLU(inplace=True)');
      if (block === 0) {
        line(3, '(downsample): Sequential(');
        line(4, `(0): ${convolution(channels, expansion * width, 1, stride)}`);
        line(4, `(1): ${batchNorm(expansion * width)}`);
        line(3, ')');
      }
      line(2, ')');
      channels = expansion * width;
    }
    line(1, ')');
  }
  line(1, '(avgpool): AdaptiveAvgPool2d(output_size=(1, 1))');
  line(1, `(fc): Linear(in_features=${channels}, out_features=1000, bias=True)`);
  line(0, ')');
  return lines.join('\n');
}

function convolution(inChannels: number, out: number, kernel: number, stride: number): string {
  const padding = (kernel - 1) / 2;
  const padded = padding > 0 ? `, padding=${twice(padding)}` : '';
  return `Conv2d(${inChannels}, ${out}, kernel_size=${twice(kernel)}, stride=${twice(stride)}${padded}, bias=False)`;
}

function batchNorm(channels: number): string {
  return `BatchNorm2d(${channels}, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)`;
}

function twice(side: number): string {
  return `(${side}, ${side})`;
}
