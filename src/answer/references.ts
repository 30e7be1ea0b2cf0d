import type { Reference } from './answer.ts';

/** Papers and documentation that answers point at, in one place. Years are those of publication. */
export const references = {
  howard2017: { text: 'Howard et al. 2017, MobileNets', url: 'https://arxiv.org/abs/1704.04861' },
  chollet2017: { text: 'Chollet 2017, Xception', url: 'https://arxiv.org/abs/1610.02357' },
  xie2017: { text: 'Xie et al. 2017, ResNeXt', url: 'https://arxiv.org/abs/1611.05431' },
  dumoulin2016: {
    text: 'Dumoulin & Visin 2016, A guide to convolution arithmetic',
    url: 'https://arxiv.org/abs/1603.07285',
  },
  simonyan2015: { text: 'Simonyan & Zisserman 2015, VGG', url: 'https://arxiv.org/abs/1409.1556' },
  ioffe2015: { text: 'Ioffe & Szegedy 2015, Batch Normalization', url: 'https://arxiv.org/abs/1502.03167' },
  he2016: { text: 'He et al. 2016, ResNet', url: 'https://arxiv.org/abs/1512.03385' },
  yu2016: { text: 'Yu & Koltun 2016, Dilated convolutions', url: 'https://arxiv.org/abs/1511.07122' },
  luo2016: {
    text: 'Luo et al. 2016, The effective receptive field',
    url: 'https://arxiv.org/abs/1701.04128',
  },
  zhang2018: { text: 'Zhang et al. 2018, ShuffleNet', url: 'https://arxiv.org/abs/1707.01083' },
  ma2018: { text: 'Ma et al. 2018, ShuffleNet V2', url: 'https://arxiv.org/abs/1807.11164' },
  micikevicius2018: {
    text: 'Micikevicius et al. 2018, Mixed precision training',
    url: 'https://arxiv.org/abs/1710.03740',
  },
  jacob2018: {
    text: 'Jacob et al. 2018, Integer-arithmetic-only inference',
    url: 'https://arxiv.org/abs/1712.05877',
  },
  pytorchConv2d: {
    text: 'PyTorch, Conv2d',
    url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html',
  },
  kerasSeparableConv2D: {
    text: 'Keras, SeparableConv2D',
    url: 'https://keras.io/api/layers/convolution_layers/separable_convolution2d/',
  },
} as const satisfies Record<string, Reference>;
