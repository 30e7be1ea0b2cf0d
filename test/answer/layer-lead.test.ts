import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layerLead } from '../../src/answer/layer-lead.ts';
import { grouped, percent, times } from '../../src/numbers-in-words.ts';
import { inlineText } from '../support/answer-texts.ts';
import { layerResultOf } from '../support/result-of.ts';

describe('layerLead', () => {
  test.each([
    [
      '7 512 512 nobias',
      'Separable needs 287,232 parameters instead of 12,845,056: 2.24 % of standard, 44.7× fewer.',
    ],
    [
      '3 64 1',
      'Separable needs 705 parameters against 577: 22.2 % more. With one output channel there is nothing to share the depthwise step with.',
    ],
    [
      '1 64 64',
      'Separable needs 4,288 parameters against 4,160: 3.08 % more. A kernel of one position has nothing to separate.',
    ],
    [
      '1x2 8 2 nobias',
      'Separable needs exactly as many parameters as standard: 32. With so small a kernel and so few outputs, two steps cost as much as one.',
    ],
    [
      '3 64 128 m=16 nobias',
      'Separable needs 140,288 parameters against 73,728: 90.3 % more. A depth multiplier of 16 spends more than the separation saves.',
    ],
    ['2 64 3 bn', 'Separable needs 582 parameters instead of 774: 75.2 % of standard, 1.33× fewer.'],
    [
      '1x3 64 2 bn',
      'Separable needs 452 parameters against 388: 16.5 % more. Its weights are fewer, but what comes with the second layer outweighs that.',
    ],
    [
      '3 128 128 g=32 nobias',
      'With 32 groups it needs 4,608 parameters instead of 147,456: 3.13 % of standard, 32.0× fewer. Separable needs 17,536 parameters instead of 147,456: 11.9 % of standard, 8.41× fewer.',
    ],
    [
      '3 64 64 dw nobias',
      'As depthwise it needs 576 parameters instead of 36,864: 1.56 % of standard, 64.0× fewer. Separable needs 4,672 parameters instead of 36,864: 12.7 % of standard, 7.89× fewer.',
    ],
  ])('%s', (question, lead) => {
    expect(inlineText(layerLead(layerResultOf(question)))).toBe(lead);
  });

  test('says more, exactly as many, or how many times fewer, as the numbers are', () => {
    const said = fc.record({
      kernel: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 2 }),
      inChannels: fc.integer({ min: 1, max: 40 }),
      out: fc.integer({ min: 1, max: 6 }),
      rest: fc.subarray(['nobias', 'm=2', 'keras']),
      bn: fc.constantFrom('', ' bn'),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(said, ({ kernel, inChannels, out, rest, bn }) => {
        const words = rest.filter((word) => bn === '' || word !== 'nobias').join(' ');
        const result = layerResultOf(`${kernel.join('x')} ${inChannels} ${out} ${words}${bn}`);
        const lead = inlineText(layerLead(result));
        const [params, against] = [result.separable.count.params, result.standard.count.params];
        const start = `Separable needs ${params > against || params < against ? grouped(params) : 'exactly as many'} parameter`;
        expect(lead.startsWith(start), lead).toBe(true);
        if (params > against) {
          seen.add('more');
          expect(lead).toContain(
            ` against ${grouped(against)}: ${percent((params - against) / against)} more. `,
          );
          expect(lead).not.toContain('fewer.');
        } else if (params === against) {
          seen.add('as many');
          expect(lead).toContain(` as standard: ${grouped(params)}. `);
          expect(lead).not.toMatch(/ more\.|fewer\./);
        } else {
          seen.add('fewer');
          const share = `${percent(params / against)} of standard, ${times(against / params)} fewer.`;
          expect(lead.endsWith(` instead of ${grouped(against)}: ${share}`), lead).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(seen).toEqual(new Set(['more', 'as many', 'fewer']));
  });

  test('what counts is strong', () => {
    const strong = (question: string) =>
      layerLead(layerResultOf(question)).flatMap(({ kind, text }) => (kind === 'strong' ? [text] : []));
    expect(strong('7 512 512 nobias')).toEqual(['2.24 % of standard, 44.7× fewer']);
    expect(strong('3 64 1')).toEqual(['22.2 % more']);
    expect(strong('1x2 8 2 nobias')).toEqual(['exactly as many']);
  });
});
