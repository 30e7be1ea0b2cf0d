import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask.ts';
import fixture from '../../fixtures/pytorch-layers.json' with { type: 'json' };
import { layerOf, meaningOf, numbersFor, problemFor } from '../../support/ask-for.ts';
import { pythonCall } from '../../support/python-call.ts';
import type { PytorchSpec } from '../../support/pytorch-layer.ts';

type Measured = {
  readonly spec: PytorchSpec;
  readonly repr: string;
  readonly inShape: readonly number[];
  readonly outShape: readonly number[];
  readonly params: number;
  readonly macs: number;
};
type Refused = { readonly spec: PytorchSpec; readonly inShape: readonly number[]; readonly error: string };

// The union that TypeScript infers from the file has all of these keys as optional ones.
const layers = fixture.layers as readonly (Measured | Refused)[];
const measured = layers.filter((layer) => 'macs' in layer);
const refused = layers.filter((layer) => 'error' in layer);

function onInput(code: string, inShape: readonly number[]): string {
  const [batch, , ...input] = inShape;
  return `${code} @${input.join('x')} batch=${batch}`;
}

function written({ module, ...named }: PytorchSpec): string {
  return pythonCall(module, named);
}

describe('what PyTorch measures, asked as text', () => {
  it('is 193 layers and 7 errors', () => {
    expect([measured.length, refused.length]).toEqual([193, 7]);
  });

  it.each(measured)('$repr on $inShape', ({ spec, repr, inShape, outShape, params, macs }) => {
    for (const code of [repr, written(spec), `\`${written(spec)}\``]) {
      const question = onInput(code, inShape);
      const { total, layers: rows } = numbersFor(question);
      expect({ params: total.params, macs: total.macs, output: total.output }).toEqual({
        params,
        macs,
        output: outShape.slice(2),
      });
      expect(rows.map((row) => [row.in, row.out])).toEqual([[inShape[1], outShape[1]]]);
    }
  });

  it.each(measured)('$repr: its canonical text asks the same', ({ repr, inShape }) => {
    const question = onInput(repr, inShape);
    expect(meaningOf(ask(question).command)).toEqual(meaningOf(question));
  });

  it.each(measured)('$spec as a line of a class: the same numbers', ({ spec, inShape, params, macs }) => {
    const layer = layerOf(onInput(`self.conv1 = torch.${written(spec)}  # the first one\n`, inShape));
    expect([layer.params, layer.macs]).toEqual([params, macs]);
  });

  it.each(refused)('refuses $spec.module on $inShape: $error', ({ spec, inShape, error }) => {
    const problem = problemFor(onInput(written(spec), inShape));
    expect(problem.code).toBe('output-too-small');
    const named = /Calculated output size per channel: \(([-\dx ]+)\)/.exec(error)?.[1] ?? '';
    // PyTorch runs 1D as 2D of height 1, and names that height too.
    const size = named.split(' x ').slice(2 - inShape.length);
    expect(problem.message).toContain(` ${size.join('×')}:`);
    expect(ask(problem.suggestion ?? '').kind).toBe('answer');
  });
});
