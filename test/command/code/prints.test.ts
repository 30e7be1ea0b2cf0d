import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask.ts';
import totals from '../../fixtures/prints/totals.json' with { type: 'json' };
import torchvision from '../../fixtures/torchvision-models.json' with { type: 'json' };
import { meaningOf, numbersFor } from '../../support/ask-for.ts';
import { resnet50Print } from '../../support/resnet50-print.ts';

function printOf(file: string): string {
  return readFileSync(new URL(`../../fixtures/prints/${file}`, import.meta.url), 'utf8');
}

describe.each(Object.entries(totals.prints))(
  'print(model) of %s',
  (file, { total, convLayers, convParams }) => {
    const print = printOf(file);
    const numbers = numbersFor(print);
    const convolutions = numbers.layers.filter(({ type }) => type.startsWith('Conv'));

    it('is a model with the parameters that PyTorch counts', () => {
      expect(numbers.question).toBe('model');
      expect(numbers.total).toMatchObject({ params: total, convParams });
      expect(convolutions).toHaveLength(convLayers);
      expect(numbers.unpriced).toEqual([]);
    });

    it('has rows that add up', () => {
      expect(numbers.layers.reduce((sum, { params }) => sum + params, 0)).toBe(total);
      expect(convolutions.reduce((sum, { params }) => sum + params, 0)).toBe(convParams);
    });

    it('has no two rows of one name', () => {
      const names = numbers.layers.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.every(Boolean)).toBe(true);
    });

    it('means the same in a fence, between words, with other line ends and indentation', () => {
      const { total: same } = numbersFor(`\`\`\`\n${print}\n\`\`\``);
      expect(same).toEqual(numbers.total);
      expect(numbersFor(`how many parameters does this have?\n${print}`).total).toEqual(numbers.total);
      expect(numbersFor(print.replaceAll('\n', '\r\n')).total).toEqual(numbers.total);
      expect(numbersFor(print.replace(/^ +/gm, '')).total).toEqual(numbers.total);
    });

    it('has a canonical text that asks the same', () => {
      expect(meaningOf(ask(print).command)).toEqual(meaningOf(print));
    });
  },
);

describe('print(model) of ResNet-50', () => {
  const numbers = numbersFor(resnet50Print());
  const measured = torchvision.models.find(({ model }) => model === 'resnet50');

  it('has the parameters that PyTorch counts', () => {
    expect(numbers.total).toMatchObject({ params: measured?.params, convParams: measured?.convParams });
    expect(numbers.total).toMatchObject({ params: 25_557_032, convParams: 23_454_912 });
  });

  it('has 107 rows: 53 convolutions, 53 BatchNorms, 1 Linear', () => {
    const types = numbers.layers.map(({ type }) => type);
    const count = (type: string) => types.filter((each) => each === type).length;
    const pooling = types.filter((type) => type.includes('Pool')).length;
    expect([count('Conv2d'), count('BatchNorm2d'), count('Linear')]).toEqual([53, 53, 1]);
    expect(types.length - pooling).toBe(107);
  });

  it('would have 15,522,171 with its 17 dense convolutions separable', () => {
    expect(numbers.ifSeparable).toEqual({ convolutions: 17, params: 15_522_171 });
  });

  it('names its rows as named_modules() does', () => {
    const names = numbers.layers.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['conv1', 'layer1.0.downsample.0', 'layer4.2.conv3', 'fc']));
  });
});
