import { expect, test } from 'vitest';
import { payloadFaults } from '../payload-faults.ts';
import { isObject } from './json.ts';
import type { Surface } from './table.ts';

type Case = readonly [title: string, payload: unknown, faults: readonly string[], surface?: Surface];

/** A test for each payload: it has these faults, in this order, and no others. */
export function checkFaults(cases: readonly Case[]): void {
  for (const [title, payload, faults, surface = surfaceOf(payload)] of cases) {
    test(title, () => {
      expect(payloadFaults(payload, surface)).toEqual(faults);
    });
  }
}

function surfaceOf(payload: unknown): Surface {
  const type = isObject(payload) ? payload['type'] : undefined;
  return type === 'modal' || type === 'home' ? type : 'message';
}
