import { codePoints } from './code-points.ts';
import type { Rules } from './payload-rule-faults.ts';
import { rangeFaults } from './range-faults.ts';

/** Rules about the text of a message that stands beside its blocks. */
export const textRules: Rules = {
  text_fallback_required: ({ message }, { surface, payload }) => {
    const { text, delete_original } = payload;
    const isSilent = delete_original === true || Object.values(payload).every((value) => value === undefined);
    if (surface !== 'message' || message !== true || isSilent) return [];
    if (text === undefined) return ['text: missing'];
    return typeof text === 'string' && text.trim() === '' ? ['text: blank'] : [];
  },
  text_max: ({ soft = Infinity, hard = Infinity }, { surface, payload: { text } }) =>
    surface === 'message' && typeof text === 'string'
      ? rangeFaults(codePoints(text), `0-${Math.min(soft, hard)}`, 'text', 'character')
      : [],
};
