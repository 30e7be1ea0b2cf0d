import type { BlockList } from './block-lists.ts';
import { countRules } from './count-rules.ts';
import type { Json } from './json.ts';
import type { Node } from './nodes-of.ts';
import { placeRules } from './place-rules.ts';
import { type PayloadRule, payloadRules, type Surface } from './table.ts';
import { textRules } from './text-rules.ts';

/** A payload, taken apart for rules. */
export type Sent = {
  readonly payload: Json;
  readonly surface: Surface;
  readonly lists: readonly BlockList[];
  /** Every object in those lists. */
  readonly nodes: readonly Node[];
};

/** The faults that a rule of the table finds in a payload. */
export type Rules = Readonly<Record<string, (rule: PayloadRule, sent: Sent) => string[]>>;

const checked: Rules = { ...countRules, ...textRules, ...placeRules };

/** Rules about time, about several payloads, or about every object: unknown_fields is read with the objects. */
const elsewhere = ['unknown_fields', 'view_stack', 'trigger_id_ttl_s', 'response_url', 'ack_ms'];

/** Faults of a payload as a whole, after the rules that the table has under "payload". */
export function payloadRuleFaults(sent: Sent): string[] {
  return payloadRules.flatMap((rule) => {
    const check = checked[rule.id];
    if (check) return check(rule, sent);
    if (elsewhere.includes(rule.id)) return [];
    throw new Error(`a rule of the table that nothing checks: ${rule.id}`);
  });
}
