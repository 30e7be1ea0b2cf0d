import { resnet50Print } from '../../support/resnet50-print.ts';

/** What every state of the page is tried with. */
export const questions = {
  'a layer': '3x3 128->256 g=32 @56',
  'a mistake': '7 512 512 nobais',
  help: 'help',
  'a comparison': '5 32 64 vs 3 32 64',
  'a lecture': 'explain separable',
  'a model': resnet50Print(),
} as const;
