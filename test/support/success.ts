import { type Fault, isFault } from '../../src/conv/fault.ts';

/** The result itself; a fault fails the test that did not expect one. */
export function success<T extends object>(result: T | Fault): T {
  if (isFault(result)) throw new Error(`a fault: ${JSON.stringify(result)}`);
  return result;
}
