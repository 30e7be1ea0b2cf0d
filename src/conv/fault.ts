/** Why a layer cannot exist, cannot run on its input, or cannot be counted exactly. Numbers only, no sentences. */
export type Fault =
  | {
      readonly code: 'groups-do-not-divide';
      readonly groups: number;
      readonly side: 'in' | 'out';
      readonly channels: number;
    }
  | { readonly code: 'kernel-larger-than-input'; readonly extent: number; readonly padded: number }
  | { readonly code: 'output-too-small'; readonly output: readonly number[] }
  | { readonly code: 'output-padding-too-large'; readonly outputPadding: number; readonly below: number }
  | {
      readonly code: 'count-too-large';
      readonly what: 'parameters' | 'MACs' | 'activations' | 'bytes';
    };

/** Tells a fault from a result; results never have a `code`. */
export function isFault<T extends object>(value: T | Fault): value is Fault {
  return 'code' in value;
}
