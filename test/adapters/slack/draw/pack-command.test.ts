import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packCommand, unpackCommand } from '../../../../adapters/slack/draw/pack-command.ts';
import { noise } from '../../../support/noise.ts';
import { printOf } from '../../../support/questions.ts';

function roundTrip(command: string): string | undefined {
  const value = packCommand(command);
  return value === undefined ? undefined : unpackCommand(value);
}

test.each(['', '7 512 512 nobias', 't:', 'z:', 'z:AAAA', '×→😀', '\u0000'])(
  '%j comes back as it was',
  (command) => {
    expect(roundTrip(command)).toBe(command);
  },
);

test('any text comes back, or has no value', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 6_000 });
  fc.assert(
    fc.property(text, (command) => {
      const value = packCommand(command);
      expect(value === undefined || value.length <= 2_000).toBe(true);
      expect([command, undefined]).toContain(roundTrip(command));
    }),
  );
});

test.each(['alexnet', 'densenet121', 'efficientnet_b0', 'mobilenet_v2', 'resnet18', 'resnext50_32x4d'])(
  'the print of %s fits on a button',
  (model) => {
    expect(roundTrip(printOf(model))).toBe(printOf(model));
  },
);

describe('what does not fit has no value', () => {
  test('noise', () => {
    expect(packCommand(noise(4_000))).toBeUndefined();
    expect(roundTrip(noise(1_998))).toBe(noise(1_998));
  });

  test('more than any question may have', () => {
    expect(packCommand('3'.repeat(131_073))).toBeUndefined();
    expect(roundTrip('3'.repeat(131_072))).toBe('3'.repeat(131_072));
  });
});

test('a value that would unpack to more than any question is cut off there', () => {
  const bomb = packedZeros(1_400_000);
  expect(bomb.length).toBeLessThan(2_000);
  expect(unpackCommand(bomb)).toBe('\0'.repeat(3 * 131_072));
});

function packedZeros(length: number): string {
  return `z:${deflateRawSync(Buffer.alloc(length)).toString('base64')}`;
}
